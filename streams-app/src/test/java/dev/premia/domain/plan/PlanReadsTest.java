package dev.premia.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.credit.FilteredMeasure;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.time.WindowKind;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlanReadsTest {

    private static PlanReads reads(String rest) {
        PlanFile.Result result = PlanFile.read("plan.yaml", """
                plan: test
                version: 1
                valid_from: 2026-01-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                """ + rest);
        assertThat(result.errors()).isEmpty();
        return PlanReads.of(result.plan());
    }

    private static PlanReads component(String fields) {
        return reads("components:\n  - { id: c, " + fields + " }\n");
    }

    @Test
    void shouldReadNothingElseWhenPlanIsPlain() {
        PlanReads reads = component("rate: 5%, of: revenue, when: lead_conversion > 20%");

        assertThat(reads.filteredMeasures()).isEmpty();
        assertThat(reads.teamMeasures()).isEmpty();
        assertThat(reads.companyMeasures()).isEmpty();
        assertThat(reads.readsPrevious()).isFalse();
        assertThat(reads.readsCumulative()).isFalse();
        assertThat(reads.readsDeals()).isFalse();
        assertThat(reads.kpis()).extracting(Term.Kpi::text).containsExactlyInAnyOrder("revenue", "lead_conversion");
    }

    @Test
    void shouldNarrowEveryMeasureOfKpiOnceWhenSpellingsDiffer() {
        PlanReads reads = reads("""
                kpis:
                  big: { of: average_deal, where: "amount>=500" }
                components:
                  - { id: a, rate: 5%, of: big }
                  - { id: b, rate: 5%, of: average_deal, where: "amount >= 500" }
                """);

        assertThat(reads.filteredMeasures())
                .extracting(FilteredMeasure::base)
                .containsExactlyInAnyOrder(Measures.REVENUE, Measures.WON_DEALS);
        assertThat(reads.filteredMeasures())
                .extracting(FilteredMeasure::measure)
                .contains(narrowedRevenue("amount >= 500"));
    }

    /** The number of a measure depends on the money by which the plan reads deals. */
    private static long narrowedRevenue(String filter) {
        return FilteredMeasure.number(Measures.REVENUE, filter, MoneyView.atWin(ZoneId.of("Europe/Moscow"), "RUB"));
    }

    @Test
    void shouldFindMeasuresOfGroups() {
        PlanReads reads = component("window: quarter, pay: attainment(team(revenue)) + target(company(calls)),"
                + " when: growth(company(average_deal)) > 0");
        int quarter = WindowKind.QUARTER.ordinal();

        assertThat(reads.teamMeasures())
                .containsExactlyInAnyOrder(Measures.REVENUE, Measures.memberTarget("revenue", quarter));
        assertThat(reads.companyMeasures())
                .containsExactlyInAnyOrder(
                        Measures.memberTarget("calls", quarter), Measures.REVENUE, Measures.WON_DEALS);
        assertThat(reads.readsPrevious()).isTrue();
        assertThat(reads.kpis()).isEmpty();
    }

    @Test
    void shouldFindNarrowedMeasuresOfGroupsThroughKpisOfPlan() {
        PlanReads reads = reads("""
                kpis:
                  focus: { of: revenue, where: "has(tags, 'focus')" }
                  part: { formula: focus / revenue }
                components:
                  - { id: a, pay: 1, when: "team(part) > 10%" }
                """);

        assertThat(reads.teamMeasures())
                .containsExactlyInAnyOrder(Measures.REVENUE, narrowedRevenue("has(tags, 'focus')"));
        assertThat(reads.filteredMeasures()).hasSize(1);
    }

    @Test
    void shouldReadMemberTargetsOfTeamUnderScorecardAndIndex() {
        PlanReads reads = reads("""
                kpis:
                  mix: { index: [{ kpi: calls, weight: 100% }] }
                components:
                  - { id: a, target_bonus: 1, scorecard: [{ kpi: team(mix), weight: 100%, curve: [[0%, 0%]] }] }
                """);
        int month = WindowKind.MONTH.ordinal();

        assertThat(reads.teamMeasures())
                .containsExactlyInAnyOrder(
                        Measures.CALLS, Measures.memberTarget("calls", month), Measures.memberTarget("mix", month));
    }

    @Test
    void shouldTellHowFarBackAndHowDeepPlanLooks() {
        PlanReads reads = reads("""
                components:
                  - { id: a, pay: growth(previous(revenue)), when: open_deals > 3 }
                  - { id: b, of: revenue, tiers: { mode: graduated, over: deal, steps: [{ rate: 1% }] } }
                """);

        assertThat(reads.windowsBack()).isEqualTo(2);
        assertThat(reads.readsPrevious()).isTrue();
        assertThat(reads.readsCumulative()).isTrue();
        assertThat(reads.readsDeals()).isTrue();
    }
}
