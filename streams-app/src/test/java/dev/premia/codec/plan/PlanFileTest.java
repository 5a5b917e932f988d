package dev.premia.codec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.plan.AppliesTo;
import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.Term;
import dev.premia.domain.plan.TierTable;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanFileTest {

    @Test
    void shouldReadHeadOfPlan() {
        PlanFile.Result result = PlanText.read("""
                valid_until: 2026-12-31
                source: crm
                applies_to: { roles: [hunter], teams: [12, other/3], managers: [17] }
                title: { ru: Тест }
                shadow: true
                targets: { revenue: 1_000_000, service_level(20): 80% }
                components: [{ id: c, window: quarter, title: Bonus, pay: 1, cap: 5 }]
                caps: { total: 10 }
                """);
        PlanVersion plan = PlanText.usable(result);

        assertThat(plan.label()).isEqualTo("test v1");
        assertThat(plan.validFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(plan.validUntil()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(plan.appliesTo())
                .isEqualTo(new AppliesTo(Set.of("hunter"), Set.of("crm/12", "other/3"), Set.of("crm/17")));
        assertThat(plan.currency()).isEqualTo("RUB");
        assertThat(plan.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(plan.period()).isEqualTo(WindowKind.MONTH);
        assertThat(plan.targets())
                .containsEntry("revenue", new BigDecimal("1000000"))
                .containsEntry("service_level(20)", new BigDecimal("0.80"));
        assertThat(plan.totalCap().text()).isEqualTo("10");
        assertThat(plan.components()).singleElement().satisfies(component -> {
            assertThat(component.window()).isEqualTo(WindowKind.QUARTER);
            assertThat(component.titleRu()).isEqualTo("Bonus");
            assertThat(component.cap().text()).isEqualTo("5");
        });
        assertThat(result.shadow()).isTrue();
        assertThat(result.title()).isEqualTo(new PlanTitle("Тест", "Тест"));
    }

    @Test
    void shouldPayEverybodyWhenNothingRestricts() {
        assertThat(PlanText.component("pay: 1").appliesTo()).isEqualTo(new AppliesTo(Set.of(), Set.of(), Set.of()));
    }

    @Test
    void shouldHashTextAsUtf8() {
        PlanVersion plan = PlanText.plan("title: Ж\ncomponents: [{ id: c, pay: 1 }]\n");

        assertThat(plan.sha256()).hasSize(64).matches("[0-9a-f]+");
        assertThat(plan.sha256())
                .isNotEqualTo(PlanText.plan("title: З\ncomponents: [{ id: c, pay: 1 }]\n")
                        .sha256());
    }

    @Test
    void shouldReadScaleOverDeals() {
        PlanVersion plan =
                PlanText.component("of: revenue, where: amount >= 5, tiers: { mode: per_deal, round: per_deal,"
                        + " bounds: lower_inclusive, steps: [{ to: 10, rate: 1% }, { pay: 7 }] }");

        assertThat(plan.components().get(0).rule()).isInstanceOfSatisfying(PayRule.Deals.class, deals -> {
            assertThat(deals.running()).isTrue();
            assertThat(deals.roundPerDeal()).isTrue();
            assertThat(deals.where().canonicalText()).isEqualTo("amount >= 5");
            assertThat(deals.table().steps()).extracting(TierTable.Step::fixed).containsExactly(false, true);
        });
    }

    @Test
    void shouldTakeEqualParametersForOneKpi() {
        PlanVersion plan = PlanText.component("pay: service_level(20) + service_level(20.0)");
        PayRule.Fixed rule = (PayRule.Fixed) plan.components().get(0).rule();

        assertThat(rule.pay().references())
                .singleElement()
                .extracting(term -> ((Term) term).text())
                .isEqualTo("service_level(20)");
    }
}
