package dev.premia.domain.plan;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Evaluates plans for one manager and window: what every component pays on the facts as they stand. Pure: the same facts
 * give the same amounts, whatever came before.
 */
public final class PlanEvaluator {
    /** Stands between the id of a component and another unit than that of its newest version. */
    private static final String UNIT_MARK = ":";

    private final PlanBook book;
    private final ManagerRecord manager;
    private final EvaluationData data;
    private final Deferral deferral;
    /** The same over what was known when periods were closed. */
    private final Map<PlanBook, PlanEvaluator> atCloses = new IdentityHashMap<>(2);

    public PlanEvaluator(PlanBook book, ManagerRecord manager, EvaluationData data) {
        this.book = book;
        this.manager = manager;
        this.data = data;
        this.deferral = new Deferral(book, manager, data, this::scope, this::capMinor);
    }

    /** The kinds of window that the components of any version of a plan use. */
    public static Set<WindowKind> windowKinds(Iterable<PlanVersion> versions) {
        Set<WindowKind> kinds = new TreeSet<>();
        for (PlanVersion version : versions) {
            version.components().forEach(component -> kinds.add(component.window()));
        }
        return kinds;
    }

    /**
     * What each component of a plan pays for a window, in the order of the file; the total cap last. Empty when the plan
     * does not apply to the manager on any day of the window.
     */
    public List<ComponentAmount> evaluate(String plan, Window window) {
        return ruling(window).amounts(plan, window);
    }

    /** Evaluates with the versions that may rule a window. */
    private PlanEvaluator ruling(Window window) {
        PlanBook known = book.forOrigin(window);
        return known == book ? this : atCloses.computeIfAbsent(known, each -> new PlanEvaluator(each, manager, data));
    }

    private List<ComponentAmount> amounts(String plan, Window window) {
        List<PlanBook.Interval> intervals = book.intervals(plan, manager, window);
        List<ComponentAmount> ofGroups = new GroupPay(book, manager, data).amounts(plan, window);
        PlanVersion last = lastVersion(plan, intervals, window);
        if (intervals.isEmpty() && ofGroups.isEmpty() && sourceVersion(plan, intervals, window) == null) {
            return List.of();
        }
        Map<Account, Long> minor = rounded(exact(intervals, last, window), last, window);
        if (deferral.concerns(plan)) {
            release(plan, window, last, minor);
        }
        List<ComponentAmount> amounts = new ArrayList<>(minor.size() + 1);
        minor.forEach((account, each) ->
                amounts.add(new ComponentAmount(account.component(), last.version(), each, account.unit())));
        ofGroups.forEach(amount -> add(amounts, amount));
        addTotalCap(amounts, last, window);
        return amounts;
    }

    /**
     * The version that ruled last in the window; where none did, the latest of which something is released in it, else the
     * one that is valid.
     */
    private PlanVersion lastVersion(String plan, List<PlanBook.Interval> intervals, Window window) {
        if (!intervals.isEmpty()) {
            return intervals.get(intervals.size() - 1).version();
        }
        PlanVersion source = sourceVersion(plan, intervals, window);
        return source == null ? book.validOn(plan, window.lastDay()) : source;
    }

    /** Where no version rules in the window: the latest under which something was won that may be released in it, or null. */
    private PlanVersion sourceVersion(String plan, List<PlanBook.Interval> intervals, Window window) {
        return intervals.isEmpty() && deferral.concerns(plan) ? deferral.latestSource(plan, window) : null;
    }

    /** Replaces what was won in the window by what is released in it, and adds what is released of other windows. */
    private void release(String plan, Window window, PlanVersion last, Map<Account, Long> minor) {
        for (Deferral.Paid paid : deferral.paidIn(plan, window)) {
            deferral.allocation(plan, paid, window)
                    .ifPresent(allocation -> minor.put(
                            Account.of(paid.component(), paid.unit(), last),
                            Math.addExact(allocation.restMinor(), deferral.releasedMinor(allocation, window, window))));
        }
        for (Window won : deferral.sourcesOf(plan, window)) {
            for (Deferral.Paid paid : deferral.paidIn(plan, won)) {
                deferral.allocation(plan, paid, won)
                        .ifPresent(allocation -> minor.merge(
                                Account.of(paid.component(), paid.unit(), last),
                                deferral.releasedMinor(allocation, won, window),
                                Math::addExact));
            }
        }
    }

    private Map<Account, BigDecimal> exact(List<PlanBook.Interval> intervals, PlanVersion last, Window window) {
        Map<Account, BigDecimal> exact = new LinkedHashMap<>();
        for (PlanBook.Interval interval : intervals) {
            EvaluationData figures = new SharedReaders(data, interval.version().zone());
            RuleEvaluator net = new RuleEvaluator(scope(interval, false, window, figures), Trace.NONE);
            RuleEvaluator gross = new RuleEvaluator(scope(interval, true, window, figures), Trace.NONE);
            for (Component component : interval.version().components()) {
                if (component.window() == window.kind() && !component.isOfGroup()) {
                    RuleEvaluator rule = component.settlement().original() ? gross : net;
                    BigDecimal amount = rule.amount(component);
                    exact.merge(Account.of(component.id(), component.unit(), last), amount, BigDecimal::add);
                }
            }
        }
        return exact;
    }

    /** One version may work a component out of a manager's figures, another out of a group's: both are booked under its id. */
    private static void add(List<ComponentAmount> amounts, ComponentAmount added) {
        String unit = added.currency();
        for (int i = 0; i < amounts.size(); i++) {
            ComponentAmount known = amounts.get(i);
            if (known.component().equals(added.component()) && known.currency().equals(unit)) {
                long sum = Math.addExact(known.minor(), added.minor());
                amounts.set(i, new ComponentAmount(added.component(), added.version(), sum, unit));
                return;
            }
        }
        boolean taken = amounts.stream().anyMatch(known -> known.component().equals(added.component()));
        String account = taken ? added.component() + UNIT_MARK + unit : added.component();
        amounts.add(new ComponentAmount(account, added.version(), added.minor(), unit));
    }

    /** What amounts are added up in. Another version may pay in another unit: units never add, so that is another account. */
    private record Account(String component, String unit) {
        static Account of(String component, String unit, PlanVersion last) {
            for (Component each : last.components()) {
                if (each.id().equals(component) && !each.unit().equals(unit)) {
                    return new Account(component + UNIT_MARK + unit, unit);
                }
            }
            return new Account(component, unit);
        }

        /** The id of the component in an account's name. */
        static String idIn(String account) {
            int mark = account.indexOf(UNIT_MARK);
            return mark < 0 ? account : account.substring(0, mark);
        }
    }

    /** Rounds each account once, and applies its cap. */
    private Map<Account, Long> rounded(Map<Account, BigDecimal> exact, PlanVersion last, Window window) {
        Map<Account, Long> rounded = new LinkedHashMap<>();
        exact.forEach((account, amount) -> {
            long minor = Currencies.toMinor(amount, account.unit());
            Long cap = capMinor(account.component(), account.unit(), last, window);
            rounded.put(account, cap == null ? minor : Math.min(minor, cap));
        });
        return rounded;
    }

    private void addTotalCap(List<ComponentAmount> amounts, PlanVersion version, Window window) {
        if (version == null || version.totalCap() == null || window.kind() != version.period()) {
            return;
        }
        Value cap = version.totalCap().evaluate(wholeScope(version, window));
        if (cap.isDefined()) {
            long total = 0;
            for (ComponentAmount amount : amounts) {
                boolean counts = amount.currency().equals(version.currency());
                total = Math.addExact(total, counts ? amount.minor() : 0);
            }
            long excess = Math.min(0, Currencies.toMinor(cap.orElse(null), version.currency()) - total);
            amounts.add(new ComponentAmount(PlanVersion.TOTAL_CAP, version.version(), excess, version.currency()));
        }
    }

    /** The most that an account receives in a window, never below 0; null where there is no cap, or none that is defined. */
    private Long capMinor(String account, String unit, PlanVersion last, Window window) {
        for (Component component : last.components()) {
            if (component.id().equals(account) && component.unit().equals(unit) && component.cap() != null) {
                Value cap = component.cap().evaluate(wholeScope(last, window));
                return cap.isDefined() ? Math.max(0, Currencies.toMinor(cap.orElse(null), unit)) : null;
            }
        }
        return null;
    }

    /**
     * Explains what one component pays for a window.
     *
     * @return empty when the plan or the component does not apply in the window
     */
    public Optional<Explanation> explain(String plan, String componentId, Window window) {
        return ruling(window).explanation(plan, componentId, window);
    }

    private Optional<Explanation> explanation(String plan, String componentId, Window window) {
        List<PlanBook.Interval> intervals = book.intervals(plan, manager, window);
        if (componentId.equals(PlanVersion.TOTAL_CAP)) {
            PlanVersion last = lastVersion(plan, intervals, window);
            return last == null ? Optional.empty() : Optional.of(explainTotalCap(plan, last, window));
        }
        String id = Account.idIn(componentId);
        Trace.Recording trace = new Trace.Recording();
        GroupPay groups = new GroupPay(book, manager, data);
        if (groups.explain(plan, id, window, trace)) {
            return Optional.of(trace.explanation(RuleText.of(groups.component(plan, id, window))));
        }
        String formula = null;
        for (PlanBook.Interval interval : intervals) {
            for (Component component : interval.version().components()) {
                if (component.id().equals(id) && component.window() == window.kind() && !component.isOfGroup()) {
                    if (intervals.size() > 1
                            || interval.days().length() < window.days().length()) {
                        trace.interval(interval);
                    }
                    new RuleEvaluator(scope(interval, component, window), trace).amount(component);
                    UnconvertedDeals.notes(component, interval, Subject.manager(manager.id()), data)
                            .forEach(trace::note);
                    formula = RuleText.of(component);
                }
            }
        }
        if (deferral.concerns(plan)) {
            String released = explainReleases(plan, componentId, window, trace);
            formula = formula == null ? released : formula;
        }
        return formula == null ? Optional.empty() : Optional.of(trace.explanation(formula));
    }

    /** Lists the deals of an account with what is released of each; returns the rule of the last one, null for none. */
    private String explainReleases(String plan, String account, Window window, Trace.Recording trace) {
        PlanVersion last = lastVersion(plan, book.intervals(plan, manager, window), window);
        Set<Window> wins = new TreeSet<>(deferral.sourcesOf(plan, window));
        wins.add(window);
        ReleaseText text = new ReleaseText(trace, window);
        String rule = null;
        for (Window won : wins) {
            for (Deferral.Paid paid : deferral.paidIn(plan, won)) {
                Allocation allocation = deferral.allocation(plan, paid, won).orElse(null);
                boolean concerned = Account.of(paid.component(), paid.unit(), last)
                        .component()
                        .equals(account);
                if (allocation != null && concerned && !allocation.parts().isEmpty()) {
                    deferral.released(allocation, won, window).forEach(text::add);
                    rule = allocation.ruleText();
                }
            }
        }
        return rule;
    }

    /**
     * The step of its scale that a component reaches in a window, from 0; empty where it has no scale over a KPI or where
     * something is undefined.
     */
    public OptionalInt reachedStep(String plan, String componentId, Window window) {
        List<PlanBook.Interval> intervals = book.forOrigin(window).intervals(plan, manager, window);
        PlanBook.Interval last = intervals.isEmpty() ? null : intervals.get(intervals.size() - 1);
        Component component = last == null ? null : last.version().component(componentId);
        if (component == null || !(component.rule() instanceof PayRule.Tiers tiers)) {
            return OptionalInt.empty();
        }
        TermScope scope = scope(last, component, window);
        Value value = (tiers.by() == null ? tiers.of() : tiers.by()).evaluate(scope);
        TierTable.Resolved table = tiers.table().resolve(scope);
        return table == null || !value.isDefined()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(0, table.reachedBy(value.orElse(BigDecimal.ZERO))));
    }

    /**
     * The next bounds of every component of a manager's own in a window, under the version that rules at its end; those of groups and
     * contests are left out, since they depend on others.
     */
    public List<NextStep> nextSteps(String plan, Window window) {
        List<PlanBook.Interval> intervals = book.forOrigin(window).intervals(plan, manager, window);
        List<NextStep> steps = new ArrayList<>();
        if (!intervals.isEmpty()) {
            PlanBook.Interval last = intervals.get(intervals.size() - 1);
            for (Component component : last.version().components()) {
                if (component.window() == window.kind() && !component.isOfGroup()) {
                    steps.addAll(NextSteps.of(scope(last, component, window), component));
                }
            }
        }
        return steps;
    }

    private Explanation explainTotalCap(String plan, PlanVersion last, Window window) {
        Trace.Recording trace = new Trace.Recording();
        long total = 0;
        for (ComponentAmount amount : amounts(plan, window)) {
            boolean counts = amount.currency().equals(last.currency());
            if (counts && !amount.component().equals(PlanVersion.TOTAL_CAP)) {
                total = Math.addExact(total, amount.minor());
                trace.input(amount.component(), Currencies.toAmount(amount.minor(), amount.currency()));
            }
        }
        if (last.totalCap() == null) {
            return trace.explanation(Phrase.NO_CAP.text());
        }
        trace.formula(last.totalCap(), wholeScope(last, window));
        trace.note(Phrase.COMPONENTS_TOTAL.text(
                Currencies.toAmount(total, last.currency()).toPlainString()));
        return trace.explanation("min(0, " + last.totalCap().text() + " - total)");
    }

    private TermScope scope(PlanBook.Interval interval, Component component, Window window) {
        return scope(interval, component.settlement().original(), window, data);
    }

    private TermScope scope(PlanBook.Interval interval, boolean gross, Window window, EvaluationData figures) {
        return new TermScope(
                figures, interval.version(), Subject.manager(manager.id()), window, interval.days(), gross);
    }

    private TermScope wholeScope(PlanVersion version, Window window) {
        return new TermScope(data, version, Subject.manager(manager.id()), window, window.days());
    }

    /** The value of a term for a manager or a group over a window, as a plan reads it. */
    public static Value valueOf(Term term, PlanVersion plan, Subject subject, Window window, EvaluationData data) {
        return new TermScope(data, plan, subject, window, window.days()).value(term);
    }
}
