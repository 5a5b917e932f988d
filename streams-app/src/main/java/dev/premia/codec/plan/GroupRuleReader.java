package dev.premia.codec.plan;

import dev.premia.domain.contest.TiePolicy;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.plan.DealCondition;
import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.Term;
import dev.premia.domain.plan.Whose;
import dev.premia.domain.time.DayRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads pools and contests: rules by which managers get what others do not. */
final class GroupRuleReader {
    private static final Map<String, TiePolicy> TIES = Map.of(
            "shared", TiePolicy.SHARED,
            "first_to_reach", TiePolicy.FIRST_TO_REACH,
            "second_metric", TiePolicy.SECOND_METRIC);

    private final Problems problems;
    private final FormulaReader formulas;
    private final Scalars scalars;
    private final GroupScopeCheck scopes;
    private final PlanFrame frame;

    GroupRuleReader(Problems problems, FormulaReader formulas, PlanFrame frame) {
        this.problems = problems;
        this.formulas = formulas;
        this.scalars = new Scalars(problems);
        this.scopes = new GroupScopeCheck(problems);
        this.frame = frame;
    }

    /** A pool; null, and reported, when it cannot be used. */
    PayRule pool(Fields fields, Whose scope) {
        if (scope == Whose.MANAGER) {
            problems.error(
                    fields.key("pool"),
                    "a pool without a group",
                    "no `scope`",
                    "`scope: team` or `scope: company`",
                    "it says whose figures make the pool, and who shares it");
        }
        Formula amount = formulas.number(fields.get("pool"));
        checkMoney(fields.get("pool"), amount);
        warnOfNothing(fields.get("pool"), amount, "the pool");
        Item item = fields.require("share_by", "share_by: equal, or share_by: revenue");
        PayRule.ShareBy shareBy = item == null ? null : shareBy(item);
        return amount == null || shareBy == null ? null : new PayRule.Pool(amount, shareBy);
    }

    private PayRule.ShareBy shareBy(Item item) {
        if (item.isScalar() && item.text().equals("equal")) {
            return new PayRule.ShareBy.Equal();
        } else if (item.isScalar()) {
            Formula kpi = formulas.number(item);
            scopes.checkMember(item, kpi);
            return kpi == null ? null : new PayRule.ShareBy.Contribution(kpi);
        }
        return weights(item);
    }

    private PayRule.ShareBy weights(Item item) {
        Fields fields = Fields.free(item, problems);
        if (fields == null) {
            return null;
        }
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        BigDecimal total = BigDecimal.ZERO;
        boolean percent = false;
        for (Fields.Field field : fields.all()) {
            BigDecimal weight = formulas.constant(field.value());
            if (weight != null && weight.signum() <= 0) {
                problems.error(field.value(), "wrong weight", field.value().shown(), "a number above 0", "");
            } else if (weight != null) {
                weights.put(frame.qualified(field.name()), weight);
                total = total.add(weight);
                percent |= field.value().text().contains("%");
            }
        }
        if (percent && total.compareTo(BigDecimal.ONE) != 0) {
            problems.error(
                    item,
                    "wrong weights",
                    "a total of " + Scales.percent(total),
                    "exactly 100 %",
                    "write plain numbers, such as 2 and 1, where only the proportion matters");
        }
        if (weights.isEmpty()) {
            problems.error(item, "empty weights", "nobody", "managers with their weights", "crm/17: 2");
        }
        return weights.isEmpty() ? null : new PayRule.ShareBy.Weights(weights);
    }

    /** A contest; null, and reported, when it cannot be used. */
    PayRule contest(Fields fields, DealCondition where) {
        Item rankItem = fields.get("rank_by");
        Formula rankBy = formulas.number(rankItem, where);
        Item amongItem = fields.require("among", "among: company");
        Whose among = amongItem == null
                ? null
                : scalars.choice(amongItem, Map.of("company", Whose.COMPANY, "team", Whose.TEAM));
        TiePolicy ties = ties(fields);
        Formula second = second(fields, ties);
        Formula minimum = fields.has("minimum") ? formulas.condition(fields.get("minimum")) : null;
        Formula pot = fields.has("pot") ? formulas.number(fields.get("pot")) : null;
        checkMoney(fields.get("pot"), pot);
        List<PayRule.Prize> prizes = prizes(fields);
        Boolean live = fields.has("accrue")
                ? scalars.choice(fields.get("accrue"), Map.of("live", true, "at_close", false))
                : Boolean.TRUE;
        DayRange days = fields.has("days") ? days(fields.get("days")) : null;
        Integer grace = fields.has("grace") ? scalars.wholeNumber(fields.get("grace")) : Integer.valueOf(0);
        check(fields, rankBy, second, minimum, pot);
        return rankBy == null || among == null || ties == null || prizes == null || live == null || grace == null
                ? null
                : new PayRule.Contest(rankBy, second, minimum, pot, prizes, among, ties, live, days, grace);
    }

    private void check(Fields fields, Formula rankBy, Formula second, Formula minimum, Formula pot) {
        scopes.checkMember(fields.get("rank_by"), rankBy);
        scopes.checkMember(fields.get("second"), second);
        scopes.checkMember(fields.get("minimum"), minimum);
        scopes.checkGroup(fields.get("pot"), pot);
        if (fields.has("days")) {
            scopes.checkOwnDays(fields.get("rank_by"), rankBy);
            scopes.checkOwnDays(fields.get("second"), second);
            scopes.checkOwnDays(fields.get("minimum"), minimum);
            scopes.checkOwnDays(fields.get("pot"), pot);
        }
        if (fields.has("cap")) {
            problems.error(
                    fields.key("cap"),
                    "keys that do not go together",
                    "`cap` with `rank_by`",
                    "no `cap`",
                    "the prizes say what is paid");
        }
    }

    private TiePolicy ties(Fields fields) {
        Item item = fields.require("ties", "ties: shared");
        if (item == null || !item.isScalar() || TIES.containsKey(item.text())) {
            return item == null ? null : scalars.choice(item, TIES);
        }
        problems.error(
                item,
                "unknown value",
                item.shown(),
                "one of first_to_reach, second_metric, shared",
                "shared: 1, 2, 2, 4 with the prizes put together; first_to_reach: who reached the value first;"
                        + " second_metric: who has more of `second`");
        return null;
    }

    private Formula second(Fields fields, TiePolicy ties) {
        if (ties == TiePolicy.SECOND_METRIC) {
            Item item = fields.require("second", "second: revenue");
            return item == null ? null : formulas.number(item);
        }
        if (fields.has("second") && ties != null) {
            problems.error(
                    fields.key("second"),
                    "keys that do not go together",
                    "`second` with `ties: " + ties.name().toLowerCase(Locale.ROOT) + "`",
                    "`ties: second_metric`",
                    "");
        }
        return null;
    }

    private List<PayRule.Prize> prizes(Fields fields) {
        Item item = fields.require("prizes", "prizes: [50000, 30000]");
        if (item == null) {
            return null;
        }
        List<Item> items = Fields.list(item, problems);
        List<PayRule.Prize> prizes = new ArrayList<>();
        for (Item each : items) {
            PayRule.Prize prize = prize(each, fields.has("pot"));
            if (prize != null) {
                prizes.add(prize);
            }
        }
        if (items.isEmpty() && item.isList()) {
            problems.error(item, "empty list", "no prizes", "at least one prize", "write [50000]");
        }
        BigDecimal total = prizes.stream().map(PayRule.Prize::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (fields.has("pot") && total.compareTo(BigDecimal.ONE) > 0) {
            problems.error(
                    item,
                    "more than the pot",
                    "shares of " + Scales.percent(total),
                    "100 % or less",
                    "prizes are shares of `pot`");
        }
        return prizes.isEmpty() || prizes.size() < items.size() ? null : prizes;
    }

    private PayRule.Prize prize(Item item, boolean ofPot) {
        if (!item.isScalar()) {
            return inKind(item);
        }
        BigDecimal amount = formulas.constant(item);
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            problems.error(item, "wrong prize", item.shown(), "0 or more", "");
        }
        if (!ofPot && item.text().contains("%")) {
            problems.error(
                    item,
                    "a share of nothing",
                    item.shown(),
                    "an amount of money",
                    "name the amount that is shared: pot: 5% * revenue");
        }
        return new PayRule.Prize(amount, null, null);
    }

    private PayRule.Prize inKind(Item item) {
        Fields fields = Fields.of(item, PlanKeys.PRIZE, problems);
        Item thing = fields == null ? null : fields.require("in_kind", "in_kind: { ru: Часы, en: A watch }");
        if (thing == null) {
            return null;
        }
        PlanTitle title = new Titles(problems).read(thing, "");
        if (title.ru() == null || title.en() == null) {
            return null;
        }
        return new PayRule.Prize(BigDecimal.ZERO, title.ru(), title.en());
    }

    private DayRange days(Item item) {
        Fields fields = Fields.of(item, PlanKeys.DAYS, problems);
        if (fields == null) {
            return null;
        }
        Item fromItem = fields.require("from", "from: 2026-10-05");
        Item toItem = fields.require("to", "to: 2026-10-25");
        LocalDate from = fromItem == null ? null : scalars.date(fromItem);
        LocalDate to = toItem == null ? null : scalars.date(toItem);
        if (from == null || to == null) {
            return null;
        }
        if (to.isBefore(from)) {
            problems.error(
                    toItem, "contest ends before it begins", toItem.shown(), from + " or later", "the last day counts");
            return null;
        }
        if (!frame.validOn(to)) {
            problems.error(
                    toItem,
                    "contest outside of the plan",
                    toItem.shown(),
                    "a day on which the plan is valid",
                    "the version that is valid on the last day decides");
        }
        return new DayRange((int) from.toEpochDay(), (int) to.toEpochDay() + 1);
    }

    /** What a formula makes of counts and shares is its author's business; a count alone is surely no money. */
    private void checkMoney(Item item, Formula formula) {
        boolean alone = formula != null
                && formula.references().size() == 1
                && formula.canonical()
                        .equals(((Term) formula.references().iterator().next()).text());
        if (alone && formula.unit() != Unit.MONEY && formula.unit() != Unit.NONE) {
            problems.error(
                    item,
                    "wrong unit",
                    "`" + formula.text() + "`",
                    "an amount of money",
                    "multiply it by an amount, as in 1000 * won_deals");
        }
    }

    private void warnOfNothing(Item item, Formula formula, String what) {
        if (formula != null
                && FormulaReader.isConstant(formula)
                && FormulaReader.valueOf(formula).signum() <= 0) {
            problems.warning(
                    item,
                    what + " is " + item.text() + ": the component never pays",
                    "write a number above 0, or remove the component until it is to pay");
        }
    }
}
