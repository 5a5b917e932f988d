package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code contest settle} on the topics of a cluster, beside a stream that pays by what it publishes. */
class ContestSettlementIT {
    private static final String PLAN = """
            plan: best
            version: 1
            valid_from: 2026-10-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            components:
              - { id: month, rank_by: won_deals, among: company, prizes: [500, 300], ties: shared, accrue: at_close, grace: 3 }
            """;

    private static final String MANAGER = "{'type':'manager','id':'%s','revision':1}";
    private static final String DEAL =
            "{'type':'deal','id':'%s','revision':1,'status':'won','amount':'100','currency':'RUB',"
                    + "'owner':'%s','created_at':'2026-10-01T09:00:00Z','closed_at':'2026-10-05T10:00:00Z'}";

    private static final Map<String, Long> PAID =
            Map.of("crm/17 month 2026-10", 500_00L, "crm/18 month 2026-10", 300_00L);

    private static final Instant IN_TIME = Instant.parse("2026-10-06T10:00:00Z");
    /** The grace ends with 3 November in Moscow. */
    private static final Instant JUST_IN_TIME = Instant.parse("2026-11-03T20:59:59.999Z");

    private static final Instant TOO_LATE = Instant.parse("2026-11-03T21:00:00Z");

    @Test
    void shouldPublishOnceWhatTheStreamThenPays(@TempDir Path directory) throws IOException {
        try (ClusterDesk desk = new ClusterDesk(directory.resolve("state"))) {
            Path plan = Files.writeString(directory.resolve("best.yaml"), PLAN);
            desk.run("plan", "publish", plan.toString());
            desk.record(IN_TIME, MANAGER.formatted("17"));
            desk.record(IN_TIME, MANAGER.formatted("18"));
            desk.record(IN_TIME, DEAL.formatted("1", "17"));
            desk.record(IN_TIME, DEAL.formatted("2", "17"));
            desk.record(JUST_IN_TIME, DEAL.formatted("3", "18"));
            desk.record(TOO_LATE, DEAL.formatted("4", "18"));
            desk.record(TOO_LATE, DEAL.formatted("5", "18"));
            desk.settle();

            assertThat(settle(desk, "2026-11-03")).isEmpty();
            desk.settle();
            assertThat(desk.booked(Topics.ACCRUALS)).isEmpty();

            assertThat(settle(desk, "2026-11-04").lines())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("\"manager\":\"crm/17\"", "\"prize\":\"500.00\""))
                    .allSatisfy(line -> assertThat(line).contains("\"state\":\"published_now\""));
            desk.await(Topics.ACCRUALS, PAID);

            assertThat(settle(desk, "2026-11-30")).isEmpty();
            desk.settle();
            assertThat(desk.booked(Topics.ACCRUALS)).isEqualTo(PAID);
            assertThat(desk.run("calc", "--verify")).contains("No difference, 800.00 RUB");
        }
    }

    private static String settle(ClusterDesk desk, String asOf) {
        return desk.run("contest", "settle", "--as-of", asOf, "--format", "json");
    }
}
