package dev.premia.codec.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.FormulaException;
import dev.premia.domain.formula.Type;
import dev.premia.domain.plan.DealCondition;
import dev.premia.domain.plan.Term;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles the formulas of a plan file. What cannot be compiled is reported at its column and given as null. */
final class FormulaReader {
    static final String CONDITION_HINT = "correct the condition, or remove it if there is none";

    private final Problems problems;
    private final OwnKpis own;

    FormulaReader(Problems problems, OwnKpis own) {
        this.problems = problems;
        this.own = own;
    }

    /** A number over KPIs. */
    Formula number(Item item) {
        return number(item, null);
    }

    /** A number over KPIs, all of them narrowed by a filter unless it is null. */
    Formula number(Item item, DealCondition filter) {
        return compile(item, Type.NUMBER, filter);
    }

    /** A condition over KPIs. */
    Formula condition(Item item) {
        Formula formula = compile(item, Type.BOOLEAN, null);
        if (formula != null && formula.isNeverMet()) {
            problems.warning(item, "the condition is never met: it pays nothing", CONDITION_HINT);
        }
        return formula;
    }

    private Formula compile(Item item, Type type, DealCondition filter) {
        if (!isFormula(item)) {
            return null;
        }
        PlanNames names = new PlanNames(own, filter);
        try {
            Formula formula = Formula.compile(item.text(), type, names);
            names.complaints().forEach(complaint -> report(item, complaint));
            return names.complaints().isEmpty() ? formula : null;
        } catch (FormulaException e) {
            problems.error(item, e);
            return null;
        }
    }

    private boolean isFormula(Item item) {
        if (!item.isScalar() || item.text().isBlank()) {
            problems.error(item, "wrong type", item.shown(), "a number or a formula", "");
            return false;
        }
        return true;
    }

    private void report(Item item, PlanNames.Complaint complaint) {
        Matcher name = Pattern.compile("(?<![\\w.])" + Pattern.quote(complaint.name()) + "(?![\\w.])")
                .matcher(item.text());
        int column = name.find() ? name.start() + 1 : 1;
        problems.error(item, column, complaint.problem(), complaint.found(), complaint.expected(), complaint.hint());
    }

    /** A condition on deals. */
    DealCondition where(Item item) {
        if (!isFormula(item)) {
            return null;
        }
        try {
            Formula formula = Formula.compile(item.text(), Type.BOOLEAN, DealNames.INSTANCE);
            if (formula.isNeverMet()) {
                problems.warning(item, "no deal ever counts: the condition is never met", CONDITION_HINT);
            }
            return new DealCondition(formula);
        } catch (FormulaException e) {
            problems.error(item, e);
            return null;
        }
    }

    /** A number that is known when the plan is read. */
    BigDecimal constant(Item item) {
        Formula formula = number(item);
        if (formula == null) {
            return null;
        }
        if (!isConstant(formula)) {
            problems.error(item, "not a constant", "`" + formula.text() + "`", "a number without KPIs", "");
            return null;
        }
        return valueOf(formula);
    }

    /** A constant share; more than the whole is doubtful when it is written without a percent sign. */
    BigDecimal share(Item item) {
        BigDecimal share = constant(item);
        if (share != null) {
            warnOfPercent(item, share);
        }
        return share;
    }

    /** Warns of {@code 5} where {@code 5%} was most likely meant. */
    void warnOfPercent(Item item, BigDecimal share) {
        if (share.compareTo(BigDecimal.ONE) > 0 && !item.text().contains("%")) {
            problems.warning(
                    item,
                    "`" + item.text() + "` means " + Scales.percent(share),
                    "write " + item.text() + "% if you mean percent, or "
                            + Scales.percent(share).replace(" ", "") + " to make it clear");
        }
    }

    /** One KPI by its name or call. */
    Term term(Item item) {
        Formula formula = number(item);
        if (formula == null) {
            return null;
        }
        boolean single = formula.references().size() == 1 && isNameOrCall(formula.canonical());
        if (!single) {
            problems.error(
                    item,
                    "not a KPI",
                    item.shown(),
                    "one KPI, such as revenue or team(revenue)",
                    "give the formula a name under `kpis` and name it here");
            return null;
        }
        return (Term) formula.references().iterator().next();
    }

    private static boolean isNameOrCall(String canonical) {
        int open = canonical.indexOf('(');
        String name = open < 0 ? canonical : canonical.substring(0, open);
        boolean ofPlan = open < 0
                ? name.matches("\\w+")
                : TermFunction.find(name).isPresent() || PlanNames.takesParameters(name);
        return ofPlan && (open < 0 || closing(canonical, open) == canonical.length() - 1);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static boolean isConstant(Formula formula) {
        return formula.references().isEmpty();
    }

    /** The value of a constant formula; a constant that is undefined counts as 0. */
    static BigDecimal valueOf(Formula constant) {
        return constant.evaluate(null).orElse(BigDecimal.ZERO);
    }
}
