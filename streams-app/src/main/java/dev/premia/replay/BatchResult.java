package dev.premia.replay;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.MemberTargets;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.ledger.Adjustments;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.plan.ComponentAmount;
import dev.premia.domain.plan.ContestTable;
import dev.premia.domain.plan.DealBook;
import dev.premia.domain.plan.EvaluationData;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.plan.GroupRuling;
import dev.premia.domain.plan.NextStep;
import dev.premia.domain.plan.PeerFigures;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanEvaluator;
import dev.premia.domain.plan.PlanKpiExplainer;
import dev.premia.domain.plan.PlanKpis;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.WindowRelevance;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.Guarantee;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.domain.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the batch engine found: KPIs on demand, and what every plan pays every manager. */
public final class BatchResult {
    private final Figures figures;
    private final Organisation organisation;
    private final DealRegister dealRegister;
    private final CustomerBook customers;
    private final Map<String, TargetRecord> targets;
    private final Map<String, WorkingCalendar> calendars;
    private final int products;
    private final PlanBook plans;
    private final Settings settings;
    private final Decisions decisions;
    private final LocalDate asOf;
    private PlanBook shadows = new PlanBook();
    private PeerBook peers;
    private List<Line> lines;

    BatchResult(
            Figures figures,
            Organisation organisation,
            DealRegister dealRegister,
            CustomerBook customers,
            Map<String, TargetRecord> targets,
            Map<String, WorkingCalendar> calendars,
            int products,
            PlanBook plans,
            Settings settings,
            Decisions decisions,
            LocalDate asOf) {
        this.figures = figures;
        this.organisation = organisation;
        this.dealRegister = dealRegister;
        this.customers = customers;
        this.targets = targets;
        this.calendars = calendars;
        this.products = products;
        this.plans = plans;
        this.settings = settings;
        this.decisions = decisions;
        this.asOf = asOf;
    }

    /**
     * What a component pays a manager for an origin window.
     *
     * @param posting the month in whose payroll it is paid; the month of the window's last day while nothing is closed
     * @param minor minor units of {@code currency}, never 0
     */
    public record Line(
            String manager,
            String plan,
            int version,
            String component,
            Window window,
            YearMonth posting,
            long minor,
            String currency)
            implements Comparable<Line> {

        private static final Comparator<Line> ORDER = Comparator.comparing(Line::manager)
                .thenComparing(Line::posting)
                .thenComparing(Line::plan)
                .thenComparing(Line::window)
                .thenComparing(Line::component);

        Line ofPlan(String id) {
            return new Line(manager, id, version, component, window, posting, minor, currency);
        }

        /** The same as a line of a statement. */
        public FrozenStatement.Line toStatementLine() {
            return new FrozenStatement.Line(plan, version, component, window, minor, currency);
        }

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What is posted to each period: of closed periods what is frozen, and what the plans say beyond it to the first open
     * period. By manager, posting period, plan, window and component.
     */
    public List<Line> postedLines() {
        return PostedLines.of(lines(), decisions.closed());
    }

    /**
     * What every component pays for its origin window, as the plans say now: every line that is not 0, by manager, month of
     * the window's last day, plan, window and component.
     */
    public List<Line> lines() {
        if (lines == null) {
            List<Line> all = new ArrayList<>();
            for (ManagerRecord manager : organisation.managers()) {
                all.addAll(linesOf(manager));
            }
            all.sort(Comparator.naturalOrder());
            lines = List.copyOf(all);
        }
        return lines;
    }

    private List<Line> linesOf(ManagerRecord manager) {
        List<Line> own = new ArrayList<>();
        PlanEvaluator evaluator = new PlanEvaluator(plans, manager, data(manager.id()));
        for (String plan : plans.plans()) {
            for (Window window : windowsOf(plan, manager)) {
                for (ComponentAmount amount : evaluator.evaluate(plan, window)) {
                    if (amount.minor() != 0) {
                        own.add(line(manager, plan, window, amount));
                    }
                }
            }
        }
        own.addAll(adjusted(manager, own));
        return own;
    }

    private List<Line> adjusted(ManagerRecord manager, List<Line> ofPlans) {
        List<Line> adjusted = new ArrayList<>();
        Adjustments adjustments = adjustments(manager);
        for (YearMonth month : adjustments.months()) {
            for (ComponentAmount amount : adjustments.of(month, unit -> paid(ofPlans, month, unit))) {
                if (amount.minor() != 0) {
                    adjusted.add(line(manager, Adjustments.PLAN, Adjustments.window(month), amount));
                }
            }
        }
        return adjusted;
    }

    private Adjustments adjustments(ManagerRecord manager) {
        return new Adjustments(manager, decisions.adjustments(manager.id()));
    }

    private static long paid(List<Line> lines, YearMonth month, String unit) {
        return lines.stream()
                .filter(line -> line.posting().equals(month) && line.currency().equals(unit))
                .mapToLong(Line::minor)
                .sum();
    }

    private static Line line(ManagerRecord manager, String plan, Window window, ComponentAmount amount) {
        return new Line(
                manager.id(),
                plan,
                amount.version(),
                amount.component(),
                window,
                Posting.periodOf(window),
                amount.minor(),
                amount.currency());
    }

    private Set<Window> windowsOf(String plan, ManagerRecord manager) {
        Collection<PlanVersion> versions = plans.versions(plan);
        Set<WindowKind> kinds = PlanEvaluator.windowKinds(versions);
        Set<Window> windows = new TreeSet<>();
        WindowRelevance relevance = new WindowRelevance(plans, plan, data(manager.id()), manager.id(), asOf);
        for (WindowKind kind : kinds) {
            windows.addAll(relevance.windows(kind));
        }
        return windows;
    }

    /** Explains what a component pays a manager for a window; empty when it does not apply. */
    public Optional<Explanation> explain(String managerId, String plan, String component, Window window) {
        ManagerRecord manager = organisation.manager(managerId);
        if (manager != null && plan.equals(Adjustments.PLAN)) {
            YearMonth month = Posting.periodOf(window);
            return linesOf(manager).stream()
                    .filter(line -> line.plan().equals(plan)
                            && line.component().equals(component)
                            && line.window().equals(window))
                    .findFirst()
                    .map(line -> adjustments(manager).explain(month, component, line.minor()));
        }
        return manager == null
                ? Optional.empty()
                : new PlanEvaluator(plans, manager, data(managerId)).explain(plan, component, window);
    }

    /** What a manager is missing to the next bound of every component in a window. */
    public List<NextStep> nextSteps(String managerId, Window window) {
        ManagerRecord manager = organisation.manager(managerId);
        List<NextStep> steps = new ArrayList<>();
        if (manager != null) {
            PlanEvaluator evaluator = new PlanEvaluator(plans, manager, data(managerId));
            plans.plans().forEach(plan -> steps.addAll(evaluator.nextSteps(plan, window)));
        }
        return steps;
    }

    /**
     * Explains what a component pays.
     *
     * @param plan the plan, or null for the first one that has the component
     */
    public Optional<Explanation> explainAny(String managerId, String plan, String component, Window window) {
        if (plan != null) {
            return explain(managerId, plan, component, window);
        }
        return plans.all().stream()
                .filter(version ->
                        version.components().stream().anyMatch(each -> each.id().equals(component)))
                .findFirst()
                .flatMap(version -> explain(managerId, version.plan(), component, window));
    }

    /** A KPI of a subject by the organisation's zone and currency. */
    public Value kpi(KpiDefinition kpi, Subject subject, Window window) {
        return kpi(kpi, List.of(), subject, Span.of(window), settings);
    }

    /**
     * A KPI of a subject over a window or any range of days.
     *
     * @param parameters the numbers that the KPI takes, e.g. the limit of {@code service_level(20)}
     * @param by zone and currency; a zone that neither a plan nor the organisation uses has no figures
     */
    public Value kpi(KpiDefinition kpi, List<BigDecimal> parameters, Subject subject, Span span, Settings by) {
        return kpi(kpi, parameters, subject, span, by.money());
    }

    /** The same for somebody who reads money in some way; a view that nobody has reads no converted money. */
    public Value kpi(KpiDefinition kpi, List<BigDecimal> parameters, Subject subject, Span span, MoneyView by) {
        CellReader cells = figures.reader(subject, by.zone());
        KpiInput.Surroundings surroundings = new KpiInput.Surroundings(WorkingCalendar.WEEKDAYS, products);
        return kpi.valueOf(new KpiInput(cells, span, by, null, parameters, surroundings));
    }

    /** A KPI that a plan defines, over some days of a window; empty where the plan does not measure the subject by it. */
    public Optional<PlanKpis.Figure> planKpi(String plan, String kpi, Subject subject, Span span) {
        return new PlanKpis(plans, subject, new BatchData(this, subject)).of(plan, kpi, span.window(), span.days());
    }

    /** Why a KPI that a plan defines is what it is over a window; empty where the plan does not measure the subject by it. */
    public List<PlanKpiExplainer.Explained> explainPlanKpi(String plan, String kpi, Subject subject, Window window) {
        return new PlanKpis(plans, subject, new BatchData(this, subject)).explain(plan, kpi, window);
    }

    /** The windows of a kind at which a plan looks for a manager, or in which a group has figures, ascending. */
    public Set<Window> windows(String plan, Subject subject, WindowKind kind) {
        if (subject.isManager()) {
            return new WindowRelevance(plans, plan, data(subject.id()), subject.id(), asOf).windows(kind);
        }
        Set<Window> windows = new TreeSet<>();
        plans.versions(plan).forEach(version -> windows.addAll(windows(subject, kind, version.zone())));
        return windows;
    }

    /** The target set for a subject, or null. */
    public BigDecimal target(Subject subject, String kpi, Window window) {
        TargetRecord target = targets.get(TargetRecord.lookupKey(subject.type(), subject.id(), kpi, window));
        return target == null ? null : target.value();
    }

    /**
     * The target that a subject is measured against: the one set for it, else that of a manager's plan or the sum of a group's
     * members'; null without any.
     */
    public BigDecimal targetInForce(Subject subject, String kpi, Window window) {
        BigDecimal explicit = target(subject, kpi, window);
        if (explicit != null) {
            return explicit;
        } else if (subject.isManager()) {
            return plans.defaultTarget(organisation.manager(subject.id()), kpi, window);
        }
        return MemberTargets.of(figures.reader(subject, settings.zone()), kpi, window);
    }

    /** Every subject that has figures, managers first. */
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        figures.subjects(settings.zone()).forEach(subjects::add);
        subjects.sort(Comparator.naturalOrder());
        return subjects;
    }

    /** The windows of a kind in which a subject has figures, ascending. */
    public Set<Window> windows(Subject subject, WindowKind kind) {
        return windows(subject, kind, settings.zone());
    }

    private Set<Window> windows(Subject subject, WindowKind kind, ZoneId zone) {
        Set<Window> windows = new TreeSet<>();
        figures.reader(subject, zone).forEachDay(Integer.MIN_VALUE, Integer.MAX_VALUE, (day, cells) -> {
            if (Measures.hasFigures(cells)) {
                windows.add(Window.containing(kind, LocalDate.ofEpochDay(day)));
            }
        });
        return windows;
    }

    /** A subject's won deals closed in a range of days of a zone, in canonical order. */
    public List<DealCredit> wonDeals(Subject subject, DayRange days, ZoneId zone) {
        return dealRegister.of(subject, customers).won(days, zone).stream()
                .filter(DealCredit::isWon)
                .map(credit -> customers.standing(credit.deal()).complete(credit, zone))
                .toList();
    }

    /** A manager's won deals of a window in canonical order. */
    public List<DealCredit> wonDeals(String manager, Window window) {
        return wonDeals(manager, window.days(), settings.zone());
    }

    /** A manager's won deals closed in a range of days of a zone, in canonical order. */
    public List<DealCredit> wonDeals(String manager, DayRange days, ZoneId zone) {
        return wonDeals(Subject.manager(manager), days, zone);
    }

    /**
     * The same facts under other plans.
     *
     * @param others plans whose measures were worked out with this result
     */
    public BatchResult under(PlanBook others) {
        return new BatchResult(
                figures,
                organisation,
                dealRegister,
                customers,
                targets,
                calendars,
                products,
                others,
                settings,
                decisions,
                asOf);
    }

    /** The same result with plans on trial, whose measures were worked out with it. */
    public BatchResult withShadows(PlanBook trials) {
        shadows = trials;
        return this;
    }

    /** The same facts under the plans on trial alone, which have ids of their own there. */
    public BatchResult trials() {
        return under(shadows);
    }

    /**
     * What plans on trial would pay for each origin window, with their ids as people know them. Nothing of it is paid, and
     * what is closed makes no difference. Sorted as {@link #lines} are.
     */
    public List<Line> shadowLines() {
        if (shadows.plans().isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (Line line : trials().lines()) {
            if (PlanVersion.isShadow(line.plan())) {
                lines.add(line.ofPlan(PlanVersion.shownId(line.plan())));
            }
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    /** What all managers bring to contests and pools, worked out when it is first asked for. */
    public PeerBook peers() {
        if (peers == null) {
            PeerBook book = new PeerBook();
            for (ManagerRecord manager : organisation.managers()) {
                for (String plan : plans.plans()) {
                    enter(book, manager, plan);
                }
            }
            peers = book;
        }
        return peers;
    }

    /** The contests of which somebody has an entry, by plan, window and component. */
    public List<GroupRuling> contests() {
        return ContestTable.contests(plans, peers());
    }

    /** Who stands where in a contest, as the facts say. */
    public ContestTable contest(GroupRuling contest) {
        return ContestTable.of(contest, peers(), this::data);
    }

    private void enter(PeerBook book, ManagerRecord manager, String plan) {
        boolean shared = plans.versions(plan).stream()
                .anyMatch(version -> plans.reads(version).readsPeers());
        if (shared) {
            PeerFigures figures = new PeerFigures(plans, manager, data(manager.id()));
            for (Window window : windowsOf(plan, manager)) {
                figures.of(plan, window).forEach((key, entry) -> book.set(key, manager.id(), entry));
            }
        }
    }

    /** The decisions of people, such as published results of contests. */
    public Decisions decisions() {
        return decisions;
    }

    /** The managers to whom a month guarantees something. */
    public Set<String> guaranteed(YearMonth month) {
        Set<String> managers = new TreeSet<>();
        for (ManagerRecord manager : organisation.managers()) {
            if (!guarantees(manager.id(), month).isEmpty()) {
                managers.add(manager.id());
            }
        }
        return managers;
    }

    /** What a month guarantees a manager, at most one amount for each currency. */
    public List<Guarantee> guarantees(String manager, YearMonth month) {
        ManagerRecord employee = organisation.manager(manager);
        return employee == null ? List.of() : plans.guarantees(employee, month);
    }

    public Organisation organisation() {
        return organisation;
    }

    public PlanBook plans() {
        return plans;
    }

    public Settings settings() {
        return settings;
    }

    private EvaluationData data(String manager) {
        return new BatchData(this, Subject.manager(manager));
    }

    CellReader cells(Subject subject, ZoneId zone) {
        return figures.reader(subject, zone);
    }

    WorkingCalendar calendar(String id) {
        return calendars.getOrDefault(id, WorkingCalendar.WEEKDAYS);
    }

    int products() {
        return products;
    }

    DealBook deals(Subject subject) {
        return dealRegister.of(subject, customers);
    }

    LocalDate asOf() {
        return asOf;
    }
}
