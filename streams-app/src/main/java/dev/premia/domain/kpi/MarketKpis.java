package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** KPIs of campaigns, of contracts, of hours and of the market. */
final class MarketKpis {
    /** Windows whose figures may make up a longer window, longest first. */
    private static final List<WindowKind> SHORTER_KINDS = List.of(WindowKind.QUARTER, WindowKind.MONTH);

    private MarketKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                new KpiDefinition(
                        "campaign_spend",
                        "K44",
                        Unit.MONEY,
                        true,
                        true,
                        "Расходы на кампанию",
                        "Campaign spend",
                        "what the campaign cost; of the company: all campaigns",
                        List.of(Measures.SPEND),
                        false,
                        0,
                        in -> Value.of(in.money(Measures.SPEND))),
                of(
                        "campaign_roi",
                        "K44",
                        Unit.RATIO,
                        "Окупаемость кампании (ROI)",
                        "Campaign ROI",
                        "(gross profit of deals that name a campaign - campaign_spend) / campaign_spend",
                        List.of(Measures.CAMPAIGN_PROFIT, Measures.SPEND),
                        MarketKpis::returnOnSpend),
                of(
                        "cost_per_lead",
                        "K44",
                        Unit.MONEY,
                        "Стоимость лида",
                        "Cost per lead",
                        "campaign_spend / leads_created",
                        List.of(Measures.SPEND, Measures.LEADS_CREATED),
                        in -> ratio(
                                in.money(Measures.SPEND),
                                in.count(Measures.LEADS_CREATED),
                                "cost_per_lead is undefined: no leads were created")),
                of(
                        "customer_acquisition_cost",
                        "K44",
                        Unit.MONEY,
                        "Стоимость привлечения клиента",
                        "Customer acquisition cost",
                        "campaign_spend / new_customers",
                        List.of(Measures.SPEND, Measures.NEW_CUSTOMERS),
                        in -> ratio(
                                in.money(Measures.SPEND),
                                in.shares(Measures.NEW_CUSTOMERS),
                                "customer_acquisition_cost is undefined: no new customers")),
                of(
                        "renewal_rate",
                        "K30",
                        Unit.RATIO,
                        "Доля продлённых договоров",
                        "Renewal rate",
                        "contracts that a won deal renews / contracts expiring in the window",
                        List.of(Measures.CONTRACTS_RENEWED, Measures.CONTRACTS_EXPIRING),
                        in -> ratio(
                                in.count(Measures.CONTRACTS_RENEWED),
                                in.count(Measures.CONTRACTS_EXPIRING),
                                "renewal_rate is undefined: no contracts expired")),
                of(
                        "renewal_rate_value",
                        "K30",
                        Unit.RATIO,
                        "Доля продлённых договоров по стоимости",
                        "Renewal rate by value",
                        "value of contracts that a won deal renews / value of contracts expiring in the window",
                        List.of(Measures.RENEWED_VALUE, Measures.EXPIRING_VALUE),
                        in -> ratio(
                                in.money(Measures.RENEWED_VALUE),
                                in.money(Measures.EXPIRING_VALUE),
                                "renewal_rate_value is undefined: no contracts expired")),
                of(
                        "revenue_per_hour",
                        "K25",
                        Unit.MONEY,
                        "Выручка на отработанный час",
                        "Revenue per hour",
                        "revenue / worked hours",
                        List.of(Measures.REVENUE, Measures.WORKED_HOURS),
                        in -> ratio(
                                in.money(Measures.REVENUE),
                                BigDecimal.valueOf(in.sum(Measures.WORKED_HOURS), Measures.HOUR_DIGITS),
                                "revenue_per_hour is undefined: no hours were worked")),
                of(
                        "market_share",
                        "K45",
                        Unit.RATIO,
                        "Доля рынка",
                        "Market share",
                        "revenue / size of the market in the window, of the company or of a segment",
                        List.of(Measures.REVENUE, Measures.MARKET_SIZE, Measures.MARKET_FIGURES),
                        MarketKpis::marketShare));
    }

    private static Value returnOnSpend(KpiInput in) {
        BigDecimal spend = in.money(Measures.SPEND);
        return ratio(
                in.money(Measures.CAMPAIGN_PROFIT).subtract(spend),
                spend,
                "campaign_roi is undefined: nothing was spent");
    }

    /** A figure for the very window rules; else those of shorter windows, where none is missing. */
    private static Value marketShare(KpiInput in) {
        Window window = in.span().window();
        if (window != null && !in.span().isCut()) {
            BigDecimal size = sizeOf(in, window);
            for (WindowKind kind : SHORTER_KINDS) {
                boolean shorter = kind.number() < window.kind().number();
                size = size == null && shorter ? sumOf(in, kind, window.days()) : size;
            }
            if (size != null) {
                return ratio(
                        in.money(Measures.REVENUE),
                        size,
                        "market_share is undefined: no size of the market for the window");
            }
        }
        return Value.undefined("market_share is undefined: no size of the market for the window");
    }

    private static BigDecimal sumOf(KpiInput in, WindowKind kind, DayRange days) {
        BigDecimal sum = BigDecimal.ZERO;
        Window part = Window.containing(kind, days.firstDay());
        while (part.firstEpochDay() < days.to()) {
            BigDecimal size = sizeOf(in, part);
            if (size == null) {
                return null;
            }
            sum = sum.add(size);
            part = part.next();
        }
        return sum;
    }

    private static BigDecimal sizeOf(KpiInput in, Window window) {
        long wanted = Measures.market(window.kind(), Currencies.numericCode(in.currency()));
        int day = window.firstEpochDay();
        long figures = in.sumWhere(Measures.MARKET_FIGURES, day, day + 1, dimension -> dimension == wanted);
        return figures == 0
                ? null
                : Currencies.toAmount(
                        in.sumWhere(Measures.MARKET_SIZE, day, day + 1, dimension -> dimension == wanted),
                        in.currency());
    }

    private static KpiDefinition of(
            String name,
            String number,
            Unit unit,
            String titleRu,
            String titleEn,
            String formula,
            List<Long> measures,
            Function<KpiInput, Value> computation) {
        return new KpiDefinition(
                name, number, unit, false, false, titleRu, titleEn, formula, measures, false, 0, computation);
    }
}
