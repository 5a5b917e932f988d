package dev.premia.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.analysis.SchemeCost.Accrual;
import dev.premia.domain.formula.Value;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trends, groups and the cost of a scheme. */
class ComparisonsTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void shouldCompareEveryWindowWithTheOneBefore() {
        Map<String, Value> values = Map.of(
                "2026-07", Value.of(-10),
                "2026-08", Value.of(100),
                "2026-09", Value.of(150),
                "2026-10", Value.undefined("no deals"));
        Window october = new Window(WindowKind.MONTH, LocalDate.of(2026, 10, 1));

        List<Trend.Step> steps = Trend.of(october, 3, window -> values.get(window.toString()));

        assertThat(steps).extracting(step -> step.window().toString()).containsExactly("2026-08", "2026-09", "2026-10");
        assertThat(steps)
                .extracting(Trend.Step::change)
                .containsExactly(Value.of(110), Value.of(50), Value.undefined(Trend.NOTHING_TO_COMPARE));
        assertThat(steps)
                .extracting(Trend.Step::growth)
                .containsExactly(
                        Value.undefined(Trend.NO_BASE),
                        Value.of(number("0.5")),
                        Value.undefined(Trend.NOTHING_TO_COMPARE));
    }

    @Test
    void shouldCompareMeansOfGroups() {
        GroupComparison found = GroupComparison.of(
                List.of(number("100"), number("200")), List.of(number("50"), number("100"), number("150")));

        assertThat(found.a().mean().orElse(null)).isEqualByComparingTo("150");
        assertThat(found.b().mean().orElse(null)).isEqualByComparingTo("100");
        assertThat(found.difference().orElse(null)).isEqualByComparingTo("50");
        assertThat(found.relative().orElse(null)).isEqualByComparingTo("0.5");
        assertThat(found.shareOfA().orElse(null)).isEqualByComparingTo("0.5");
    }

    @Test
    void shouldSayWhatIsMissingWhenAGroupHasNothing() {
        GroupComparison nobody = GroupComparison.of(List.of(), List.of(number("5")));
        GroupComparison nothing = GroupComparison.of(List.of(BigDecimal.ZERO), List.of(BigDecimal.ZERO));

        assertThat(nobody.difference()).isEqualTo(Value.undefined(GroupComparison.EMPTY));
        assertThat(nobody.shareOfA().orElse(null)).isEqualByComparingTo("0");
        assertThat(nothing.relative()).isEqualTo(Value.undefined(GroupComparison.NO_BASE));
        assertThat(nothing.shareOfA()).isEqualTo(Value.undefined(GroupComparison.NO_SUM));
    }

    @Test
    void shouldDivideTheCostOfPlansByTheRevenueOfTheMonth() {
        YearMonth november = OCTOBER.plusMonths(1);
        List<SchemeCost> costs = SchemeCost.of(
                List.of(
                        new Accrual(OCTOBER, "b", 30_000),
                        new Accrual(OCTOBER, "a", 100_000),
                        new Accrual(OCTOBER, "b", 20_000),
                        new Accrual(november, "a", -500)),
                "RUB",
                month -> month.equals(OCTOBER) ? number("10000.00") : BigDecimal.ZERO);

        assertThat(costs).extracting(SchemeCost::plan).containsExactly("a", "b", null, "a", null);
        assertThat(costs).extracting(SchemeCost::minor).containsExactly(100_000L, 50_000L, 150_000L, -500L, -500L);
        assertThat(costs.get(0).share().orElse(null)).isEqualByComparingTo("0.1");
        assertThat(costs.get(2).share().orElse(null)).isEqualByComparingTo("0.15");
        assertThat(costs.get(4).share()).isEqualTo(Value.undefined(SchemeCost.NO_REVENUE));
    }
}
