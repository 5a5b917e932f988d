package dev.premia.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.replay.input.RecordLoader;
import dev.premia.replay.input.RejectedRecord;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What never changes between the versions of a plan is what the first one said, in the stream and in the batch engine. */
class PlanOrderTest {
    private static final Instant AT = Instant.parse("2026-10-12T09:00:00Z");
    private static final String RATE = "{ id: volume, rate: 5%, of: revenue }";
    private static final String POINTS = "{ id: volume, unit: points, pay: 10, per: won_deals }";
    private static final String OTHER = "{ id: volume-points, unit: points, pay: 10, per: won_deals }";

    @Test
    void shouldRejectAVersionThatChangesTheCurrencyOrTheUnitOfAComponent() {
        List<Plan> plans = List.of(
                plan(1, "RUB", RATE, PlanStatus.active),
                plan(2, "USD", RATE, PlanStatus.active),
                // A plan on trial is booked by itself.
                plan(3, "USD", RATE, PlanStatus.shadow),
                plan(4, "RUB", POINTS, PlanStatus.active),
                plan(5, "RUB", RATE, PlanStatus.shadow),
                // What was rejected has taken no number.
                plan(2, "RUB", OTHER, PlanStatus.active));
        RecordLoader batch = new RecordLoader();
        try (StreamHarness stream = new StreamHarness()) {
            for (Plan plan : plans) {
                stream.send(Topics.PLANS, plan.getPlan(), plan, AT);
                batch.add(plan, "plans.jsonl", "line");
            }
            stream.settle();

            assertThat(stream.deadLetters())
                    .extracting(DeadLetter::getReasonCode)
                    .containsExactly("unit_changed", "unit_changed", "unit_changed");
            assertThat(stream.deadLetters())
                    .extracting(DeadLetter::getReason)
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .contains("found USD in b2b v2, expected RUB", "publish it as a new plan"),
                            second -> assertThat(second)
                                    .contains("found volume paid in points in b2b v4, expected RUB", "another id"),
                            third -> assertThat(third).contains("found RUB in b2b v5, expected USD"));
            assertThat(batch.loaded().rejected())
                    .extracting(RejectedRecord::code)
                    .containsExactly("unit_changed", "unit_changed", "unit_changed");
            assertThat(batch.loaded().plans().versions("b2b"))
                    .extracting(version -> version.version())
                    .containsExactly(1, 2);
        }
    }

    private static Plan plan(int version, String currency, String component, PlanStatus status) {
        Plan plan = new Plan();
        plan.setPlan("b2b");
        plan.setVersion(version);
        plan.setStatus(status);
        plan.setValidFrom(LocalDate.of(2026, 1, 1));
        plan.setDocument("""
                plan: b2b
                version: %d
                valid_from: 2026-01-01
                currency: %s
                timezone: Europe/Moscow
                period: month
                components:
                  - %s
                """.formatted(version, currency, component));
        plan.setSha256("");
        return plan;
    }
}
