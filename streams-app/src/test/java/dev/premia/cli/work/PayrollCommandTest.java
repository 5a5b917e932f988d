package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayrollCommandTest {
    private static final String MANAGER =
            "{\"type\":\"manager\",\"source\":\"crm\",\"id\":\"%s\",\"revision\":%d,\"name\":\"%s\",\"organisation\":\"%s\"%s,"
                    + "\"recorded_at\":\"2025-01-01T09:00:00Z\"}\n";
    private static final String DEAL =
            "{\"type\":\"deal\",\"source\":\"crm\",\"id\":\"%s\",\"revision\":%d,\"status\":\"%s\",\"amount\":\"%s\",\"currency\":\"RUB\","
                    + "\"owner\":\"%s\",\"created_at\":\"2025-03-01T09:00:00Z\",\"closed_at\":\"%s\",\"recorded_at\":\"%s\"}\n";

    @TempDir
    private Path root;

    private Path input;
    private Path exports;

    @BeforeEach
    void layInput() throws IOException {
        input = Files.createDirectory(root.resolve("input"));
        exports = root.resolve("payroll");
        Files.writeString(input.resolve("plan.yaml"), """
                plan: bonus
                version: 4
                valid_from: 2025-01-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - { id: volume, rate: 10%, of: revenue }
                """);
        Files.writeString(
                input.resolve("people.jsonl"),
                person("17", 1, "Anna Orlova", "north", "0017")
                        + person("18", 1, "Boris Petrov", "south", "0003")
                        + person("19", 1, "Vera Kim", "north", null));
        Files.writeString(
                input.resolve("deals.jsonl"),
                deal("1", 1, "won", "5000", "17", "2025-03-05")
                        + deal("2", 1, "won", "3000.05", "18", "2025-03-05")
                        + deal("3", 1, "won", "1000", "19", "2025-03-05"));
    }

    private static String person(String id, int revision, String name, String organisation, String number) {
        String field = number == null ? "" : ",\"employee_number\":\"" + number + "\"";
        return MANAGER.formatted(id, revision, name, organisation, field);
    }

    private static String deal(String id, int revision, String status, String amount, String owner, String day) {
        return DEAL.formatted(id, revision, status, amount, owner, day + "T10:00:00Z", day + "T10:00:00Z");
    }

    private void add(String file, String line) throws IOException {
        Files.writeString(input.resolve(file), Files.readString(input.resolve(file)) + line);
    }

    private void close(String month, String cutoff) {
        CommandRun run = CommandRun.of(
                "close",
                input.toString(),
                "--period",
                month,
                "--cutoff",
                cutoff,
                "--output",
                input.resolve("close-" + month + ".jsonl").toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
    }

    private CommandRun payroll(String command, String... options) {
        List<String> args = new ArrayList<>(List.of("payroll", command));
        args.addAll(List.of(options));
        args.addAll(List.of("--format", "json", "--lang", "en"));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private CommandRun export(String... options) {
        List<String> args =
                new ArrayList<>(List.of(input.toString(), "--period", "2025-03", "--output", exports.toString()));
        args.addAll(List.of(options));
        return payroll("export", args.toArray(String[]::new));
    }

    private List<String> csv() throws IOException {
        try (Stream<Path> files = Files.list(exports)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .map(PayrollCommandTest::text)
                    .flatMap(text -> text.lines().skip(1))
                    .map(line -> line.split(";", -1))
                    .map(cells -> cells[1] + " " + cells[3] + " " + cells[12])
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Test
    void shouldRefuseAnOpenMonthAndSayWhatToDo() {
        CommandRun run = export();

        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("2025-03 is open", "premia close --period 2025-03 --cutoff 2025-04-05");
        assertThat(exports).doesNotExist();
    }

    @Test
    void shouldWriteOneBatchForEachLegalEntityAndListWhatCannotBePaid() throws IOException {
        close("2025-03", "2025-04-05");

        CommandRun run = export();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(run.err()).contains("Not exported: 1", "Vera Kim", "100.00", "no employee number");
        assertThat(run.out().lines()).hasSize(2);
        assertThat(csv()).containsExactly("north 0017 500,00", "south 0003 300,01");
    }

    @Test
    void shouldExportNothingTwiceAndLaterOnlyWhatWasMissing() throws IOException {
        close("2025-03", "2025-04-05");
        export();

        assertThat(export().out()).isEmpty();

        add("people.jsonl", person("19", 2, "Vera Kim", "north", "0021"));
        CommandRun run = export();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("\"number\":2", "\"rows\":1", "\"amount\":\"100.00\"");
        assertThat(csv()).containsExactly("north 0017 500,00", "north 0021 100,00", "south 0003 300,01");
    }

    @Test
    void shouldExportOneLegalEntityAlone() throws IOException {
        close("2025-03", "2025-04-05");

        CommandRun run = export("--organisation", "south");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(csv()).containsExactly("south 0003 300,01");
        assertThat(export("--organisation", "west").err()).contains("expected one of north, south");
    }

    @Test
    void shouldTakeTheAnswerAndExportRefusedRowsAgain() throws IOException {
        close("2025-03", "2025-04-05");
        CommandRun exported = export("--organisation", "south");
        String batch = first("\"batch\":\"([^\"]+)\"", exported.out());
        String row = first("\n([0-9a-f-]{36});", text(exports.resolve("premia-2025-03-south-" + batch + ".csv")));
        Path answer = exports.resolve("answer.json");
        Files.writeString(
                answer,
                "{\"batchId\":\"" + batch + "\",\"status\":\"accepted\",\"errors\":[{\"rowId\":\"" + row
                        + "\",\"message\":\"Сотрудник не найден\"}]}");

        CommandRun run = payroll("acknowledge", answer.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(run.out()).contains("\"status\":\"refused\"", "Сотрудник не найден");
        assertThat(export("--organisation", "south").out()).contains("\"number\":2", "\"amount\":\"300.01\"");
    }

    @Test
    void shouldShowWhatWasAccruedPostedPaidAndCarried() throws IOException {
        close("2025-03", "2025-04-05");
        add("deals.jsonl", deal("1", 2, "lost", "5000", "17", "2025-04-10"));
        add("deals.jsonl", deal("4", 1, "won", "2000", "17", "2025-04-11"));
        close("2025-04", "2025-05-05");
        export("--organisation", "north");

        CommandRun run =
                payroll("register", input.toString(), "--manager", "Anna Orlova", "--exports", exports.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"type\":\"payroll_register\",\"period\":\"2025-03\",\"state\":\"closed\",\"manager\":\"crm/17\","
                                + "\"organisation\":\"north\",\"employee_number\":\"0017\",\"accrued\":\"0.00\",\"posted\":\"500.00\","
                                + "\"paid\":\"500.00\",\"carried\":\"0.00\",\"debt\":\"0.00\",\"receivable\":null,"
                                + "\"handed_over\":\"500.00\",\"acknowledged\":\"0.00\",\"currency\":\"RUB\"}",
                        "{\"type\":\"payroll_register\",\"period\":\"2025-04\",\"state\":\"closed\",\"manager\":\"crm/17\","
                                + "\"organisation\":\"north\",\"employee_number\":\"0017\",\"accrued\":\"200.00\",\"posted\":\"-300.00\","
                                + "\"paid\":\"0.00\",\"carried\":\"-300.00\",\"debt\":\"0.00\",\"receivable\":null,"
                                + "\"handed_over\":\"0.00\",\"acknowledged\":\"0.00\",\"currency\":\"RUB\"}");
    }

    @Test
    void shouldShowWhatSomebodyWhoHasLeftOwes() throws IOException {
        close("2025-03", "2025-04-05");
        add("deals.jsonl", deal("1", 2, "lost", "5000", "17", "2025-04-10"));
        add(
                "people.jsonl",
                person("17", 2, "Anna Orlova", "north", "0017").replace("}", ",\"left_on\":\"2025-04-02\"}"));
        close("2025-04", "2025-05-05");

        CommandRun run = payroll("register", input.toString(), "--period", "2025-04");

        assertThat(run.out().lines().filter(line -> line.contains("crm/17")))
                .singleElement()
                .asString()
                .contains("\"carried\":\"-500.00\"", "\"receivable\":\"500.00\"");
    }

    @Test
    void shouldUseTheTermsOfPayroll() throws IOException {
        close("2025-03", "2025-04-05");
        Path terms = root.resolve("terms.yaml");
        Files.writeString(terms, """
                accrual: { code: ПКПИ, name: Премия по KPI }
                organisations:
                  south: { name: ООО «Юг», inn: "7700000001", kpp: "770001001" }
                """);

        export("--organisation", "south", "--terms", terms.toString());

        assertThat(csv()).containsExactly("ООО «Юг» 0003 300,01");
        Files.writeString(terms, "acrual: { code: X }\n");
        assertThat(export("--terms", terms.toString()).err()).contains("unknown key", "accrual");
    }
}
