package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An open month on a cluster: a plan pays, its next version is on trial, and every amount is explained from the topics. */
class TrialAndExplainIT {
    private static final String PLAN = """
            plan: sales
            version: 1
            valid_from: 2025-03-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            components:
              - { id: volume, rate: 10%, of: revenue }
              - { id: gate, pay: 1000, per: won_deals, when: "revenue > 12000" }
            """;

    private static final String TRIAL = """
            plan: sales
            version: 2
            valid_from: 2025-03-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            components:
              - { id: volume, rate: 20%, of: revenue }
              - { id: best, rank_by: revenue, among: company, prizes: [300, 100], ties: shared, accrue: at_close }
            """;

    private static final Instant MARCH = Instant.parse("2025-03-06T10:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void shouldPayBookTrialsApartAndExplainBothFromTheTopics() throws IOException {
        try (ClusterDesk desk = new ClusterDesk(directory.resolve("state"))) {
            publish(desk);
            Instant before = Instant.now();
            desk.record(before, deal("1", 2, "won", "7000.10", "17"));
            desk.await(Topics.ACCRUALS, Map.of("crm/17 volume 2025-03", 700_01L, "crm/18 volume 2025-03", 800_00L));
            desk.await(Topics.SHADOW_ACCRUALS, trials(1400_02L));

            verify(desk);
            explainStatement(desk);
            explainTrial(desk);
            explainChanges(desk, before);
            explainNextDeal(desk);
            proveOffline(desk);
            findForgedTrial(desk);
        }
    }

    private void publish(ClusterDesk desk) throws IOException {
        Path plan = Files.writeString(directory.resolve("sales-1.yaml"), PLAN);
        Path trial = Files.writeString(directory.resolve("sales-2.yaml"), TRIAL);
        desk.run("plan", "publish", plan.toString());
        desk.record(MARCH, "{'type':'manager','id':'17','revision':1,'name':'Anna Orlova'}");
        desk.record(MARCH, "{'type':'manager','id':'18','revision':1,'name':'Boris Petrov'}");
        desk.record(MARCH, deal("1", 1, "won", "5000.10", "17"));
        desk.record(MARCH, deal("2", 1, "won", "8000", "18"));
        desk.record(MARCH, deal("3", 1, "open", "6000", "17"));
        desk.await(Topics.ACCRUALS, Map.of("crm/17 volume 2025-03", 500_01L, "crm/18 volume 2025-03", 800_00L));
        assertThat(desk.entries(Topics.SHADOW_ACCRUALS)).isEmpty();

        desk.run("plan", "publish", "--shadow", trial.toString());
        desk.await(Topics.SHADOW_ACCRUALS, trials(1000_02L));
        assertThat(desk.entries(Topics.SHADOW_ACCRUALS))
                .allSatisfy(entry -> assertThat(entry.getPlan() + " v" + entry.getPlanVersion())
                        .isEqualTo("sales v2"))
                .anySatisfy(entry -> assertThat(entry.getSequence()).isEqualTo(1));
    }

    /** What is booked on trial, where Anna's volume is worth so much. */
    private static Map<String, Long> trials(long volume) {
        return Map.of(
                "crm/17 volume 2025-03", volume,
                "crm/17 best 2025-03", 100_00L,
                "crm/18 volume 2025-03", 1600_00L,
                "crm/18 best 2025-03", 300_00L);
    }

    private static String deal(String id, int revision, String status, String amount, String owner) {
        String end = status.equals("won") ? ",'closed_at':'2025-03-05T10:00:00Z'" : "";
        return "{'type':'deal','id':'%s','revision':%d,'status':'%s','amount':'%s','currency':'RUB','owner':'%s',"
                        .formatted(id, revision, status, amount, owner)
                + "'created_at':'2025-03-01T09:00:00Z'" + end + "}";
    }

    private static void verify(ClusterDesk desk) {
        assertThat(desk.run("calc", "--verify"))
                .containsPattern("Checked: \\d+ accruals, on trial \\d+, 2 statements")
                .contains("No difference, 1,500.01 RUB");
        assertThat(desk.run("calc", "--statements", "--format", "json")
                        .lines()
                        .filter(line -> line.contains("shadow_line")))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("crm/17", "\"plan_version\":2", "\"amount\":\"1400.02\""))
                .anySatisfy(
                        line -> assertThat(line).contains("crm/18", "\"plan_version\":2", "\"amount\":\"1600.00\""));
    }

    private static void explainStatement(ClusterDesk desk) {
        assertThat(desk.run("explain", "statement", "--manager", "17", "--period", "2025-03", "--all"))
                .contains(
                        "Anna Orlova (crm/17), payroll 2025-03: 700.01 RUB",
                        "the month is open",
                        "1. volume: 700.01 RUB  [sales v1",
                        "amount 5,000.1 → 7,000.1");
        String last = lastOf(desk, Topics.ACCRUALS, "volume");
        assertThat(desk.run("explain", "accrual", "--manager", "crm/17", "--sequence", last))
                .contains("crm/17, entry " + last + ": 200.00 RUB", "rule: sales v1, volume", "payroll: 2025-03");
    }

    private static void explainTrial(ClusterDesk desk) {
        String last = lastOf(desk, Topics.SHADOW_ACCRUALS, "volume");
        assertThat(desk.run("explain", "accrual", "--shadow", "--manager", "crm/17", "--sequence", last))
                .contains(
                        "crm/17, entry " + last + ": 400.00 RUB",
                        "rule: sales v2, volume",
                        "it is not paid",
                        "0.2 × 7,000.1 = 1,400.02");
        String contest = lastOf(desk, Topics.SHADOW_ACCRUALS, "best");
        assertThat(desk.run("explain", "accrual", "--shadow", "--manager", "crm/17", "--sequence", contest))
                .contains("crm/17, entry " + contest + ": 100.00 RUB", "this is the standing as it is now");
    }

    private static String lastOf(ClusterDesk desk, TopicSpec<Accrual> topic, String component) {
        return desk.entries(topic).stream()
                .filter(entry -> entry.getManager().equals("crm/17")
                        && entry.getComponent().equals(component))
                .map(Accrual::getSequence)
                .max(Long::compare)
                .orElseThrow()
                .toString();
    }

    private static void explainChanges(ClusterDesk desk, Instant before) {
        assertThat(changes(desk, before, before.plusMillis(1)))
                .contains(
                        "+200.00 RUB",
                        "sales, volume of 2025-03: 500.01 RUB → 700.01 RUB (+200.00 RUB)",
                        "revenue: 5,000.1 → 7,000.1",
                        "deal crm/1, revision 2");
        assertThat(changes(desk, before.minusMillis(1), before)).contains("nothing changed");
    }

    private static String changes(ClusterDesk desk, Instant from, Instant to) {
        return desk.run("explain", "changes", "--manager", "17", "--from", from.toString(), "--to", to.toString());
    }

    private static void explainNextDeal(ClusterDesk desk) {
        assertThat(desk.run("explain", "next-deal", "--deal", "3", "--as-of", "2025-03-20"))
                .contains(
                        "Anna Orlova (crm/17): +2,600.00 RUB",
                        "sales, volume, 2025-03: 700.01 RUB → 1,300.01 RUB (+600.00 RUB)",
                        "sales, gate, 2025-03: 0.00 RUB → 2,000.00 RUB (+2,000.00 RUB)");
    }

    private void proveOffline(ClusterDesk desk) {
        Path bundle = directory.resolve("anna.zip");
        desk.run("explain", "--manager", "17", "--period", "2025-03", "--bundle", bundle.toString());
        assertThat(ClusterDesk.offline("calc", bundle.toString(), "--statements", "--format", "json")
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"type\":\"statement_line\"", "\"plan_version\":1", "\"amount\":\"700.01\""));
        assertThat(ClusterDesk.offline("replay", bundle.toString(), "--period", "2025-03", "--verify"))
                .contains("Compared: the statement of the bundle. No difference.");
    }

    /** An entry that the plan on trial does not say, numbered and balanced as the next one would be. */
    private static void findForgedTrial(ClusterDesk desk) {
        List<Accrual> entries = desk.entries(Topics.SHADOW_ACCRUALS);
        Accrual forged = entries.stream()
                .filter(entry -> entry.getManager().equals("crm/18"))
                .max(Comparator.comparing(Accrual::getSequence))
                .map(entry -> Accrual.newBuilder(entry).build())
                .orElseThrow();
        forged.setSequence(forged.getSequence() + 1);
        forged.setAmountMinor(1);
        forged.setBalanceMinor(forged.getBalanceMinor() + 1);
        desk.send(Topics.SHADOW_ACCRUALS, forged.getManager(), forged);

        CommandRun found = desk.attempt("calc", "--verify");

        assertThat(found.exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(found.out())
                .contains(
                        "shadow: crm/18, sales, " + forged.getComponent() + ", 2025-03",
                        "on trial " + (entries.size() + 1),
                        "Differences: 1.");
    }
}
