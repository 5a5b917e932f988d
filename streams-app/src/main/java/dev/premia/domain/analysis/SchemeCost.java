package dev.premia.domain.analysis;

import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.Decimals;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a scheme costs in a payroll month, beside what the company sold in that month.
 *
 * @param plan the plan; null for all plans together
 * @param minor what is paid, minor units
 * @param revenue the company's revenue of the same calendar month
 * @param share cost / revenue with 34 digits; undefined where revenue is not positive
 */
public record SchemeCost(YearMonth month, String plan, long minor, BigDecimal revenue, Value share) {
    /** Why there is no share. */
    public static final String NO_REVENUE = "share is undefined: no revenue in the month";

    /** What a plan pays somebody in a payroll month, minor units of one currency for all. */
    public record Accrual(YearMonth month, String plan, long minor) {}

    /**
     * The costs by month and plan, each month followed by all plans together.
     *
     * @param revenue the company's revenue of a month, in the currency of the accruals
     */
    public static List<SchemeCost> of(
            Collection<Accrual> accruals, String currency, Function<YearMonth, BigDecimal> revenue) {
        Map<YearMonth, Map<String, Long>> months = new TreeMap<>();
        for (Accrual each : accruals) {
            months.computeIfAbsent(each.month(), month -> new TreeMap<>())
                    .merge(each.plan(), each.minor(), Math::addExact);
        }
        List<SchemeCost> costs = new ArrayList<>();
        months.forEach((month, plans) -> {
            BigDecimal sold = revenue.apply(month);
            plans.forEach((plan, minor) -> costs.add(cost(month, plan, minor, currency, sold)));
            long all = plans.values().stream().reduce(0L, Math::addExact);
            costs.add(cost(month, null, all, currency, sold));
        });
        return costs;
    }

    private static SchemeCost cost(YearMonth month, String plan, long minor, String currency, BigDecimal revenue) {
        Value share = revenue.signum() > 0
                ? Value.of(Decimals.divide(Currencies.toAmount(minor, currency), revenue))
                : Value.undefined(NO_REVENUE);
        return new SchemeCost(month, plan, minor, revenue, share);
    }
}
