package dev.premia.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.Deal;
import dev.premia.schemas.DealStatus;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import dev.premia.schemas.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneDealTest {
    private static final Instant AT = Instant.parse("2026-10-12T09:00:00Z");

    @Test
    void shouldBookOneExplainedEntryWhenOneDealIsWon() {
        try (StreamHarness stream = new StreamHarness()) {
            stream.send(Topics.PLANS, "simple", plan(), AT);
            Manager manager = new Manager();
            manager.setId("crm/anna");
            manager.setRevision(1);
            manager.setSource("crm");
            manager.setAttributes(Map.of());
            manager.setAssignments(List.of());
            manager.setCoefficients(List.of());
            stream.send(Topics.MANAGERS, "crm/anna", manager, AT);
            stream.send(Topics.DEALS, "crm/1", deal(), AT).settle();

            assertThat(stream.deadLetters()).isEmpty();
            assertThat(stream.balances())
                    .containsExactly(Map.entry("crm/anna|simple|volume|month|2026-10-01", 500_00L));
        }
    }

    private static Plan plan() {
        String document = """
                plan: simple
                version: 1
                valid_from: 2026-01-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - { id: volume, rate: 5%, of: revenue }
                """;
        Plan plan = new Plan();
        plan.setPlan("simple");
        plan.setVersion(1);
        plan.setStatus(PlanStatus.active);
        plan.setValidFrom(LocalDate.of(2026, 1, 1));
        plan.setDocument(document);
        plan.setSha256("");
        return plan;
    }

    private static Deal deal() {
        Deal deal = new Deal();
        deal.setId("crm/1");
        deal.setRevision(1);
        deal.setSource("crm");
        deal.setStatus(DealStatus.won);
        deal.setAmount(new BigDecimal("10000.0000"));
        deal.setCurrency("RUB");
        deal.setOwner("crm/anna");
        deal.setCreatedAt(AT.minusSeconds(86400));
        deal.setClosedAt(AT);
        deal.setCredits(List.of());
        deal.setTags(List.of());
        deal.setLines(List.of());
        deal.setAttributes(Map.of());
        return deal;
    }
}
