package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** KPIs of customers who stay, come back or go, and of what they are worth. */
final class LoyaltyKpis {
    private static final int CHURN_DAYS = 90;

    private LoyaltyKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                distinct(
                                "retention_rate",
                                "K9",
                                "Удержание клиентов",
                                "Retention rate",
                                "customers who bought in the window before and in this one / those who bought in the one before",
                                List.of(Measures.BUYERS),
                                0,
                                LoyaltyKpis::retention)
                        .reaching(Reach.PREVIOUS),
                distinct(
                        "repeat_buyer_share",
                        "K10",
                        "Доля повторных покупателей",
                        "Share of repeat buyers",
                        "buyers of the window with two or more won deals, company-wide, up to its end / active_customers",
                        List.of(Measures.REPEAT_BUYERS, Measures.BUYERS),
                        0,
                        LoyaltyKpis::repeatBuyers),
                distinct(
                                "churn_rate",
                                "K13",
                                "Отток клиентов",
                                "Churn rate",
                                "of the customers who bought in the 90 days (or as many as given) before the window's start,"
                                        + " the share that did not buy in as many days before its end",
                                List.of(Measures.BUYERS, Measures.RETURNED_BUYERS),
                                1,
                                LoyaltyKpis::churn)
                        .reaching(new Reach.Days(CHURN_DAYS)),
                new KpiDefinition(
                                "customer_lifetime_value",
                                "K14",
                                Unit.MONEY,
                                false,
                                false,
                                "Ценность клиента (LTV)",
                                "Customer lifetime value",
                                "gross profit of all deals with customers up to the window's end / customers with such a deal",
                                List.of(Measures.CUSTOMER_PROFIT, Measures.VALUED_CUSTOMERS),
                                false,
                                0,
                                in -> lifetimeValue(
                                        in,
                                        Measures.CUSTOMER_PROFIT,
                                        Measures.VALUED_CUSTOMERS,
                                        "customer_lifetime_value is undefined: no customer with a known profit"))
                        .reaching(Reach.EVERYTHING),
                money(
                        "existing_customer_revenue",
                        "K18",
                        "Выручка от действующих клиентов",
                        "Revenue from existing customers",
                        "revenue of customers who are not new in the window",
                        Measures.EXISTING_REVENUE,
                        in -> Value.of(in.moneyOfExisting(Measures.EXISTING_REVENUE))),
                money(
                        "existing_customer_profit",
                        "K18",
                        "Прибыль от действующих клиентов",
                        "Profit from existing customers",
                        "gross profit of customers who are not new in the window",
                        Measures.EXISTING_PROFIT,
                        in -> Value.of(in.moneyOfExisting(Measures.EXISTING_PROFIT))),
                new KpiDefinition(
                        "vip_revenue",
                        "K26",
                        Unit.MONEY,
                        true,
                        false,
                        "Выручка VIP-клиентов",
                        "VIP revenue",
                        "revenue of deals whose customer had the tag vip on the day of the win",
                        List.of(Measures.VIP_REVENUE),
                        true,
                        0,
                        in -> Value.of(in.money(Measures.VIP_REVENUE))),
                new KpiDefinition(
                                "vip_customer_value",
                                "K26",
                                Unit.MONEY,
                                false,
                                false,
                                "Ценность VIP-клиента",
                                "Value of a VIP customer",
                                "gross profit of deals won while the customer was a VIP, up to the window's end / such customers",
                                List.of(Measures.VIP_PROFIT, Measures.VALUED_VIP_CUSTOMERS),
                                false,
                                0,
                                in -> lifetimeValue(
                                        in,
                                        Measures.VIP_PROFIT,
                                        Measures.VALUED_VIP_CUSTOMERS,
                                        "vip_customer_value is undefined: no VIP customer with a known profit"))
                        .reaching(Reach.EVERYTHING));
    }

    /** Who bought in the window before counts again on the first day in this one whose previous purchase lies there. */
    private static Value retention(KpiInput in) {
        DayRange days = in.days();
        DayRange before = in.span().previous();
        if (days.from() != in.span().whole().from()) {
            return Value.undefined("retention_rate is undefined: the window is cut by a change of plan or assignment");
        }
        long stayed = in.sumWhere(
                Measures.BUYERS,
                days.from(),
                days.to(),
                previous ->
                        previous >= Measures.dayOrNone(before.from()) && previous < Measures.dayOrNone(before.to()));
        return ratio(
                BigDecimal.valueOf(stayed),
                buyers(in, before.from(), before.to()),
                "retention_rate is undefined: no buyers in the window before");
    }

    private static Value repeatBuyers(KpiInput in) {
        DayRange days = in.days();
        int end = in.span().whole().to();
        long repeat = in.sumWhere(
                Measures.REPEAT_BUYERS,
                days.from(),
                days.to(),
                dimension ->
                        Measures.isPreviousBefore(dimension, days.from()) && Measures.isSecondBefore(dimension, end));
        return ratio(
                BigDecimal.valueOf(repeat),
                in.distinct(Measures.BUYERS),
                "repeat_buyer_share is undefined: no buyers in the window");
    }

    private static Value churn(KpiInput in) {
        DayRange days = in.days();
        int n = new Reach.Days(CHURN_DAYS).days(in.parameters());
        BigDecimal base = buyers(in, days.from() - n, days.from());
        BigDecimal stayed;
        if (days.length() <= n) {
            stayed = stayedInShortWindow(in, n);
        } else if (in.span().window() != null && !in.span().isCut()) {
            stayed = stayedInLongWindow(in, n);
        } else {
            return Value.undefined(
                    "churn_rate is undefined: the days that are measured are more than it looks back, and no whole window");
        }
        return ratio(base.subtract(stayed), base, "churn_rate is undefined: no buyers in the days before the window");
    }

    /** The two ranges of days overlap or touch: whoever bought in the overlap stayed, the others must have bought since. */
    private static BigDecimal stayedInShortWindow(KpiInput in, int n) {
        DayRange days = in.days();
        int overlap = days.to() - n;
        long cameBack = in.sumWhere(
                Measures.BUYERS,
                days.from(),
                days.to(),
                previous -> previous >= Measures.dayOrNone(days.from() - n) && previous < Measures.dayOrNone(overlap));
        return buyers(in, overlap, days.from()).add(BigDecimal.valueOf(cameBack));
    }

    /** The last purchase in the window says when the customer had bought before the window. */
    private static BigDecimal stayedInLongWindow(KpiInput in, int n) {
        Window window = in.span().window();
        DayRange days = in.days();
        return BigDecimal.valueOf(in.sumWhere(
                Measures.RETURNED_BUYERS,
                days.to() - n,
                days.to(),
                dimension -> Measures.isReturned(dimension, window.kind(), days.from() - n)));
    }

    /** Distinct buyers of some days: each on its first day there. */
    private static BigDecimal buyers(KpiInput in, int from, int to) {
        return BigDecimal.valueOf(
                in.sumWhere(Measures.BUYERS, from, to, previous -> previous < Measures.dayOrNone(from)));
    }

    private static Value lifetimeValue(KpiInput in, long profit, long customers, String reason) {
        return ratio(in.moneyBeforeEnd(profit), BigDecimal.valueOf(in.sumBeforeEnd(customers)), reason);
    }

    private static KpiDefinition distinct(
            String name,
            String number,
            String titleRu,
            String titleEn,
            String formula,
            List<Long> measures,
            int parameters,
            Function<KpiInput, Value> computation) {
        return new KpiDefinition(
                name,
                number,
                Unit.RATIO,
                false,
                false,
                titleRu,
                titleEn,
                formula,
                measures,
                false,
                parameters,
                computation);
    }

    private static KpiDefinition money(
            String name,
            String number,
            String titleRu,
            String titleEn,
            String formula,
            long measure,
            Function<KpiInput, Value> computation) {
        return new KpiDefinition(
                name,
                number,
                Unit.MONEY,
                false,
                false,
                titleRu,
                titleEn,
                formula,
                List.of(measure),
                true,
                0,
                computation);
    }
}
