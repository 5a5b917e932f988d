package dev.premia.codec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans that are allowed but hardly meant: those that cannot pay, pay twice, or pay too little. */
class PlanWarningsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pay: 100, when: 1 > 2 | 8:30 components[0].when: the condition is never met: it pays nothing / correct the condition, or remove it if there is none",
                "pay: 100, when: revenue > 10 and 1 > 2 | 8:30 components[0].when: the condition is never met: it pays nothing / correct the condition, or remove it if there is none",
                "pay: 100, when: revenue > 10 and revenue < 5 | 8:30 components[0].when: the condition is never met: it pays nothing / correct the condition, or remove it if there is none",
                "pay: 1, per: won_deals, where: 1 > 2 | 8:45 components[0].where: no deal ever counts: the condition is never met / correct the condition, or remove it if there is none",
                "rate: 5%, of: 0 | 8:28 components[0].of: the base is 0: the component never pays / write a number above 0, or remove the component until it is to pay",
                "pay: 1, cap: 0 | 8:27 components[0].cap: the cap is 0: the component never pays / write a number above 0, or remove the component until it is to pay",
                "target_bonus: 5, scorecard: [{ kpi: revenue, weight: 100%, curve: [[80%, 0%]] }] | 8:42 components[0].scorecard: no curve pays anything: the component never pays / give a point of a curve a payout above 0 %",
                "of: revenue, tiers: { mode: graduated, steps: [{ rate: 0% }] } | 8:34 components[0].tiers: no step pays anything: the component never pays / give a step a rate or an amount above 0"
            })
    void shouldWarnWhenComponentCannotPay(String fields, String warning) {
        assertThat(PlanText.warnings(PlanText.oneComponent(fields.strip()))).containsExactly(warning.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pay: 100, when: revenue > 5 and revenue < 10",
                "pay: 100, when: revenue > 5 or revenue < 1",
                "pay: 100, when: not (revenue > 10 and revenue < 5)",
                "pay: 100, when: revenue >= 10 and revenue <= 10",
                "pay: 100, when: revenue > 10 and calls < 5",
                "pay: 100, when: growth(revenue) > 10% and revenue < 5"
            })
    void shouldNotWarnWhenConditionCanBeMet(String fields) {
        assertThat(PlanText.warnings(PlanText.oneComponent(fields.strip()))).isEmpty();
    }

    @Test
    void shouldWarnWhenTwoComponentsPayForTheSame() {
        assertThat(PlanText.warnings("""
                components:
                  - { id: a, rate: 5%, of: revenue, when: "revenue > 1_000_000" }
                  - { id: b, rate: 2%, of: revenue, when: revenue>1000000 }
                """))
                .containsExactly(
                        "9:5 components[1]: `b` pays on the same base under the same condition as `a` on line 8:"
                                + " the same result is paid twice / if both are meant, add the rates up in one component; else remove one,"
                                + " or give each its own condition");
    }

    @Test
    void shouldNotWarnWhenComponentsDifferInBaseConditionWindowOrFilter() {
        assertThat(PlanText.warnings("""
                components:
                  - { id: a, rate: 5%, of: revenue }
                  - { id: b, rate: 2%, of: revenue, when: revenue > 5 }
                  - { id: c, rate: 2%, of: revenue, where: amount > 5 }
                  - { id: d, rate: 2%, of: revenue, window: quarter }
                  - { id: e, rate: 2%, of: first_deal_revenue }
                """)).isEmpty();
    }

    @Test
    void shouldWarnWhenBonusIsTooSmallToBeFelt() {
        assertThat(PlanText.warnings(
                        "pay_mix: { base: 80000, bonus_at_target: 12000 }\n" + PlanText.oneComponent("pay: 1")))
                .containsExactly(
                        "7:42 pay_mix.bonus_at_target: the bonus at target is 15 % of the base (fixed 87 %, variable"
                                + " 13 %): too little to move anybody / usual are 20 % to 30 % of the base and more; raise the bonus to at"
                                + " least 16000, or drop rules that nobody will feel");
    }

    @Test
    void shouldWarnWhenLessThanHalfOfPayIsCertain() {
        assertThat(PlanText.warnings(
                        "pay_mix: { base: 40000, bonus_at_target: 60000 }\n" + PlanText.oneComponent("pay: 1")))
                .singleElement()
                .asString()
                .startsWith(
                        "7:42 pay_mix.bonus_at_target: the bonus at target is 150 % of the base (fixed 40 %, variable 60 %)");
    }

    @ParameterizedTest
    @CsvSource({"80000, 16000", "60000, 40000", "70000, 30000"})
    void shouldNotWarnOfUsualPayMix(String base, String bonus) {
        assertThat(PlanText.warnings("pay_mix: { base: " + base + ", bonus_at_target: " + bonus + " }\n"
                        + PlanText.oneComponent("pay: 1")))
                .isEmpty();
    }

    @Test
    void shouldRejectPayMixWithoutBase() {
        assertThat(PlanText.errors("pay_mix: { base: 0, bonus_at_target: 5 }\n" + PlanText.oneComponent("pay: 1")))
                .containsExactly("7:18 pay_mix.base: wrong amount: found `0`, expected an amount above 0"
                        + " / write it like base: 80000");
    }
}
