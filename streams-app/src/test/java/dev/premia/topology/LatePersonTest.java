package dev.premia.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import dev.premia.schemas.Topics;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Reference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures may reach the manager stage before the record of their manager does. */
class LatePersonTest {
    private static final Instant AT = Instant.parse("2026-10-12T09:00:00Z");
    private static final Subject ANNA = Subject.manager("crm/anna");

    @Test
    void shouldPublishTheTargetOfThePlanWhenThePersonArrivesAfterTheFigures() {
        try (StreamHarness stream = new StreamHarness()) {
            stream.send(Topics.PLANS, "calls", plan(), AT).settle();
            DayCells cells = new DayCells();
            cells.add(Measures.CALLS, 0, 5);
            int day = (int) LocalDate.of(2026, 10, 12).toEpochDay();
            stream.tellManager(
                    ANNA,
                    new ManagerInput.CellsAdded(
                            List.of(new ManagerInput.CellsOfDay(ZoneId.of("Europe/Moscow"), day, cells)), Cause.NONE),
                    AT);
            stream.tellManager(ANNA, new ManagerInput.Known(Cause.NONE), AT);
            stream.settle();
            assertThat(calls(stream).getTarget()).isNull();

            stream.tellManagers(ANNA.id(), new Reference.Manager(anna(), Cause.NONE), AT);
            stream.settle();

            assertThat(calls(stream).getTarget()).isEqualByComparingTo(new BigDecimal("10"));
            assertThat(calls(stream).getAttainment()).isEqualByComparingTo(new BigDecimal("0.5"));
        }
    }

    private static Kpi calls(StreamHarness stream) {
        return stream.kpis().values().stream()
                .filter(kpi -> kpi.getKpi().equals("calls") && kpi.getSubject().equals(ANNA.id()))
                .findFirst()
                .orElseThrow();
    }

    private static ManagerRecord anna() {
        return new ManagerRecord(
                new Header(ANNA.id(), 1, AT, false, "crm"),
                "Anna",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static Plan plan() {
        Plan plan = new Plan();
        plan.setPlan("calls");
        plan.setVersion(1);
        plan.setStatus(PlanStatus.active);
        plan.setValidFrom(LocalDate.of(2026, 1, 1));
        plan.setDocument("""
                plan: calls
                version: 1
                valid_from: 2026-01-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                targets: { calls: 10 }
                components:
                  - { id: goal, pay: 100, when: "attainment(calls) >= 100%" }
                """);
        plan.setSha256("");
        return plan;
    }
}
