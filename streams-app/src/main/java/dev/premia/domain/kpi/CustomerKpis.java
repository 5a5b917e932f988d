package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.List;

/** KPIs of customers: new, returning, active. */
final class CustomerKpis {
    private CustomerKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                new KpiDefinition(
                        "repeat_revenue",
                        "K11",
                        Unit.MONEY,
                        true,
                        false,
                        "Повторная выручка",
                        "Repeat revenue",
                        "revenue of deals that are not their customer's first",
                        List.of(Measures.REPEAT_REVENUE),
                        true,
                        0,
                        in -> Value.of(in.money(Measures.REPEAT_REVENUE))),
                new KpiDefinition(
                        "repeat_revenue_share",
                        "K11",
                        Unit.RATIO,
                        false,
                        false,
                        "Доля повторной выручки",
                        "Share of repeat revenue",
                        "repeat_revenue / revenue",
                        List.of(Measures.REPEAT_REVENUE, Measures.REVENUE),
                        true,
                        0,
                        CustomerKpis::repeatShare),
                new KpiDefinition(
                        "repeat_deals",
                        "K12",
                        Unit.COUNT,
                        true,
                        false,
                        "Повторные сделки",
                        "Repeat deals",
                        "won deals that are not their customer's first",
                        List.of(Measures.REPEAT_DEALS),
                        true,
                        0,
                        in -> Value.of(in.shares(Measures.REPEAT_DEALS))),
                new KpiDefinition(
                        "new_customers",
                        "K15",
                        Unit.COUNT,
                        true,
                        false,
                        "Новые клиенты",
                        "New customers",
                        "customers whose first won deal, company-wide, is in the window",
                        List.of(Measures.NEW_CUSTOMERS),
                        true,
                        0,
                        in -> Value.of(in.shares(Measures.NEW_CUSTOMERS))),
                new KpiDefinition(
                        "first_deal_revenue",
                        "K16",
                        Unit.MONEY,
                        true,
                        false,
                        "Выручка первых сделок",
                        "First-deal revenue",
                        "revenue of customers' first deals",
                        List.of(Measures.FIRST_REVENUE),
                        true,
                        0,
                        in -> Value.of(in.money(Measures.FIRST_REVENUE))),
                new KpiDefinition(
                        "average_first_deal",
                        "K16",
                        Unit.MONEY,
                        false,
                        false,
                        "Средний первый чек",
                        "Average first deal",
                        "first_deal_revenue / new_customers",
                        List.of(Measures.FIRST_REVENUE, Measures.NEW_CUSTOMERS),
                        true,
                        0,
                        in -> ratio(
                                in.money(Measures.FIRST_REVENUE),
                                in.shares(Measures.NEW_CUSTOMERS),
                                "average_first_deal is undefined: no new customers")),
                new KpiDefinition(
                        "active_customers",
                        "K17",
                        Unit.COUNT,
                        false,
                        false,
                        "Активные клиенты",
                        "Active customers",
                        "distinct customers with a won deal in the window",
                        List.of(Measures.BUYERS),
                        false,
                        0,
                        in -> Value.of(in.distinct(Measures.BUYERS))),
                new KpiDefinition(
                                "customer_base_coverage",
                                "K17",
                                Unit.RATIO,
                                false,
                                false,
                                "Охват клиентской базы",
                                "Customer base coverage",
                                "distinct buyers among the assigned customers / assigned customers",
                                List.of(Measures.ASSIGNED_BUYERS, Measures.ASSIGNED_CUSTOMERS),
                                false,
                                0,
                                CustomerKpis::coverage)
                        .reaching(Reach.EVERYTHING));
    }

    private static Value repeatShare(KpiInput in) {
        return ratio(
                in.money(Measures.REPEAT_REVENUE),
                in.money(Measures.REVENUE),
                "repeat_revenue_share is undefined: no revenue");
    }

    private static Value coverage(KpiInput in) {
        return ratio(
                in.distinct(Measures.ASSIGNED_BUYERS),
                BigDecimal.valueOf(in.sumBeforeEnd(Measures.ASSIGNED_CUSTOMERS)),
                "customer_base_coverage is undefined: no assigned customers");
    }
}
