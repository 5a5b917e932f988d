package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.payroll.ExportList;
import dev.premia.payroll.PayrollFileException;
import dev.premia.payroll.PayrollRegister;
import dev.premia.replay.BatchResult;
import dev.premia.replay.input.LoadedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was earned, posted, paid and carried, by manager and month. */
@Command(
        name = "register",
        description = {
            "Shows by manager and month what was accrued, posted, paid and carried.",
            "",
            "Accrued is what the month's work is worth by what is known now; posted is what the month's payroll has of it and of"
                    + " earlier months; paid, carried and debt are those of the closed month."
        },
        footer = {
            "  premia payroll register plans/ events/ --period 2026-10",
            "  premia payroll register --exports payroll/ --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
        })
final class PayrollRegisterCommand extends PremiaCommand {
    @Mixin
    private InputOptions input;

    @Option(
            names = "--period",
            paramLabel = "MONTH",
            order = 10,
            description = "Only this payroll month, e.g. 2026-10. Default: all.")
    private YearMonth period;

    @Option(
            names = "--manager",
            paramLabel = "ID",
            order = 14,
            description = "Only this manager: an id, with or without its source, or a name.")
    private String manager;

    @Option(
            names = "--exports",
            paramLabel = "DIR",
            order = 30,
            description = "The folder of the exports: shows what was handed over and taken by payroll.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Output output = output();
        ExportList exports = exports();
        LoadedInput loaded = input.load(output, verbose());
        BatchResult result = input.compute(loaded);
        People people = new People(result.organisation(), output);
        String only = manager == null ? null : people.managerId(manager);
        List<PayrollRegister.Row> rows = PayrollRegister.of(result, exports == null ? List.of() : exports.batches());
        new PayrollRegisterReport(people, output, exports != null)
                .print(rows.stream()
                        .filter(row -> (period == null || row.period().equals(period))
                                && (only == null || row.manager().equals(only)))
                        .toList());
        return loaded.rejected().isEmpty() || input.readsTopics() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }

    private ExportList exports() throws IOException {
        if (folder == null) {
            return null;
        }
        if (!Files.isDirectory(folder)) {
            throw CommandException.badInput("--exports: " + folder + " is no folder; expected that of the exports.");
        }
        try {
            return ExportList.read(folder);
        } catch (PayrollFileException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }
}
