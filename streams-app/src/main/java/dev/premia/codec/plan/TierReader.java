package dev.premia.codec.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.plan.TierTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads scales: steps without gap or overlap, from 0 to an open end. */
final class TierReader {
    private static final Map<String, TierTable.Side> SIDES = Map.of(
            "upper_inclusive", TierTable.Side.UPPER_INCLUSIVE, "lower_inclusive", TierTable.Side.LOWER_INCLUSIVE);
    private static final Map<String, TierTable.Mode> MODES =
            Map.of("graduated", TierTable.Mode.GRADUATED, "slab", TierTable.Mode.SLAB);

    /** A scale as the file states it. */
    record Scale(TierTable table, boolean overDeals, boolean running, boolean roundPerDeal, boolean hasRates) {}

    /** How the steps of a scale apply unless a step says otherwise. */
    private record Defaults(TierTable.Mode mode, boolean running, TierTable.Side side) {}

    /** One step while it is read. */
    private record Draft(
            Fields fields,
            Formula from,
            Formula to,
            Formula pay,
            boolean fixed,
            TierTable.Mode mode,
            TierTable.Side side) {}

    private final Problems problems;
    private final FormulaReader formulas;
    private final Scalars scalars;

    TierReader(Problems problems, FormulaReader formulas) {
        this.problems = problems;
        this.formulas = formulas;
        this.scalars = new Scalars(problems);
    }

    /** A scale; null when it cannot be used. */
    Scale read(Item item) {
        Fields fields = Fields.of(item, PlanKeys.TIERS, problems);
        if (fields == null) {
            return null;
        }
        int errorsBefore = problems.errors().size();
        Item mode = fields.require("mode", "mode: graduated");
        boolean perDeal = mode != null && mode.isScalar() && mode.text().equals("per_deal");
        TierTable.Mode applied = mode == null || perDeal ? TierTable.Mode.SLAB : mode(mode, true);
        boolean overDeal = over(fields);
        checkDealMode(fields, perDeal, overDeal);
        boolean round = round(fields, perDeal || overDeal);
        Defaults defaults = new Defaults(applied, perDeal, side(fields.get("bounds")));
        List<TierTable.Step> steps = steps(fields, defaults);
        boolean usable = steps != null && problems.errors().size() == errorsBefore;
        boolean hasRates = steps != null && steps.stream().anyMatch(step -> !step.fixed());
        return usable ? new Scale(new TierTable(steps), perDeal || overDeal, perDeal, round, hasRates) : null;
    }

    private TierTable.Mode mode(Item item, boolean perDealPossible) {
        if (perDealPossible && item.isScalar() && !MODES.containsKey(item.text())) {
            problems.error(
                    item,
                    "unknown value",
                    item.shown(),
                    "one of graduated, per_deal, slab",
                    "graduated: each rate on its own band; slab: the reached rate on everything;"
                            + " per_deal: each deal at the step that the running total reaches");
            return null;
        }
        return scalars.choice(item, MODES);
    }

    private boolean over(Fields fields) {
        Item over = fields.get("over");
        return over != null && Boolean.TRUE.equals(scalars.choice(over, Map.of("window", false, "deal", true)));
    }

    private void checkDealMode(Fields fields, boolean perDeal, boolean overDeal) {
        if (perDeal && overDeal) {
            problems.error(
                    fields.key("over"),
                    "keys that exclude each other",
                    "`mode: per_deal` and `over: deal`",
                    "one of them",
                    "per_deal looks at the window's running total, over: deal at each deal's own amount");
        }
    }

    private boolean round(Fields fields, boolean deals) {
        Item round = fields.get("round");
        if (round == null) {
            return false;
        }
        boolean perDeal = Boolean.TRUE.equals(scalars.choice(round, Map.of("per_deal", true, "window", false)));
        if (perDeal && !deals) {
            problems.error(
                    round,
                    "nothing to round per deal",
                    "a scale over the window",
                    "`mode: per_deal` or `over: deal`",
                    "remove `round`");
        }
        return perDeal;
    }

    private TierTable.Side side(Item item) {
        return item == null ? null : scalars.choice(item, SIDES);
    }

    private List<TierTable.Step> steps(Fields tiers, Defaults defaults) {
        Item item = tiers.require("steps", "steps: [{to: 1000000, rate: 3%}, {rate: 7%}]");
        if (item == null) {
            return null;
        }
        List<Draft> drafts = new ArrayList<>();
        List<Item> items = Fields.list(item, problems);
        for (Item each : items) {
            Draft draft = draft(each, defaults);
            if (draft != null) {
                drafts.add(draft);
            }
        }
        if (items.isEmpty() && item.isList()) {
            problems.error(item, "empty list", "no steps", "at least one step", "write [{rate: 5%}]");
        }
        return drafts.size() < items.size() || drafts.isEmpty() ? null : joined(drafts, defaults);
    }

    private Draft draft(Item item, Defaults defaults) {
        Fields fields = Fields.of(item, PlanKeys.STEP, problems);
        if (fields == null) {
            return null;
        }
        int errorsBefore = problems.errors().size();
        Formula from = fields.has("from") ? formulas.number(fields.get("from")) : null;
        Formula to = fields.has("to") ? formulas.number(fields.get("to")) : null;
        boolean fixed = fields.has("pay");
        Formula pay = pay(fields, fixed);
        TierTable.Mode mode = fields.has("mode") ? ownMode(fields, defaults) : defaults.mode();
        TierTable.Side side = fields.has("bounds") ? side(fields.get("bounds")) : defaults.side();
        return problems.errors().size() > errorsBefore || mode == null
                ? null
                : new Draft(fields, from, to, pay, fixed, mode, side);
    }

    private TierTable.Mode ownMode(Fields fields, Defaults defaults) {
        if (defaults.running()) {
            problems.error(
                    fields.key("mode"),
                    "mode of a step",
                    "`mode` in a per_deal scale",
                    "no mode",
                    "every deal pays wholly at the step it reaches");
        }
        return mode(fields.get("mode"), false);
    }

    private Formula pay(Fields fields, boolean fixed) {
        if (fixed == fields.has("rate")) {
            problems.error(
                    fields.self(),
                    "what the step pays",
                    fixed ? "`rate` and `pay`" : "neither `rate` nor `pay`",
                    "one of them",
                    "rate: 5% of the value, or pay: 5000 as a fixed amount");
            return null;
        }
        Item item = fields.get(fixed ? "pay" : "rate");
        Formula pay = formulas.number(item);
        if (pay != null && !fixed && FormulaReader.isConstant(pay)) {
            formulas.warnOfPercent(item, FormulaReader.valueOf(pay));
        }
        return pay;
    }

    /** Bounds may be given as the end of a step, as the beginning of the next one, or as both. */
    private List<TierTable.Step> joined(List<Draft> drafts, Defaults defaults) {
        checkStart(drafts.get(0));
        List<TierTable.Step> steps = new ArrayList<>();
        Formula before = null;
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Draft next = i + 1 < drafts.size() ? drafts.get(i + 1) : null;
            Formula bound = next == null ? draft.to() : bound(draft, next);
            if (bound != null) {
                checkAscending(draft, next, before, bound);
                checkSide(draft, next, defaults);
            }
            TierTable.Side side = draft.side() == null ? TierTable.Side.UPPER_INCLUSIVE : draft.side();
            steps.add(new TierTable.Step(bound, draft.pay(), draft.fixed(), draft.mode(), side));
            before = bound;
        }
        checkEnd(drafts.get(drafts.size() - 1));
        return steps;
    }

    private void checkStart(Draft first) {
        boolean startsAtZero = first.from() == null || isConstant(first.from(), BigDecimal.ZERO);
        if (!startsAtZero) {
            problems.error(
                    first.fields().get("from"),
                    "gap in the scale",
                    "no step covers 0 to " + shown(first.from()),
                    "a first step from 0",
                    "add a step {to: " + shown(first.from()) + ", rate: 0%}");
        }
    }

    private void checkEnd(Draft last) {
        if (last.to() != null) {
            problems.error(
                    last.fields().get("to"),
                    "gap in the scale",
                    "no step covers more than " + shown(last.to()),
                    "a last step without `to`",
                    "remove `to`, or add a step {rate: 0%}");
        }
    }

    /** The bound between two steps, or null when it is not clear. */
    private Formula bound(Draft draft, Draft next) {
        if (draft.to() == null && next.from() == null) {
            problems.error(
                    draft.fields().self(),
                    "step without an end",
                    "neither `to` nor a `from` in the next step",
                    "`to` in every step but the last",
                    "");
            return null;
        }
        if (draft.to() == null || next.from() == null) {
            return draft.to() == null ? next.from() : draft.to();
        }
        if (draft.to().canonical().equals(next.from().canonical())) {
            return draft.to();
        }
        if (!FormulaReader.isConstant(draft.to()) || !FormulaReader.isConstant(next.from())) {
            problems.error(
                    next.fields().get("from"),
                    "bounds that may differ",
                    "`" + next.from().text() + "`",
                    "the `to` of the step before: " + draft.to().text(),
                    "write them alike, or leave `from` out");
            return null;
        }
        int order = FormulaReader.valueOf(draft.to()).compareTo(FormulaReader.valueOf(next.from()));
        if (order < 0) {
            problems.error(
                    next.fields().get("from"),
                    "gap in the scale",
                    "no step covers " + shown(draft.to()) + " to " + shown(next.from()),
                    "from: " + shown(draft.to()),
                    "each step begins where the one before ends; `from` may be left out");
        } else if (order > 0) {
            problems.error(
                    next.fields().get("from"),
                    "overlap in the scale",
                    "two steps cover " + shown(next.from()) + " to " + shown(draft.to()),
                    "from: " + shown(draft.to()),
                    "each step begins where the one before ends; `from` may be left out");
        }
        return order == 0 ? draft.to() : null;
    }

    private void checkAscending(Draft draft, Draft next, Formula before, Formula bound) {
        boolean known = FormulaReader.isConstant(bound) && (before == null || FormulaReader.isConstant(before));
        BigDecimal lower = before == null || !known ? BigDecimal.ZERO : FormulaReader.valueOf(before);
        if (known && FormulaReader.valueOf(bound).compareTo(lower) <= 0) {
            Item at = draft.to() == null
                    ? next.fields().get("from")
                    : draft.fields().get("to");
            problems.error(
                    at,
                    "scale not ascending",
                    "a step from " + Scales.plain(lower) + " to " + shown(bound),
                    "a bound above " + Scales.plain(lower),
                    "");
        }
    }

    /** Where the pay jumps at a bound, the plan says to whom the bound itself belongs. */
    private void checkSide(Draft draft, Draft next, Defaults defaults) {
        boolean jumps = defaults.running() || isSlab(draft) || (next != null && isSlab(next));
        if (jumps && draft.side() == null && !draft.fields().has("bounds")) {
            problems.error(
                    draft.fields().self(),
                    "boundary side not declared",
                    "a bound at which the pay jumps",
                    "`bounds` in `tiers` or in this step",
                    "write bounds: upper_inclusive if the bound itself belongs to the lower step, else lower_inclusive");
        }
    }

    private static boolean isSlab(Draft draft) {
        return draft.mode() == TierTable.Mode.SLAB || draft.fixed();
    }

    private static boolean isConstant(Formula formula, BigDecimal value) {
        return FormulaReader.isConstant(formula)
                && FormulaReader.valueOf(formula).compareTo(value) == 0;
    }

    private static String shown(Formula bound) {
        return FormulaReader.isConstant(bound) ? Scales.plain(FormulaReader.valueOf(bound)) : bound.text();
    }
}
