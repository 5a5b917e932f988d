package dev.premia.codec.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Type;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.DealCondition;
import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.PayoutCurve;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.Settlement;
import dev.premia.domain.plan.TierTable;
import dev.premia.domain.plan.Whose;
import dev.premia.domain.time.WindowKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the components of a plan. */
final class ComponentReader {
    private static final String RESERVED = "cap:";

    /** The key that decides how a component pays, and the keys that go with it. */
    private static final Map<String, Set<String>> RULES = Map.of(
            "rate", Set.of("of", "where"),
            "pay", Set.of("per", "where"),
            "tiers", Set.of("of", "by", "where"),
            "target_bonus", Set.of("scorecard"),
            "badge", Set.of(),
            "pool", Set.of("share_by"),
            "rank_by",
                    Set.of("among", "prizes", "ties", "second", "minimum", "pot", "accrue", "days", "grace", "where"));

    private static final List<String> RULE_KEYS = List.of(
            "rate",
            "of",
            "pay",
            "per",
            "tiers",
            "by",
            "target_bonus",
            "scorecard",
            "badge",
            "pool",
            "share_by",
            "rank_by",
            "among",
            "prizes",
            "ties",
            "second",
            "minimum",
            "pot",
            "accrue",
            "days",
            "grace",
            "where");

    private final Problems problems;
    private final FormulaReader formulas;
    private final Scalars scalars;
    private final Titles titles;
    private final PlanFrame frame;
    private final DoublePay doublePay;
    private final Map<String, Integer> lineOfId = new HashMap<>();

    ComponentReader(Problems problems, FormulaReader formulas, PlanFrame frame) {
        this.problems = problems;
        this.formulas = formulas;
        this.scalars = new Scalars(problems);
        this.titles = new Titles(problems);
        this.doublePay = new DoublePay(problems);
        this.frame = frame;
    }

    /** One component; null, and reported, when it cannot be used. */
    Component read(Item item) {
        Fields fields = Fields.of(item, PlanKeys.COMPONENT, problems);
        if (fields == null) {
            return null;
        }
        int errorsBefore = problems.errors().size();
        String id = id(fields);
        PlanTitle title = titles.read(fields.get(fields.has("badge") ? "badge" : "title"), id);
        WindowKind window = fields.has("window") ? scalars.choice(fields.get("window"), windows()) : frame.period();
        Formula when = fields.has("when") ? formulas.condition(fields.get("when")) : null;
        Formula cap = fields.has("cap") ? formulas.number(fields.get("cap")) : null;
        if (cap != null) {
            warnOfNothing(fields.get("cap"), cap, "the cap");
        }
        String unit = unit(fields);
        Whose scope = scope(fields);
        PayRule rule = rule(fields, scope);
        Settlement settlement = new SettlementReader(problems, formulas).read(fields, rule, scope);
        boolean usable = rule != null && window != null && problems.errors().size() == errorsBefore;
        if (!usable) {
            return null;
        }
        Component component =
                new Component(id, title.ru(), title.en(), window, scope, when, rule, settlement, cap, unit);
        new GroupScopeCheck(problems).check(fields, component);
        if (problems.errors().size() > errorsBefore) {
            return null;
        }
        doublePay.add(item, component);
        return component;
    }

    static Map<String, WindowKind> windows() {
        Map<String, WindowKind> windows = new HashMap<>();
        for (WindowKind kind : WindowKind.values()) {
            windows.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
        return windows;
    }

    private String id(Fields fields) {
        Item item = fields.require("id", "id: volume");
        if (item == null) {
            return "";
        }
        if (item.isScalar() && item.text().startsWith(RESERVED)) {
            problems.error(item, "reserved id", item.shown(), "an id that does not begin with `" + RESERVED + "`", "");
            return "";
        }
        String id = scalars.id(item);
        Integer earlier = id == null ? null : lineOfId.putIfAbsent(id, item.line());
        if (earlier != null) {
            problems.error(
                    item,
                    "duplicate id",
                    item.shown() + " again",
                    "an id of its own for each component",
                    "it stands on line " + earlier + " already");
        }
        return id == null ? "" : id;
    }

    private PayRule rule(Fields fields, Whose scope) {
        List<String> present = RULE_KEYS.stream()
                .filter(key -> RULES.containsKey(key) && fields.has(key))
                .toList();
        if (present.size() != 1) {
            String found = present.isEmpty() ? "no rule" : "`" + String.join("` and `", present) + "`";
            Item at = present.isEmpty() ? fields.self() : fields.key(present.get(1));
            problems.error(
                    at,
                    "how the component pays",
                    found,
                    "exactly one of rate, pay, tiers, target_bonus, badge, pool, rank_by",
                    "rate: 5% with of: revenue; pay: 5000 with per: won_deals; tiers with of; target_bonus with scorecard;"
                            + " badge with when; pool with share_by; rank_by with prizes");
            return null;
        }
        String key = present.get(0);
        for (String other : RULE_KEYS) {
            if (!other.equals(key) && fields.has(other) && !RULES.get(key).contains(other)) {
                problems.error(
                        fields.key(other),
                        "keys that do not go together",
                        "`" + other + "` with `" + key + "`",
                        "`"
                                + String.join(
                                        "`, `", RULES.get(key).stream().sorted().toList()) + "`",
                        "");
            }
        }
        return switch (key) {
            case "rate" -> rate(fields);
            case "pay" -> pay(fields);
            case "tiers" -> tiers(fields);
            case "badge" -> badge(fields);
            case "pool" -> new GroupRuleReader(problems, formulas, frame).pool(fields, scope);
            case "rank_by" -> new GroupRuleReader(problems, formulas, frame).contest(fields, where(fields));
            default -> scorecard(fields);
        };
    }

    /** What the component pays: the plan's currency unless it says points, or is a badge. */
    private String unit(Fields fields) {
        if (!fields.has("unit")) {
            return fields.has("badge") ? Currencies.BADGES : frame.currency();
        }
        String unit = scalars.choice(
                fields.get("unit"),
                Map.of(Currencies.POINTS, Currencies.POINTS, "money", String.valueOf(frame.currency())));
        if (fields.has("badge")) {
            problems.error(fields.key("unit"), "keys that do not go together", "`unit` with `badge`", "no `unit`", "");
        }
        if (Currencies.POINTS.equals(unit) && fields.has("rate")) {
            problems.error(
                    fields.key("rate"),
                    "wrong unit",
                    "a share of money, paid in points",
                    "`pay`",
                    "for a point per thousand write pay: 1 with per: \"revenue / 1000\"");
        }
        return unit;
    }

    private static boolean isInPoints(Fields fields) {
        return fields.has("unit") && Currencies.POINTS.equals(fields.get("unit").text());
    }

    /** A badge is held in a window or not: one piece of a unit of its own. */
    private PayRule badge(Fields fields) {
        if (fields.require("when", "when: \"attainment(revenue) >= 100%\"") == null) {
            return null;
        }
        Formula one = Formula.compile("1", Type.NUMBER, DealNames.INSTANCE);
        return new PayRule.Fixed(one, null);
    }

    /** Whose figures the formulas of a component name; the participant's where it cannot be read. */
    private Whose scope(Fields fields) {
        if (!fields.has("scope")) {
            return Whose.MANAGER;
        }
        Whose scope = scalars.choice(
                fields.get("scope"), Map.of("manager", Whose.MANAGER, "team", Whose.TEAM, "company", Whose.COMPANY));
        if (fields.has("rank_by")) {
            problems.error(
                    fields.key("scope"),
                    "keys that do not go together",
                    "`scope` with `rank_by`",
                    "`among`",
                    "`among` says within which group places are given");
        }
        return scope == null ? Whose.MANAGER : scope;
    }

    private PayRule rate(Fields fields) {
        Item rateItem = fields.get("rate");
        Formula rate = formulas.number(rateItem);
        Item ofItem = fields.require("of", "of: revenue");
        Formula of = ofItem == null ? null : formulas.number(ofItem, where(fields));
        if (rate != null) {
            checkRate(rateItem, rate);
        }
        if (of != null) {
            checkMoney(ofItem, of);
            warnOfNothing(ofItem, of, "the base");
        }
        return rate == null || of == null ? null : new PayRule.Rate(rate, of);
    }

    private void checkRate(Item item, Formula rate) {
        if (rate.unit() == Unit.MONEY) {
            problems.error(
                    item,
                    "wrong unit",
                    "money `" + rate.text() + "`",
                    "a share such as 5%",
                    "for an amount of money write `pay`");
        }
        if (FormulaReader.isConstant(rate)) {
            formulas.warnOfPercent(item, FormulaReader.valueOf(rate));
        }
        warnOfNothing(item, rate, "the rate");
    }

    /** A rate gives money only when it is taken of money. */
    private void checkMoney(Item item, Formula of) {
        if (of.unit() != Unit.MONEY && of.unit() != Unit.NONE) {
            problems.error(
                    item,
                    "wrong unit",
                    "`" + of.text() + "`, " + described(of.unit()),
                    "money, such as revenue",
                    "a rate applies to money; for an amount per piece write `pay` with `per`");
        }
    }

    private static String described(Unit unit) {
        return switch (unit) {
            case COUNT -> "a count";
            case RATIO -> "a share";
            case SECONDS -> "seconds";
            case DAYS -> "days";
            case POINTS -> "points";
            case MONEY -> "money";
            case NONE -> "a number";
        };
    }

    private DealCondition where(Fields fields) {
        return fields.has("where") ? formulas.where(fields.get("where")) : null;
    }

    private PayRule pay(Fields fields) {
        Item payItem = fields.get("pay");
        Formula pay = formulas.number(payItem);
        if (pay != null) {
            warnOfNothing(payItem, pay, "the pay");
        }
        if (fields.has("where") && !fields.has("per")) {
            problems.error(
                    fields.key("where"),
                    "nothing to narrow",
                    "`where` without `per`",
                    "`per`",
                    "a fixed pay has conditions on KPIs only: write `when`");
            return null;
        }
        Formula per = fields.has("per") ? formulas.number(fields.get("per"), where(fields)) : null;
        if (per != null) {
            warnOfNothing(fields.get("per"), per, "what is counted");
        }
        return pay == null || (per == null && fields.has("per")) ? null : new PayRule.Fixed(pay, per);
    }

    private PayRule tiers(Fields fields) {
        TierReader.Scale scale = new TierReader(problems, formulas).read(fields.get("tiers"));
        Item ofItem = fields.require("of", "of: revenue");
        if (scale != null && scale.table().steps().stream().allMatch(step -> isNothing(step.pay()))) {
            problems.warning(
                    fields.get("tiers"),
                    "no step pays anything: the component never pays",
                    "give a step a rate or an amount above 0");
        }
        if (scale != null && scale.hasRates() && isInPoints(fields)) {
            problems.error(
                    fields.key("unit"),
                    "wrong unit",
                    "rates of money, paid in points",
                    "steps with `pay`",
                    "points are no share of money");
        }
        if (scale != null && scale.overDeals()) {
            return deals(fields, scale, ofItem);
        }
        Formula of = ofItem == null ? null : formulas.number(ofItem, where(fields));
        Formula by = fields.has("by") ? formulas.number(fields.get("by")) : null;
        if (of != null && scale != null && scale.hasRates()) {
            checkMoney(ofItem, of);
        }
        if (scale != null && fields.has("by") && !isWhollySlab(scale)) {
            problems.error(
                    fields.key("by"),
                    "keys that do not go together",
                    "`by` with graduated steps",
                    "`mode: slab`",
                    "what selects the step is not what is paid on, so there are no bands: the reached step pays on everything");
        }
        return of == null || scale == null || (by == null && fields.has("by"))
                ? null
                : new PayRule.Tiers(scale.table(), of, by);
    }

    private static boolean isWhollySlab(TierReader.Scale scale) {
        return scale.table().steps().stream().allMatch(step -> step.mode() == TierTable.Mode.SLAB);
    }

    private PayRule deals(Fields fields, TierReader.Scale scale, Item ofItem) {
        if (fields.has("by")) {
            problems.error(
                    fields.key("by"), "keys that do not go together", "`by` with a scale over deals", "no `by`", "");
        }
        if (ofItem != null && !(ofItem.isScalar() && ofItem.text().equals("revenue"))) {
            problems.error(
                    ofItem,
                    "wrong base",
                    ofItem.shown(),
                    "`revenue`",
                    "a scale over deals pays on each deal's amount; narrow the deals with `where`");
        }
        return new PayRule.Deals(scale.table(), scale.running(), where(fields), scale.roundPerDeal());
    }

    private PayRule scorecard(Fields fields) {
        Item bonusItem = fields.get("target_bonus");
        Formula bonus = formulas.number(bonusItem);
        if (bonus != null) {
            warnOfNothing(bonusItem, bonus, "the target bonus");
        }
        Item item = fields.require(
                "scorecard", "scorecard: [{kpi: revenue, weight: 100%, curve: [[80%, 0%], [100%, 100%]]}]");
        List<PayRule.ScoreLine> lines = item == null ? null : new ScoreReader(problems, formulas).scorecard(item);
        if (lines != null && lines.stream().allMatch(line -> neverPays(line.curve()))) {
            problems.warning(
                    item,
                    "no curve pays anything: the component never pays",
                    "give a point of a curve a payout above 0 %");
        }
        return bonus == null || lines == null ? null : new PayRule.Scorecard(bonus, lines);
    }

    private static boolean neverPays(PayoutCurve curve) {
        return curve.points().stream().allMatch(point -> point.payout().signum() <= 0);
    }

    private void warnOfNothing(Item item, Formula formula, String what) {
        if (isNothing(formula)) {
            problems.warning(
                    item,
                    what + " is " + item.text() + ": the component never pays",
                    "write a number above 0, or remove the component until it is to pay");
        }
    }

    private static boolean isNothing(Formula formula) {
        return FormulaReader.isConstant(formula)
                && FormulaReader.valueOf(formula).signum() <= 0;
    }
}
