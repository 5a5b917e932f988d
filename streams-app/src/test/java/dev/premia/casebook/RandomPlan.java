package dev.premia.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A random valid plan document: every way to pay, windows, filters, conditions, caps, KPIs of the plan's own, targets. With
 * some components goes a ghost that pays by the same rule, but only where what it pays by is undefined: it never pays.
 */
final class RandomPlan {
    /** Begins the ids of components that must never pay. */
    static final String GHOST = "ghost-";

    /** The id of a pool that pays 777.77 as a whole, or nothing. */
    static final String POOL = "pool-fixed";

    /** The id of a contest of which a result may be published. */
    static final String CONTEST = "contest";

    private static final int MOST_COMPONENTS = 7;
    private static final List<String> MONEY = List.of(
            "revenue",
            "repeat_revenue",
            "first_deal_revenue",
            "average_deal",
            "paid_revenue",
            "average_first_deal",
            "own_sum",
            "own_mean",
            "own_min",
            "own_max",
            "own_best",
            "gross_profit",
            "operating_profit",
            "net_profit",
            "existing_customer_revenue",
            "existing_customer_profit",
            "vip_revenue",
            "vip_customer_value",
            "customer_lifetime_value",
            "focus_product_revenue",
            "promo_revenue",
            "new_product_revenue",
            "seasonal_revenue",
            "revenue_per_hour",
            "revenue_per_manager",
            "campaign_spend",
            "cost_per_lead");
    private static final List<String> COUNTS = List.of(
            "won_deals",
            "lost_deals",
            "closed_deals",
            "open_deals",
            "new_customers",
            "repeat_deals",
            "active_customers",
            "calls",
            "missed_calls",
            "leads_created",
            "leads_processed",
            "own_count",
            "own_distinct",
            "own_work",
            "streak",
            "meetings",
            "business_trips",
            "business_trip_days",
            "emails_sent",
            "focus_product_units",
            "deals_without_cost",
            "nps_answers",
            "csat_answers",
            "products_per_customer",
            "leavers");
    private static final List<String> RATIOS = List.of(
            "win_rate",
            "lead_conversion",
            "answer_rate",
            "missed_rate",
            "repeat_revenue_share",
            "customer_base_coverage",
            "refusals('price')",
            "stage_conversion('', 'new', 'offer')",
            "service_level(20)",
            "own_ratio",
            "own_index",
            "own_formula",
            "margin",
            "markup",
            "markup_share(10%)",
            "retention_rate",
            "repeat_buyer_share",
            "churn_rate(30)",
            "renewal_rate",
            "renewal_rate_value",
            "tasks_done_rate",
            "projects_on_time",
            "sales_standard_score",
            "call_quality_score",
            "market_share",
            "campaign_roi",
            "staff_turnover",
            "lead_qualification_rate",
            "lead_to_won",
            "service_quality(50%, 30%, 20%, 20)",
            "assortment_breadth",
            "callback_rate(86400)",
            "first_response_working_seconds(9, 18)",
            "vip_csat_top2",
            "coefficient(grade)");
    /** KPIs that can be counted over any days. */
    private static final List<String> PLAIN =
            List.of("won_deals", "revenue", "calls", "gross_profit", "average_deal", "csat_answers", "meetings");
    /** Sums over won deals, of which every deal has a part. */
    private static final List<String> DEAL_SUMS = List.of(
            "revenue",
            "gross_profit",
            "focus_product_revenue",
            "max(0, revenue - target(revenue))",
            "revenue + repeat_revenue",
            "vip_revenue",
            "first_deal_revenue");

    private static final List<String> DEFERRALS = List.of(
            "pay_on: payment",
            "pay_on: { booking: 40%, payment: 60% }",
            "hold: { days: 20 }",
            "hold: { until: release }",
            "hold: { until: paid }, pay_on: payment");
    private static final List<String> DEAL_KPIS = List.of("revenue", "won_deals", "average_deal", "own_deals");
    private static final List<String> DEAL_CONDITIONS = List.of(
            "amount >= 1000",
            "tags = 'focus'",
            "not has(tags, 'focus') and amount < 2500",
            "segment = ''",
            "currency = 'RUB' or attr.city = 'Perm'",
            "products = 'p1'",
            "categories = 'crm/tools' or campaign = 'spring'",
            "units >= 2",
            "contract_renewal = ''");
    private static final String CUSTOMER_CONDITION = "has(customer_tags, 'vip') or segment = 'retail'";

    private final Random random;
    /** Whether the plan begins after the days of a contest would end. */
    private boolean lateStart;

    RandomPlan(Random random) {
        this.random = random;
    }

    /** The whole file. */
    String document(String id, int version, String from, String zone, String period) {
        lateStart = from.compareTo("2026-10-05") > 0;
        StringBuilder text = new StringBuilder("plan: " + id + "\nversion: " + version + "\nvalid_from: " + from
                + "\ncurrency: RUB\ntimezone: " + zone + "\nperiod: " + period + "\n");
        maybe(5, () -> text.append("applies_to: { roles: [hunter] }\n"));
        maybe(4, () -> text.append("fx: payment_date\n"));
        maybe(4, () -> text.append("calendar: crm/cal\n"));
        maybe(3, () -> text.append("after_exit: stop\n"));
        maybe(6, () -> text.append("ramp: [{ month: 1, targets: 50% }]\n"));
        text.append("targets: { revenue: 1500, calls: 2, won_deals: 1, own_count: 2 }\n");
        maybe(3, () -> text.append("caps: { total: \"700 + won_deals\" }\n"));
        ownKpis(text);
        text.append("components:\n");
        int count = 2 + random.nextInt(MOST_COMPONENTS - 1);
        for (int i = 0; i < count; i++) {
            component(text, i);
        }
        maybe(3, () -> add(text, CONTEST, contest()));
        maybe(2, () -> add(text, POOL, "scope: " + one("team", "company") + ", pool: 777.77, share_by: " + shareBy()));
        maybe(
                3,
                () -> add(
                        text,
                        "head",
                        "scope: team, rate: 1%, of: " + one(MONEY) + one("", ", when: \"revenue > 100\"")));
        return text.toString();
    }

    private void ownKpis(StringBuilder text) {
        String deals = one("won_deals", "closed_deals", "deals");
        text.append("kpis:\n");
        line(text, "own_sum", one("sum: line.amount", "sum: amount") + ", from: won_deals" + where());
        line(text, "own_mean", "mean: amount, from: " + deals + where());
        line(text, "own_min", "min: " + one("amount", "line.amount") + ", from: " + deals + where());
        line(text, "own_max", one("max: amount, from: payments", "max: amount, from: lost_deals"));
        line(text, "own_deals", "count: true, from: " + deals + where());
        line(text, "own_count", facts());
        line(
                text,
                "own_distinct",
                one(
                        "distinct: line.product, from: won_deals",
                        "distinct: customer, from: deals" + where(),
                        "distinct: direction, from: calls"));
        line(text, "own_work", work());
        line(text, "own_ratio", "ratio: [{ " + facts() + " }, " + one("won_deals", "calls", "leads_created") + "]");
        line(text, "own_formula", "formula: \"own_count / (won_deals + lost_deals)\"");
        text.append("  own_index: { index: [{ kpi: revenue, weight: 60% }, { kpi: calls, weight: 40%, inverse: ")
                .append(random.nextBoolean())
                .append(" }] }\n");
        line(text, "own_best", "best_of: " + one("revenue", "own_sum") + ", last: " + (1 + random.nextInt(3)));
        line(text, "streak", "streak: \"" + one("won_deals > 0", "own_count >= 1") + "\", last: 3");
    }

    private String facts() {
        return one(
                "count: true, from: calls, where: \"direction = 'inbound' and talk_seconds > 60\"",
                "count: true, from: calls, where: \"not answered\"",
                "count: true, from: leads, where: converted",
                "count: true, from: leads_processed, where: \"response_seconds > 0\"",
                "count: true, from: lost_deals, where: \"amount > 1000\"",
                "count: true, from: won_deals, where: \"line.product = 'p1' and line.quantity > 1\"");
    }

    private String work() {
        return one(
                "count: true, from: meetings, where: \"result = 'signed'\"",
                "count: true, from: tasks, where: done",
                "count: true, from: activities, where: \"kind != 'email'\"",
                "count: true, from: surveys, where: \"score >= 4\"",
                "count: true, from: reviews, where: \"score > 0.5 or call\"",
                "count: true, from: won_deals, where: \"line.tags = 'focus' or line.category = 'tools'\"",
                "count: true, from: payments, where: \"amount > 100\"",
                "distinct: customer, from: surveys");
    }

    private String where() {
        return random.nextInt(3) == 0 ? "" : ", where: \"" + one(DEAL_CONDITIONS) + "\"";
    }

    private static void line(StringBuilder text, String name, String definition) {
        text.append("  ").append(name).append(": { ").append(definition).append(" }\n");
    }

    private void component(StringBuilder text, int number) {
        String window = random.nextInt(5) == 0 ? ", window: " + one("week", "quarter", "month") : "";
        switch (random.nextInt(15)) {
            case 0, 1 -> {
                String of = money();
                String rule = "rate: \"" + one("5%", "own_index > 1 ? 7% : 3%") + "\", of: \"" + of + "\"" + window;
                add(text, "c" + number, rule + when() + cap());
                add(text, GHOST + number, rule + ", when: \"not defined(" + of + ")\"");
            }
            case 2 -> {
                String per = count();
                add(text, "c" + number, "pay: \"1 + won_deals\", per: \"" + per + "\"" + window + when() + cap());
                add(text, GHOST + number, "pay: 100, per: \"" + per + "\", when: \"not defined(" + per + ")\"");
            }
            case 3 -> {
                String ratio = ratio();
                add(text, "c" + number, "pay: \"1000 * " + ratio + "\"" + window + cap());
                add(text, GHOST + number, "pay: \"1 + " + ratio + "\", when: \"not defined(" + ratio + ")\"");
            }
            case 4 -> add(text, "c" + number, "pay: 77" + window + when());
            case 5 -> add(text, "c" + number, filtered() + window);
            case 6 -> add(text, "c" + number, scale() + window);
            case 7 -> add(text, "c" + number, pool() + window);
            case 8 -> add(text, "c" + number, contest() + window);
            case 9 -> ghostsOfRatio(text, number, window);
            case 13 -> add(text, "c" + number, ofGroup() + window);
            case 10, 11 -> add(text, "c" + number, deferred() + window + when() + cap());
            case 12 -> add(text, "c" + number, inPoints() + window);
            default -> add(text, "c" + number, scorecard() + window + when());
        }
    }

    /** What is undefined meets no condition, whichever way it is put, and makes no pool. */
    private void ghostsOfRatio(StringBuilder text, int number, String window) {
        String ratio = one(RATIOS);
        String undefined = "when: \"not defined(" + ratio + ") and "
                + one("(RATIO >= 0 or RATIO < 0)", "not (RATIO > 0)", "not (RATIO = 7)")
                        .replace("RATIO", ratio) + "\"";
        String rule = one(
                () -> "pay: 100, " + undefined,
                () -> "rate: 5%, of: revenue, " + undefined + ", " + one(DEFERRALS),
                () -> "unit: points, pay: 5, per: calls, " + undefined,
                () -> "scope: company, pool: \"100 + win_rate\", share_by: equal, when: \"not defined(win_rate)\"");
        add(text, GHOST + number, rule + window);
    }

    private String pool() {
        String amount =
                one("100 + 10 * won_deals", "1% * revenue", "win_rate > 0 ? 333.33 : 0", "attainment(revenue) * 77");
        return "scope: " + one("team", "company") + ", pool: \"" + amount + "\", share_by: "
                + one("equal", "revenue", "won_deals", "calls", "own_count", "{ crm/m1: 2, crm/m2: 1.5 }")
                + one("", ", when: \"won_deals > 0\"", ", cap: 150");
    }

    private String contest() {
        String ties = one("shared", "first_to_reach", "second_metric, second: " + one(PLAIN));
        boolean ownDays = random.nextInt(3) == 0;
        String rank =
                ownDays ? one(PLAIN) : one(() -> one(COUNTS), () -> one(MONEY), () -> one(RATIOS), () -> "5 - calls");
        return "rank_by: \"" + rank + "\", among: " + one("team", "company") + ", ties: " + ties
                + one(", prizes: [500, 300.01, 100]", ", pot: \"10% * revenue\", prizes: [50%, 30%]")
                + one("", ", minimum: \"won_deals >= 0\"", ", when: \"calls > 0\"", ", accrue: at_close")
                + (ownDays
                        ? ", days: { from: 2026-09-14, to: " + (lateStart ? "2026-11-05" : "2026-10-05")
                                + " }, grace: 2"
                        : "");
    }

    private String deferred() {
        String release = one(DEFERRALS);
        String steps = "steps: [{ to: 1000, rate: 5% }, { rate: 7% }] }";
        return one(
                () -> "rate: 5%, of: \"" + one(DEAL_SUMS) + "\", " + release,
                () -> "rate: 5%, of: revenue, where: \"" + CUSTOMER_CONDITION + "\", " + release,
                () -> "pay: 50, per: won_deals, where: \"" + one(DEAL_CONDITIONS) + "\", " + release + original(),
                () -> "rate: 7%, of: \"" + one("revenue", "gross_profit") + "\", " + release + original(),
                () -> "of: revenue, tiers: { mode: graduated, " + steps + ", " + release + original(),
                () -> "of: revenue, tiers: { mode: slab, bounds: upper_inclusive, " + steps + ", " + release
                        + original(),
                () -> "of: revenue, tiers: { mode: per_deal, bounds: lower_inclusive, " + steps + where() + ", "
                        + release + original());
    }

    private String original() {
        return one("", ", refunds: original");
    }

    private String inPoints() {
        return one(
                () -> "unit: points, pay: 10, per: \"" + count() + "\"" + when(),
                () -> "unit: points, pay: 1, per: \"revenue / 1000\"",
                () -> "badge: { ru: Знак, en: Badge }, when: \"" + condition(1) + "\"");
    }

    private String ofGroup() {
        return "scope: " + one("team", "company") + ", "
                + one(
                        "rate: 1%, of: " + one("revenue", "average_deal", "own_sum"),
                        "pay: 3, per: " + one("won_deals", "own_count", "active_customers"),
                        "pay: 55, when: \"attainment(revenue) >= 50%\"",
                        "pay: 44, when: \"growth(" + one("won_deals", "revenue") + ") > 0\"");
    }

    /** No version of a plan changes what a component pays, so its id says it. */
    private static void add(StringBuilder text, String id, String rule) {
        String unit = rule.contains("unit: points") ? "-points" : rule.contains("badge: ") ? "-badge" : "";
        text.append("  - { id: ").append(id + unit).append(", ").append(rule).append(" }\n");
    }

    private String filtered() {
        String kpi = one(DEAL_KPIS);
        boolean money = kpi.equals("revenue") || kpi.equals("average_deal");
        return (money ? "rate: 4%, of: " : "pay: 9, per: ") + kpi + ", where: \"" + one(DEAL_CONDITIONS) + "\"";
    }

    private String scale() {
        String steps = "steps: [{ to: 1000, rate: 5% }, { to: \"3000 + won_deals\", rate: 6% }, { rate: 7% }] }";
        String bounds = "bounds: " + one("upper_inclusive", "lower_inclusive") + ", ";
        return one(
                () -> "of: \"" + money() + "\", tiers: { mode: graduated, " + steps + cap(),
                () -> "of: \"" + money() + "\", tiers: { mode: slab, " + bounds + steps,
                () -> "of: revenue, tiers: { mode: per_deal, " + bounds + steps + where(),
                () -> "of: revenue, tiers: { mode: graduated, over: deal, round: per_deal, " + steps + where(),
                () -> "of: \"" + money() + "\", by: \"" + ratio() + "\", tiers: { mode: slab, " + bounds
                        + "steps: [{ to: 20%, rate: 1% }, { rate: 2% }] }");
    }

    private String shareBy() {
        return one("equal", "revenue", "won_deals", "own_count");
    }

    private String scorecard() {
        return "target_bonus: \"1000 + won_deals\", scorecard: ["
                + "{ kpi: revenue, weight: 60%, curve: [[50%, 0%], [150%, 150%]] }, "
                + "{ kpi: calls, weight: 30%, inverse: " + random.nextBoolean()
                + ", curve: [[0%, 0%], [200%, 200%]], curve_type: " + one("linear", "step") + " }, "
                + "{ kpi: own_count, weight: 10%, curve: [[80%, 50%], [100%, 100%]] }]";
    }

    private String money() {
        return one(
                () -> one(MONEY),
                () -> whose(one(MONEY)),
                () -> "max(0, " + one(MONEY) + " - target(revenue))",
                () -> "coalesce(" + one(MONEY) + ", 10)",
                () -> "best(" + one(MONEY) + ") - " + one(MONEY));
    }

    private String count() {
        return one(
                () -> one(COUNTS),
                () -> whose(one(COUNTS)),
                () -> "min(3, " + one(COUNTS) + ")",
                () -> "rank("
                        + one(
                                () -> one(MONEY),
                                () -> one("win_rate", "own_ratio", "missed_rate"),
                                () -> "previous(revenue)")
                        + ")");
    }

    private String ratio() {
        return one(
                () -> one(RATIOS),
                () -> "attainment(" + one("revenue", "calls", "team(revenue)", "own_count") + ")",
                () -> "growth(" + one("revenue", "average_deal", "own_count", "company(won_deals)") + ")",
                () -> "deviation(" + one(() -> one(MONEY), () -> one(COUNTS)) + ")");
    }

    private String whose(String kpi) {
        return one("team(", "company(", "previous(") + kpi + ")";
    }

    private String when() {
        return random.nextBoolean() ? "" : ", when: \"" + condition(2) + "\"";
    }

    private String condition(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return "(" + condition(depth - 1) + one(") and (", ") or not (") + condition(depth - 1) + ")";
        }
        return one(
                () -> one(RATIOS) + one(" > ", " <= ") + one("0%", "20%", "100%"),
                () -> count() + one(" >= ", " < ") + random.nextInt(3),
                () -> money() + " > " + one("0", "1000", "2500.5"),
                () -> ratio() + " != 1",
                () -> "defined(" + one(RATIOS) + ")");
    }

    private String cap() {
        return random.nextInt(5) == 0 ? ", cap: 150" : "";
    }

    private void maybe(int oneOf, Runnable then) {
        if (random.nextInt(oneOf) == 0) {
            then.run();
        }
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    private String one(Supplier<String>... of) {
        List<Supplier<String>> all = new ArrayList<>(List.of(of));
        return all.get(random.nextInt(all.size())).get();
    }
}
