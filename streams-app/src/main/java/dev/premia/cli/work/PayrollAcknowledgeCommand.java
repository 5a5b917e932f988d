package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.payroll.Acknowledgement;
import dev.premia.payroll.ExportFolder;
import dev.premia.payroll.Handover;
import dev.premia.payroll.PayrollFileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in what payroll says of a batch. */
@Command(
        name = "acknowledge",
        description = {
            "Takes in the answer of payroll to a batch: a JSON file with batchId, status, documents and errors.",
            "",
            "Rows that were refused count as not handed over: the next export of the month has them again.",
            "Exit code 1: rows were refused."
        },
        footer = {
            "  premia payroll acknowledge payroll/answer.json",
            "  premia payroll acknowledge /mnt/1c/out/answer.json --exports payroll/",
        })
final class PayrollAcknowledgeCommand extends PremiaCommand {
    @Parameters(arity = "1", paramLabel = "FILE", description = "The answer.")
    private Path file;

    @Option(
            names = "--exports",
            paramLabel = "DIR",
            order = 10,
            description = "The folder of the exports. Default: the folder of the answer.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Path exports = folder != null ? folder : file.toAbsolutePath().getParent();
        if (!Files.isDirectory(exports)) {
            throw CommandException.badInput("--exports: " + exports + " is no folder; expected that of the exports.");
        }
        Acknowledgement reply;
        try {
            reply = Acknowledgement.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw CommandException.badInput(file + ": not found; expected the answer of payroll.", e);
        } catch (CharacterCodingException e) {
            throw CommandException.badInput(file + ": not UTF-8 text; expected the answer of payroll in UTF-8.", e);
        } catch (PayrollFileException e) {
            throw CommandException.badInput(file + ": " + e.getMessage() + ".", e);
        }
        try (ExportFolder open = ExportFolder.open(exports)) {
            Handover batch = open.answer(reply);
            print(batch);
            return batch.standing().size() == batch.rows().size() ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
        } catch (PayrollFileException e) {
            throw CommandException.badInput(file + ": " + e.getMessage() + ".", e);
        }
    }

    private void print(Handover batch) {
        Output output = output();
        Table table = Table.of(
                        "payroll_row",
                        output.text("Выгрузка ", "Batch ") + batch.id() + ", " + batch.organisation() + ", "
                                + batch.period())
                .column("employee_number", output.text("Табельный номер", "Employee number"))
                .column("manager", output.text("Менеджер", "Manager"))
                .number("amount", output.text("Сумма", "Amount"))
                .column("status", output.text("Состояние", "Status"))
                .column("reason", output.text("Причина", "Reason"));
        for (Handover.Row row : batch.rows().values()) {
            boolean taken = batch.counts(row);
            table.row(
                    row.employeeNumber(),
                    row.manager(),
                    Cell.money(row.minor(), batch.currency(), output.numbers()),
                    taken
                            ? new Cell(output.text("принято", "accepted"), "accepted")
                            : new Cell(output.text("отклонено", "refused"), "refused"),
                    taken ? null : batch.reply().refused().getOrDefault(row.id(), ""));
        }
        table.print(output);
        if (!batch.reply().documents().isEmpty()) {
            output.line(output.text("Документы: ", "Documents: ")
                    + String.join(", ", batch.reply().documents()));
        }
    }
}
