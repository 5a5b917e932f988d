package dev.premia.domain.plan;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.FilteredMeasure;
import dev.premia.domain.credit.GrossFilter;
import dev.premia.domain.credit.MemberTargets;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Scope;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.money.Decimals;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WorkingCalendar;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The values of a plan's terms for one subject over one window, or over the part of it that one plan version rules. What
 * the terms of one evaluation share is made once, so a scope is for one thread and for figures that do not change meanwhile.
 */
final class TermScope implements Scope {
    private final EvaluationData data;
    private final PlanVersion plan;
    private final Subject subject;
    private final Window window;
    private final DayRange days;
    private final boolean gross;
    private KpiInput whole;
    private TermScope previous;

    /**
     * @param data where the figures come from
     * @param plan whose currency, zone and default targets apply
     * @param subject whose figures
     * @param window the whole window
     * @param days the part of it that counts
     * @param gross whether sums over deals are as if nothing had been refunded
     */
    TermScope(EvaluationData data, PlanVersion plan, Subject subject, Window window, DayRange days, boolean gross) {
        this.data = data;
        this.plan = plan;
        this.subject = subject;
        this.window = window;
        this.days = days;
        this.gross = gross;
    }

    /** The values as the facts stand. */
    TermScope(EvaluationData data, PlanVersion plan, Subject subject, Window window, DayRange days) {
        this(data, plan, subject, window, days, false);
    }

    EvaluationData data() {
        return data;
    }

    PlanVersion plan() {
        return plan;
    }

    Subject subject() {
        return subject;
    }

    Window window() {
        return window;
    }

    DayRange days() {
        return days;
    }

    boolean gross() {
        return gross;
    }

    @Override
    public Value number(Object handle) {
        return value((Term) handle);
    }

    @Override
    public boolean bool(Object handle) {
        throw new IllegalStateException("no term of a plan is a condition");
    }

    @Override
    public String string(Object handle) {
        throw new IllegalStateException("no term of a plan is a text");
    }

    @Override
    public List<String> strings(Object handle) {
        throw new IllegalStateException("no term of a plan is a list of texts");
    }

    Value value(Term term) {
        if (term instanceof Term.Kpi kpi) {
            return kpiValue(kpi);
        } else if (term instanceof Term.Derived derived) {
            return derived.formula().evaluate(this);
        } else if (term instanceof Term.Measured measured) {
            return measured.reader().value(measured.name(), input(null, List.of()));
        } else if (term instanceof Term.Index index) {
            return indexValue(index);
        } else if (term instanceof Term.Streak streak) {
            return streakValue(streak);
        } else if (term instanceof Term.BestOf best) {
            return bestValue(best);
        } else if (term instanceof Term.Previous previous) {
            return previousScope().value(previous.of());
        } else if (term instanceof Term.Growth growth) {
            return growthValue(growth);
        } else if (term instanceof Term.Target target) {
            return targetValue(target.of());
        } else if (term instanceof Term.Attainment attainment) {
            return attainmentValue(attainment.of(), false);
        } else if (term instanceof Term.Coefficient coefficient) {
            return coefficientValue(coefficient);
        } else if (term instanceof Term.Team team) {
            return teamValue(team);
        } else if (term instanceof Term.Company company) {
            return of(Subject.COMPANY).value(company.of());
        } else if (term instanceof Term.Compared compared) {
            return new PeerValues(this).value(compared);
        }
        throw new IllegalStateException("unknown term " + term);
    }

    private Value kpiValue(Term.Kpi kpi) {
        String filter = kpi.filter() == null ? null : kpi.filter().canonicalText();
        if (gross && kpi.definition().filterable()) {
            filter = GrossFilter.textOf(filter);
        }
        return kpi.definition().valueOf(input(filter, kpi.parameters()));
    }

    private KpiInput input(String filter, List<BigDecimal> parameters) {
        if (whole == null) {
            whole = new KpiInput(
                    data.cells(subject, plan.zone()),
                    new Span(days, window),
                    plan.money(),
                    null,
                    List.of(),
                    surroundings());
        }
        return filter == null && parameters.isEmpty() ? whole : whole.narrowedBy(filter, parameters);
    }

    private KpiInput.Surroundings surroundings() {
        WorkingCalendar calendar = plan.calendar() == null ? WorkingCalendar.WEEKDAYS : data.calendar(plan.calendar());
        return new KpiInput.Surroundings(calendar, data.products());
    }

    private Value streakValue(Term.Streak streak) {
        int length = 0;
        Window each = window;
        while (length < streak.last() && streak.condition().test(over(each))) {
            length++;
            each = each.previous();
        }
        return Value.of(BigDecimal.valueOf(length));
    }

    private Value bestValue(Term.BestOf best) {
        BigDecimal found = null;
        Window each = window;
        for (int i = 0; i < best.last(); i++) {
            each = each.previous();
            BigDecimal value = best.formula().evaluate(over(each)).orElse(null);
            if (value != null && (found == null || value.compareTo(found) > 0)) {
                found = value;
            }
        }
        return found == null
                ? Value.undefined(best.name() + " is undefined: no value in the windows before " + window)
                : Value.of(found);
    }

    private Value growthValue(Term.Growth growth) {
        if (isCut() && isAdditive(growth.of())) {
            return Value.undefined(
                    growth.text() + " is undefined: the window is cut by a change of plan or assignment");
        }
        Value now = value(growth.of());
        Value before = previousScope().value(growth.of());
        if (!now.isDefined()) {
            return now;
        }
        if (!before.isDefined() || before.orElse(BigDecimal.ZERO).signum() == 0) {
            return Value.undefined(growth.text() + " is undefined: no baseline in " + window.previous());
        }
        return Value.of(
                Decimals.divide(now.orElse(null), before.orElse(null)).subtract(BigDecimal.ONE, KpiInput.PRECISION));
    }

    private static boolean isAdditive(Term term) {
        if (term instanceof Term.Kpi kpi) {
            return kpi.definition().additive();
        } else if (term instanceof Term.Measured measured) {
            return measured.reader().kpi().additive();
        } else if (term instanceof Term.Derived derived) {
            return isNarrowedSum(derived);
        } else if (term instanceof Term.Team team) {
            return isAdditive(team.of());
        } else if (term instanceof Term.Company company) {
            return isAdditive(company.of());
        }
        return false;
    }

    /** Whether a plan's own KPI is an additive KPI under another name, as one narrowed by a filter is. */
    private static boolean isNarrowedSum(Term.Derived derived) {
        if (derived.formula().references().size() != 1) {
            return false;
        }
        Term only = (Term) derived.formula().references().iterator().next();
        return derived.formula().canonical().equals(only.text()) && isAdditive(only);
    }

    private Value targetValue(Term term) {
        if (term instanceof Term.Team team) {
            Subject group = team();
            return group == null ? noTeam(term) : of(group).targetValue(team.of());
        } else if (term instanceof Term.Company company) {
            return of(Subject.COMPANY).targetValue(company.of());
        } else if (term instanceof Term.Previous previous) {
            return previousScope().targetValue(previous.of());
        }
        BigDecimal target = targetOf(term.text());
        if (target == null) {
            return Value.undefined("target(" + term.text() + ") is undefined: no target for " + window);
        }
        return prorated(target, term);
    }

    /** The target of the whole window, null without one. */
    BigDecimal targetOf(String kpi) {
        BigDecimal explicit = data.target(subject, kpi, window);
        if (explicit != null) {
            return explicit;
        }
        if (subject.type() != SubjectType.MANAGER) {
            return MemberTargets.of(data.cells(subject, plan.zone()), kpi, window);
        }
        return window.kind() == plan.period() ? plan.targets().get(kpi) : null;
    }

    private Value prorated(BigDecimal target, Term term) {
        WorkingCalendar calendar = plan.calendar() == null ? null : data.calendar(plan.calendar());
        BigDecimal share = new TargetShare(calendar, plan.ramp())
                .of(subject.isManager() ? data.manager() : null, days, window.days());
        return share == null
                ? Value.undefined("target(" + term.text() + ") is undefined: no day of " + window + " counts for it")
                : Value.of(target.multiply(share, KpiInput.PRECISION));
    }

    private Value coefficientValue(Term.Coefficient coefficient) {
        ManagerRecord manager = subject.isManager() ? data.manager() : null;
        BigDecimal value = manager == null ? null : manager.coefficientOn(coefficient.name(), days.lastDay());
        return value == null
                ? Value.undefined(coefficient.text() + " is undefined: the manager has none on " + days.lastDay())
                : Value.of(value);
    }

    /** Value / target, or target / value where less is better. */
    Value attainmentValue(Term term, boolean inverse) {
        Value value = value(term);
        Value target = targetValue(term);
        if (!target.isDefined()) {
            return target;
        }
        if (!value.isDefined()) {
            return value;
        }
        Value divisor = inverse ? value : target;
        Value dividend = inverse ? target : value;
        if (divisor.orElse(null).signum() == 0) {
            return Value.undefined(
                    "attainment(" + term.text() + ") is undefined: the " + (inverse ? "value" : "target") + " is 0");
        }
        return Value.of(Decimals.divide(dividend.orElse(null), divisor.orElse(null)));
    }

    private Value indexValue(Term.Index index) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term.IndexLine line : index.lines()) {
            Value attainment = clamped(line);
            if (!attainment.isDefined()) {
                return attainment;
            }
            sum = sum.add(attainment.orElse(null).multiply(line.weight(), KpiInput.PRECISION), KpiInput.PRECISION);
        }
        return Value.of(sum);
    }

    Value clamped(Term.IndexLine line) {
        if (line.inverse() && isZero(value(line.kpi()))) {
            return Value.of(line.clampHigh());
        }
        Value attainment = attainmentValue(line.kpi(), line.inverse());
        return attainment.isDefined()
                ? Value.of(attainment.orElse(null).max(line.clampLow()).min(line.clampHigh()))
                : attainment;
    }

    static boolean isZero(Value value) {
        return value.isDefined() && value.orElse(null).signum() == 0;
    }

    private Value teamValue(Term.Team team) {
        Subject group = team();
        return group == null ? noTeam(team) : of(group).value(team.of());
    }

    private Subject team() {
        String team = data.teamOn(days.lastDay());
        return team == null ? null : Subject.team(team);
    }

    private Value noTeam(Term term) {
        return Value.undefined(term.text() + " is undefined: the manager has no team on " + days.lastDay());
    }

    /** The won deals of the days that count, in canonical order; as they were before refunds where those are ignored. */
    List<DealCredit> wonDeals() {
        return gross
                ? grossDeals().stream()
                        .map(deal -> data.deals().standing(deal).complete(deal.withoutRefunds(), plan.zone()))
                        .toList()
                : data.wonDeals(days, plan.money());
    }

    /** The same deals as they stand, with those of which everything was refunded. */
    List<DealCredit> grossDeals() {
        return data.deals().won(days, plan.zone()).stream()
                .map(deal -> deal.readBy(plan.money()))
                .toList();
    }

    private boolean isCut() {
        return !days.equals(window.days());
    }

    private TermScope of(Subject other) {
        return new TermScope(data, plan, other, window, days, gross);
    }

    private TermScope previousScope() {
        if (previous == null) {
            previous = over(window.previous());
        }
        return previous;
    }

    private TermScope over(Window other) {
        return new TermScope(data, plan, subject, other, other.days(), gross);
    }

    /** The numbers of the measures that KPIs read, narrowed ones included; without the overlay mark. */
    Set<Long> measuresOf(Collection<Term.Kpi> kpis) {
        Set<Long> measures = new HashSet<>();
        for (Term.Kpi kpi : kpis) {
            for (long base : kpi.definition().measures()) {
                measures.add(
                        kpi.filter() == null
                                ? base
                                : FilteredMeasure.of(base, kpi.filter(), plan.money())
                                        .measure());
            }
        }
        return measures;
    }

    /** A formula's number, as a convenience for rules. */
    Value number(Formula formula) {
        return formula.evaluate(this);
    }
}
