package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payroll month of a cluster from the first correction by hand to the file for payroll. */
class FinanceMonthIT {
    private static final String PLAN = """
            plan: sales
            version: 1
            valid_from: 2025-03-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            components:
              - { id: volume, rate: 10%, of: revenue }
            """;

    private static final Instant MARCH = Instant.parse("2025-03-06T10:00:00Z");

    /** 10 % of 5,000.10, of half of the 1,000.00 that are held, and of a quarter of 8,000.00; the rest of these, and the bonus. */
    private static final Map<String, Long> MARCH_BOOKED = Map.of(
            "crm/17 volume 2025-03", 750_01L,
            "crm/18 volume 2025-03", 600_00L,
            "crm/18 bonus/RUB 2025-03", 150_50L);

    @TempDir
    private Path directory;

    @Test
    void shouldBookCorrectionsCloseProveAndExportOnACluster() throws IOException {
        try (ClusterDesk desk = new ClusterDesk(directory.resolve("state"))) {
            publish(desk);
            correct(desk);
            dispute(desk);
            close(desk);
            correctTheClosedMonth(desk);
            prove(desk);
            export(desk);
        }
    }

    private void publish(ClusterDesk desk) throws IOException {
        Path plan = Files.writeString(directory.resolve("sales.yaml"), PLAN);
        desk.run("plan", "publish", plan.toString());
        desk.record(MARCH, manager("17", "Anna Orlova"));
        desk.record(MARCH, manager("18", "Boris Petrov"));
        desk.record(MARCH, deal("1", "5000.10", "17", "05"));
        desk.record(MARCH, deal("2", "8000", "18", "06"));
        desk.record(MARCH, deal("3", "1000", "17", "07"));
        desk.await(Topics.ACCRUALS, Map.of("crm/17 volume 2025-03", 600_01L, "crm/18 volume 2025-03", 800_00L));
    }

    private static String manager(String id, String name) {
        return "{'type':'manager','id':'%s','revision':1,'name':'%s','organisation':'north','employee_number':'00%s'}"
                .formatted(id, name, id);
    }

    private static String deal(String id, String amount, String owner, String day) {
        return ("{'type':'deal','id':'%s','revision':1,'status':'won','amount':'%s','currency':'RUB','owner':'%s',"
                        + "'created_at':'2025-03-01T09:00:00Z','closed_at':'2025-03-%sT10:00:00Z'}")
                .formatted(id, amount, owner, day);
    }

    /** Two people decide what moves money; what is said twice counts once. */
    private static void correct(ClusterDesk desk) {
        CommandRun alone = desk.attempt(bonus("--author", "head", "--approver", "head"));
        assertThat(alone.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(alone.err()).contains("nothing is written");
        String[] bonus = bonus("--author", "head", "--approver", "director");
        assertThat(desk.run(bonus))
                .contains("bonus 150.50 RUB, 2025-03", "recorded")
                .doesNotContain("recorded before");
        assertThat(desk.run(bonus)).contains("recorded before");
        desk.run(decision(
                "transfer", "--deal", "crm/2", "--manager", "crm/18", "--to-manager", "crm/17", "--share", "0.25"));
        desk.run(decision("hold", "--deal", "crm/3", "--from", "2025-03-10"));
        desk.record(MARCH, "{'type':'control','id':'day-1','kind':'day','day':'2025-03-12'}");
        desk.await(
                Topics.ACCRUALS,
                Map.of(
                        "crm/17 volume 2025-03", 700_01L,
                        "crm/18 volume 2025-03", 600_00L,
                        "crm/18 bonus/RUB 2025-03", 150_50L));

        desk.run(decision("release", "--deal", "crm/3", "--from", "2025-03-11", "--share", "0.5"));
        desk.await(Topics.ACCRUALS, MARCH_BOOKED);
    }

    private static String[] bonus(String... people) {
        return concat(
                new String[] {
                    "adjust",
                    "add",
                    "--manager",
                    "crm/18",
                    "--type",
                    "bonus",
                    "--amount",
                    "150.50",
                    "--unit",
                    "RUB",
                    "--period",
                    "2025-03",
                    "--reason",
                    "Trade fair"
                },
                people);
    }

    private static String[] decision(String kind, String... words) {
        return concat(
                new String[] {"adjust", kind, "--author", "head", "--approver", "director", "--reason", "Joint work"},
                words);
    }

    private static String[] concat(String[] first, String... second) {
        return Stream.of(first, second).flatMap(Stream::of).toArray(String[]::new);
    }

    /** A dispute stands in the explanation of its entry and changes no money. */
    private static void dispute(ClusterDesk desk) {
        String[] entry = {"--manager", "crm/17", "--sequence", "1", "--reason", "My deal"};
        desk.run(concat(new String[] {"adjust", "dispute", "open", "--author", "crm/17"}, entry));
        desk.run(concat(new String[] {"adjust", "dispute", "settle", "--reject", "--author", "head"}, entry));
        assertThat(desk.run("adjust", "list", "--format", "json").lines())
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).contains("bonus 150.50 RUB", "\"status\":\"in_force\""))
                .anySatisfy(line -> assertThat(line).contains("25% crm/18", "\"approver\":\"director\""))
                .anySatisfy(line -> assertThat(line).contains("pay of deal crm/3 is held, from 2025-03-10"))
                .anySatisfy(line -> assertThat(line).contains("pay of deal crm/3 is released: 50%, from 2025-03-11"))
                .anySatisfy(line -> assertThat(line).contains("dispute of entry 1, opened", "\"status\":\"rejected\""));
        assertThat(desk.run("explain", "accrual", "--manager", "crm/17", "--sequence", "1"))
                .contains(
                        "crm/17, entry 1: ",
                        "rule: sales v1, volume",
                        "dispute: rejected",
                        "decided by crm/17; My deal");
        assertThat(desk.run("calc", "--verify")).contains("No difference, 1,500.51 RUB");
        assertThat(desk.booked(Topics.ACCRUALS)).isEqualTo(MARCH_BOOKED);
    }

    private static void close(ClusterDesk desk) {
        String[] close = {
            "close", "--period", "2025-03", "--cutoff", Instant.now().toString(), "--author", "finance"
        };
        assertThat(desk.run(concat(close, "--dry-run")))
                .contains("1,500.51 RUB")
                .doesNotContain("is closed");
        assertThat(desk.run(close))
                .contains("The month is closed.")
                .containsPattern("Anna Orlova \\(crm/17\\) +1 +750\\.01 RUB +0\\.00 RUB +750\\.01 RUB")
                .containsPattern("Boris Petrov \\(crm/18\\) +2 +750\\.50 RUB +0\\.00 RUB +750\\.50 RUB");
        desk.await(Topics.ACCRUALS, MARCH_BOOKED);
    }

    /** What moves credit of a closed month is posted to the next one; the closed one stands. */
    private static void correctTheClosedMonth(ClusterDesk desk) {
        desk.run(decision("transfer", "--deal", "crm/1", "--manager", "crm/17", "--to-manager", "crm/18"));
        Map<String, Long> booked = new TreeMap<>(MARCH_BOOKED);
        booked.put("crm/17 volume 2025-04", -500_01L);
        booked.put("crm/18 volume 2025-04", 500_01L);
        desk.await(Topics.ACCRUALS, booked);
    }

    private static void prove(ClusterDesk desk) {
        assertThat(desk.run("replay", "--period", "2025-03", "--verify"))
                .contains("1,500.51 RUB")
                .containsPattern("Compared: frozen statements 2, sums 3, entries \\d+\\. No difference\\.");
        assertThat(desk.run("replay", "--period", "2025-04", "--verify"))
                .contains("-500.01 RUB")
                .containsPattern("Compared: sums 2, entries \\d+\\. No difference\\.");
        assertThat(desk.run("explain", "statement", "--manager", "18", "--period", "2025-04"))
                .contains(
                        "volume: 500.01 RUB  [sales v1",
                        "the plan says now: 1,100.01 RUB",
                        "posted in 2025-03: 600.00 RUB",
                        "credit of deal crm/1: 100% crm/17 → crm/18");
    }

    /** Payroll gets what the close froze, once. */
    private void export(ClusterDesk desk) throws IOException {
        String exports = directory.resolve("payroll").toString();
        assertThat(desk.run("payroll", "export", "--period", "2025-03", "--output", exports))
                .containsPattern("north +1 +2 +1,500\\.51 RUB");
        assertThat(csv(Path.of(exports))).contains(";0017;Anna Orlova;", ";750,01;", ";0018;Boris Petrov;", ";750,50;");
        assertThat(desk.run("payroll", "export", "--period", "2025-03", "--output", exports, "--format", "json"))
                .isEmpty();
        assertThat(desk.run("payroll", "register", "--period", "2025-03", "--exports", exports))
                .containsPattern("Boris Petrov \\(crm/18\\) +north +0018 +1,250\\.51 +750\\.50 +750\\.50 +0\\.00");
    }

    private static String csv(Path exports) throws IOException {
        try (Stream<Path> files = Files.list(exports)) {
            List<Path> csv =
                    files.filter(file -> file.toString().endsWith(".csv")).toList();
            assertThat(csv).hasSize(1);
            return Files.readString(csv.get(0));
        }
    }
}
