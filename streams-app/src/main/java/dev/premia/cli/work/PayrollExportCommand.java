package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.money.Currencies;
import dev.premia.payroll.Batch;
import dev.premia.payroll.BatchCsv;
import dev.premia.payroll.BatchFiles;
import dev.premia.payroll.BatchSheet;
import dev.premia.payroll.BatchXml;
import dev.premia.payroll.DueProblem;
import dev.premia.payroll.ExportFolder;
import dev.premia.payroll.PayrollDifference;
import dev.premia.payroll.PayrollFileException;
import dev.premia.payroll.PayrollMonth;
import dev.premia.payroll.PayrollTerms;
import dev.premia.replay.input.LoadedInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands over what a closed month pays, less what earlier batches of the folder pay. */
@Command(
        name = "export",
        description = {
            "Writes what a closed month pays, one batch for each legal entity: CSV and XML for 1C, XLSX for people.",
            "",
            "Only what earlier batches of --output do not pay is written: after a correction, or a refusal by payroll, the"
                    + " difference. Keep the file exports.jsonl of that folder: it knows what was handed over.",
            "Exit code 1: something could not be exported; it is listed."
        },
        footer = {
            "  premia payroll export --period 2026-10 --output payroll/ --terms payroll.yaml \\",
            "      --bootstrap-server localhost:9092 --schema-registry http://localhost:8081",
            "  premia payroll export people.jsonl close-2026-10.jsonl --period 2026-10 --organisation north --output payroll/",
        })
final class PayrollExportCommand extends PremiaCommand {
    private static final int DIGITS = 2;

    @Mixin
    private PayrollSource source;

    @Option(
            names = "--period",
            paramLabel = "MONTH",
            required = true,
            order = 10,
            description = "The payroll month, e.g. 2026-10. It must be closed.")
    private YearMonth period;

    @Option(
            names = "--organisation",
            paramLabel = "NAME",
            order = 11,
            description = "Only this legal entity, as the managers' records name it. Default: all.")
    private String organisation;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            order = 12,
            description = "The currency that is paid; what is due in others is listed. Default: ${DEFAULT-VALUE}.")
    private String currency = "RUB";

    @Option(
            names = "--terms",
            paramLabel = "FILE",
            order = 13,
            description = "What payroll calls things: accrual code and name, name, INN and KPP of legal entities.")
    private Path termsFile;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            order = 30,
            description = "The folder for the files; it is made where there is none.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Output output = output();
        checkCurrency();
        PayrollTerms terms = termsFile == null ? PayrollTerms.DEFAULT : PayrollTermsFile.read(termsFile, output);
        LoadedInput loaded = source.load(output, verbose());
        ClosedPeriods closed = loaded.facts().decisions().closed();
        Decision.Close close = PayrollSource.closeOf(closed, period);
        Organisation people =
                loaded.compute(loaded.settings(null, currency), null).organisation();
        PayrollMonth month = PayrollMonth.of(closed, people, period, currency);
        try (ExportFolder exports = ExportFolder.open(folder)) {
            PayrollDifference difference =
                    new PayrollDifference(month, exports.list().batches());
            List<Batch> batches = new ArrayList<>();
            for (String each : wanted(difference.organisations())) {
                Batch batch = difference.next(each);
                if (batch != null) {
                    exports.write(new BatchFiles(batch, contents(batch, month, terms, close)));
                    batches.add(batch);
                }
            }
            print(batches);
            List<DueProblem> problems = difference.problems().stream()
                    .filter(each -> organisation == null
                            || each.organisation() == null
                            || organisation.equals(each.organisation()))
                    .toList();
            print(problems, new People(people, output));
            return problems.isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
        } catch (PayrollFileException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    private void checkCurrency() {
        if (!Currencies.isKnown(currency) || Currencies.minorDigits(currency) > DIGITS) {
            throw CommandException.badInput("--currency: found '" + currency
                    + "', expected an ISO 4217 code with at most two digits after the point, such as RUB.");
        }
    }

    private Collection<String> wanted(Collection<String> known) {
        if (organisation == null || known.contains(organisation)) {
            return organisation == null ? known : List.of(organisation);
        }
        throw CommandException.badInput("--organisation: found '" + organisation + "', expected "
                + (known.isEmpty()
                        ? "nothing: " + period + " has no payout that can be exported"
                        : "one of " + String.join(", ", known))
                + ".");
    }

    private Map<String, byte[]> contents(Batch batch, PayrollMonth month, PayrollTerms terms, Decision.Close close) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("csv", BatchCsv.write(batch, terms));
        contents.put(
                "xml",
                BatchXml.write(
                        batch, terms, close.heading().at().atZone(close.zone()).toLocalDateTime()));
        contents.put("xlsx", BatchSheet.write(batch, month, terms, output()::text));
        return contents;
    }

    private void print(List<Batch> batches) {
        Output output = output();
        if (batches.isEmpty()) {
            output.message(output.text(
                    "Выгружать нечего: всё за " + period + " уже выгружено.",
                    "Nothing to export: everything of " + period + " was handed over."));
            return;
        }
        Table table = Table.of("payroll_batch", output.text("Выгрузка за ", "Export of ") + period)
                .column("organisation", output.text("Организация", "Organisation"))
                .number("number", output.text("Номер", "Number"))
                .number("rows", output.text("Строк", "Rows"))
                .number("amount", output.text("Сумма", "Amount"))
                .column("batch", output.text("Выгрузка", "Batch"))
                .column("files", output.text("Файлы", "Files"));
        batches.forEach(batch -> table.row(
                batch.organisation(),
                (long) batch.number(),
                (long) batch.rows().size(),
                Cell.money(batch.totalMinor(), batch.currency(), output.numbers()),
                batch.id().toString(),
                folder.resolve(batch.fileName()) + ".*"));
        table.print(output);
    }

    private void print(List<DueProblem> problems, People people) {
        if (problems.isEmpty()) {
            return;
        }
        Output output = output();
        output.message(output.text("Не выгружено: ", "Not exported: ") + problems.size());
        for (DueProblem problem : problems) {
            output.message("  " + people.nameAndId(problem.manager()) + ", "
                    + output.numbers().money(problem.minor(), problem.currency()) + ": " + reason(problem));
        }
    }

    private String reason(DueProblem problem) {
        Output output = output();
        return switch (problem.reason()) {
            case UNKNOWN_MANAGER -> output.text("нет записи о сотруднике", "there is no record of the manager");
            case NO_ORGANISATION ->
                output.text(
                        "не указана организация (organisation в записи сотрудника)",
                        "no legal entity (organisation in the manager's record)");
            case OTHER_ORGANISATION ->
                output.text(
                        "платит " + problem.organisation()
                                + ", а сотрудник уже в другой организации: выплатите вручную",
                        problem.organisation()
                                + " owes it, and the manager is with another legal entity by now: pay it by hand");
            case NO_EMPLOYEE_NUMBER ->
                output.text(
                        "нет табельного номера (employee_number в записи сотрудника)",
                        "no employee number (employee_number in the manager's record)");
            case SHARED_NUMBER ->
                output.text(
                        "табельный номер есть и у другого сотрудника организации",
                        "somebody else of the legal entity has the same employee number");
            case OTHER_CURRENCY ->
                output.text(
                        "другая валюта: выгрузите её с --currency " + problem.currency(),
                        "another currency: export it with --currency " + problem.currency());
        };
    }
}
