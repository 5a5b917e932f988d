package dev.premia.codec.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.Term;
import dev.premia.domain.plan.Whose;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Checks that a formula names what exists where it is worked out: for a group, for one who takes part, over days of its own. */
final class GroupScopeCheck {
    private final Problems problems;

    GroupScopeCheck(Problems problems) {
        this.problems = problems;
    }

    /** Every formula of a component that is about a group. */
    void check(Fields fields, Component component) {
        boolean contest = component.rule() instanceof PayRule.Contest;
        if (component.scope() == Whose.MANAGER && !contest) {
            return;
        }
        if (component.rule() instanceof PayRule.Deals) {
            problems.error(
                    fields.key("scope"),
                    "single deals of a group",
                    "`scope` with a scale over deals",
                    "a scale over the window",
                    "deals are looked at one by one for the manager who is paid only");
        }
        formulas(component).forEach((key, formula) -> checkGroup(fields.get(key), formula));
    }

    /** The formulas over the figures of the group, by the keys under which they stand. */
    private static Map<String, Formula> formulas(Component component) {
        Map<String, Formula> formulas = new LinkedHashMap<>();
        formulas.put("when", component.when());
        formulas.put("cap", component.cap());
        PayRule rule = component.rule();
        if (rule instanceof PayRule.Pool pool) {
            formulas.put("pool", pool.amount());
        } else if (rule instanceof PayRule.Rate rate) {
            formulas.put("rate", rate.rate());
            formulas.put("of", rate.of());
        } else if (rule instanceof PayRule.Fixed fixed) {
            formulas.put("pay", fixed.pay());
            formulas.put("per", fixed.per());
        } else if (rule instanceof PayRule.Tiers tiers) {
            formulas.put("of", tiers.of());
            formulas.put("by", tiers.by());
        } else if (rule instanceof PayRule.Scorecard scorecard) {
            formulas.put("target_bonus", scorecard.targetBonus());
        }
        return formulas;
    }

    /** A formula over the figures of a group. */
    void checkGroup(Item item, Formula formula) {
        Term personal = find(formula, term -> term instanceof Term.Coefficient);
        if (personal != null) {
            problems.error(
                    item,
                    "a person's figure for a group",
                    "`" + personal.text() + "`",
                    "KPIs of the group",
                    "a group has no personal coefficients");
        }
        checkNotCompared(item, formula, "managers are compared, and not groups: remove `scope`, or the function");
        Term team = find(formula, term -> term instanceof Term.Team);
        if (team != null) {
            problems.error(
                    item,
                    "a team of a group",
                    "`" + team.text() + "`",
                    "the KPI itself",
                    "the formula is about the group already: write "
                            + ((Term.Team) team).of().text());
        }
    }

    private void checkNotCompared(Item item, Formula formula, String hint) {
        Term compared = find(formula, term -> term instanceof Term.Compared);
        if (compared != null) {
            problems.error(item, "a comparison of managers", "`" + compared.text() + "`", "KPIs alone", hint);
        }
    }

    /** A formula by which members are compared. */
    void checkMember(Item item, Formula formula) {
        checkNotCompared(item, formula, "what a manager brings follows from the manager's own figures alone");
        Term group = find(formula, term -> term instanceof Term.Team || term instanceof Term.Company);
        if (group != null) {
            problems.error(
                    item,
                    "no figure of one person",
                    "`" + group.text() + "`",
                    "KPIs of the participant",
                    "figures of a group are the same for everybody in it");
        }
    }

    /** A formula over days that are no calendar window. */
    void checkOwnDays(Item item, Formula formula) {
        Term ofWindow = find(
                formula,
                term -> term instanceof Term.Target
                        || term instanceof Term.Attainment
                        || term instanceof Term.Growth
                        || term instanceof Term.Previous
                        || term instanceof Term.Streak
                        || term instanceof Term.BestOf
                        || term instanceof Term.Index);
        if (ofWindow != null) {
            problems.error(
                    item,
                    "a figure of a calendar window",
                    "`" + ofWindow.text() + "` with `days`",
                    "KPIs alone",
                    "days of a contest's own have no target and no window before them; remove `days`, or the function");
        }
    }

    private static Term find(Formula formula, Predicate<Term> wanted) {
        if (formula == null) {
            return null;
        }
        for (Object handle : formula.references()) {
            Term found = find((Term) handle, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The first term within a term that is wanted, or null. */
    static Term find(Term term, Predicate<Term> wanted) {
        if (wanted.test(term)) {
            return term;
        } else if (term instanceof Term.Derived derived) {
            return find(derived.formula(), wanted);
        } else if (term instanceof Term.Streak streak) {
            return find(streak.condition(), wanted);
        } else if (term instanceof Term.BestOf best) {
            return find(best.formula(), wanted);
        } else if (term instanceof Term.Index index) {
            return index.lines().stream()
                    .map(line -> find(line.kpi(), wanted))
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
        } else if (term instanceof Term.Previous previous) {
            return find(previous.of(), wanted);
        } else if (term instanceof Term.Growth growth) {
            return find(growth.of(), wanted);
        } else if (term instanceof Term.Target target) {
            return find(target.of(), wanted);
        } else if (term instanceof Term.Attainment attainment) {
            return find(attainment.of(), wanted);
        } else if (term instanceof Term.Company company) {
            return find(company.of(), wanted);
        } else if (term instanceof Term.Compared compared) {
            return find(compared.of(), wanted);
        }
        return null;
    }
}
