package dev.premia.topology.groups;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.plan.DealBook;
import dev.premia.domain.plan.EvaluationData;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WorkingCalendar;
import dev.premia.topology.kpis.KpiPublisher;
import dev.premia.topology.kpis.PlanKpiPublisher;
import dev.premia.topology.message.GroupInput;
import dev.premia.topology.message.GroupResult;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.DayBook;
import dev.premia.topology.state.FlushPace;
import dev.premia.topology.state.PendingSubject;
import dev.premia.topology.state.WindowTotals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds up the cells of teams and of the company, publishes their KPIs, and returns to the manager stage the cells that plans
 * read: absolute, at most once per flush, only when they changed. Key: group.
 */
public final class GroupProcessor implements Processor<String, Output, String, Output> {
    /** Under load, up to this many flush intervals are combined into one. */
    private static final int MAX_POSTPONED_FLUSHES = 10;

    /** The same when far behind. */
    private static final int MAX_POSTPONED_BEHIND = 30;

    private final Stores stores;
    private final ZoneId organisationZone;
    private final String currency;
    private final Duration flushInterval;
    private WindowTotals totals;
    private FlushPace pace;
    private Map<String, PendingSubject> pending;
    private Map<String, Subject> groups;
    private ProcessorContext<String, Output> context;
    private DayBook<DayCells> cells;
    private DayBook<DayCells> returned;
    private KeyValueStore<String, PendingSubject> pendingStore;
    private KeyValueStore<String, Integer> known;
    private ReferenceView references;
    private KpiPublisher kpis;
    private PlanKpiPublisher ownKpis;
    private Set<Long> read;
    private int readFor;

    /** The names of the stores. */
    public record Stores(
            String cells, String returned, String pending, String known, String references, String published) {}

    public GroupProcessor(Stores stores, ZoneId organisationZone, String currency, Duration flushInterval) {
        this.stores = stores;
        this.organisationZone = organisationZone;
        this.currency = currency;
        this.flushInterval = flushInterval;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        // Kafka Streams gives a processor a second life after a failed commit: nothing of the first one may stay.
        totals = new WindowTotals();
        pace = new FlushPace(MAX_POSTPONED_FLUSHES, MAX_POSTPONED_BEHIND);
        pending = new TreeMap<>();
        groups = new TreeMap<>();
        read = Set.of();
        readFor = -1;
        cells = new DayBook<>(context.getStateStore(stores.cells()));
        returned = new DayBook<>(context.getStateStore(stores.returned()));
        pendingStore = context.getStateStore(stores.pending());
        known = context.getStateStore(stores.known());
        references = new ReferenceView(context.getStateStore(stores.references()), organisationZone);
        kpis = new KpiPublisher(context.getStateStore(stores.published()), references, organisationZone, currency);
        ownKpis = new PlanKpiPublisher(context.getStateStore(stores.published()), references);
        try (KeyValueIterator<String, PendingSubject> all = pendingStore.all()) {
            all.forEachRemaining(entry -> pending.put(entry.key, entry.value));
        }
        try (KeyValueIterator<String, Integer> all = known.all()) {
            all.forEachRemaining(entry -> groups.put(entry.key, Subject.parse(entry.key)));
        }
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (pace.isDue()) {
                flush();
            }
        });
    }

    @Override
    public void process(Record<String, Output> message) {
        pace.input(message.timestamp(), context.currentSystemTimeMs());
        if (message.value() instanceof GroupInput input) {
            add(message.key(), input);
        } else if (message.value() instanceof Reference reference) {
            int products = references.products();
            boolean isNew = references.apply(reference);
            boolean catalogue = references.products() != products && references.readsCatalogue();
            boolean matters = catalogue
                    || (isNew && (reference instanceof Reference.Plan || reference instanceof Reference.GroupTarget));
            for (String group : matters ? groups.keySet() : Set.<String>of()) {
                PendingSubject marks = marksOf(group);
                marks.everything();
                marks.cause(reference.cause());
                pendingStore.put(group, marks);
            }
        }
    }

    private void add(String key, GroupInput input) {
        if (groups.putIfAbsent(key, Subject.parse(key)) == null) {
            known.put(key, 1);
        }
        DayCells stored = cells.get(key, input.zone(), input.day());
        DayCells row = stored == null ? new DayCells() : stored;
        row.addAll(input.cells(), 1);
        totals.changed(WindowTotals.owner(key, input.zone().getId()), input.day(), input.cells());
        cells.put(key, input.zone(), input.day(), row.isEmpty() ? null : row);
        PendingSubject marks = marksOf(key);
        marks.day(input.zone(), input.day());
        marks.cause(input.cause());
        pendingStore.put(key, marks);
    }

    private PendingSubject marksOf(String group) {
        return pending.computeIfAbsent(group, key -> new PendingSubject());
    }

    private void flush() {
        Map<String, PendingSubject> due = new HashMap<>(pending);
        pending.clear();
        for (String key : new TreeSet<>(due.keySet())) {
            PendingSubject marks = due.get(key);
            Subject group = groups.get(key);
            if (marks.isEverything()) {
                markAllDays(group, marks);
            }
            returnCells(group, marks);
            kpis.publish(
                    group,
                    marks,
                    zone -> reader(key, zone),
                    new GroupData(),
                    kpi -> context.forward(new Record<>(kpi.key(), kpi.message(), marks.timestamp())));
            publishOwnKpis(group, marks);
            pendingStore.delete(key);
        }
    }

    private void publishOwnKpis(Subject group, PendingSubject marks) {
        for (String plan : references.plans().plans()) {
            for (PlanKpiPublisher.Wanted wanted : ownKpis.wanted(plan, group.type())) {
                ownKpis.publish(
                        group,
                        wanted,
                        windows(group, wanted, marks),
                        new GroupData(),
                        marks.timestamp(),
                        kpi -> context.forward(new Record<>(kpi.key(), kpi.message(), marks.timestamp())));
            }
        }
    }

    /** The windows in which a plan's own KPI may have changed: those touched, and the later ones that look back to them. */
    private Set<Window> windows(Subject group, PlanKpiPublisher.Wanted wanted, PendingSubject marks) {
        TreeSet<Window> windows = new TreeSet<>();
        for (PlanVersion version : references.plans().versions(wanted.plan())) {
            for (int day : marks.days(version.zone())) {
                Window window = Window.containing(wanted.use().kind(), LocalDate.ofEpochDay(day));
                for (int i = 0; i <= wanted.windowsBack(); i++) {
                    windows.add(window);
                    window = window.next();
                }
            }
        }
        windows.removeIf(
                window -> !hasFigures(group, wanted.plan(), window) && !ownKpis.isPublished(group, wanted, window));
        if (marks.isEverything() || wanted.cumulative()) {
            windows.addAll(ownKpis.published(group, wanted));
        }
        return windows;
    }

    private boolean hasFigures(Subject group, String plan, Window window) {
        for (PlanVersion version : references.plans().versions(plan)) {
            CellReader figures = reader(group.key(), version.zone());
            if (Measures.hasFigures(figures.total(window.firstEpochDay(), window.endEpochDay()))) {
                return true;
            }
        }
        return false;
    }

    private void markAllDays(Subject group, PendingSubject marks) {
        for (ZoneId zone : references.zones(references.definitionSet())) {
            reader(group.key(), zone)
                    .forEachDay(Integer.MIN_VALUE, Integer.MAX_VALUE, (day, row) -> marks.day(zone, day));
        }
    }

    private void returnCells(Subject group, PendingSubject marks) {
        Set<Long> measures = measuresRead();
        for (ZoneId zone : references.zones(references.definitionSet())) {
            for (int day : marks.days(zone)) {
                DayCells reduced = reduced(cells.get(group.key(), zone, day), measures);
                DayCells before = returned.get(group.key(), zone, day);
                if (!reduced.equals(before == null ? new DayCells(1) : before)) {
                    returned.put(group.key(), zone, day, reduced.isEmpty() ? null : reduced);
                    GroupResult result = new GroupResult(group, zone, day, reduced, marks.merged());
                    context.forward(new Record<>(result.key(), result, marks.timestamp()));
                }
            }
        }
    }

    private Set<Long> measuresRead() {
        if (readFor != references.definitionSet()) {
            Set<Long> next = new HashSet<>();
            references.everyPlanReads().forEach(reads -> {
                next.addAll(reads.teamMeasures());
                next.addAll(reads.companyMeasures());
            });
            read = next;
            readFor = references.definitionSet();
        }
        return read;
    }

    private static DayCells reduced(DayCells full, Set<Long> measures) {
        DayCells reduced = new DayCells(1);
        if (full != null) {
            full.forEach((measure, dimension, value) -> {
                if (measures.contains(measure & ~Measures.OVERLAY)) {
                    reduced.add(measure, dimension, value);
                }
            });
        }
        return reduced;
    }

    private CellReader reader(String group, ZoneId zone) {
        return totals.over(
                WindowTotals.owner(group, zone.getId()),
                (from, to, visitor) -> cells.range(group, zone, from, to).forEach((day, row) -> visitor.day(day, row)));
    }

    /** What the KPIs of a group read. */
    private final class GroupData implements EvaluationData {
        @Override
        public CellReader cells(Subject subject, ZoneId zone) {
            return reader(subject.key(), zone);
        }

        @Override
        public BigDecimal target(Subject subject, String kpi, Window window) {
            return references.groupTarget(subject.type(), subject.id(), kpi, window);
        }

        @Override
        public String teamOn(LocalDate day) {
            return null;
        }

        @Override
        public ManagerRecord manager() {
            return null;
        }

        @Override
        public WorkingCalendar calendar(String id) {
            return references.calendar(id);
        }

        @Override
        public int products() {
            return references.products();
        }

        @Override
        public PeerBook peers() {
            return new PeerBook();
        }

        @Override
        public Decisions decisions() {
            return references.decisions();
        }

        @Override
        public DealBook deals() {
            return DealBook.EMPTY;
        }

        @Override
        public LocalDate asOf() {
            return references.asOf();
        }

        @Override
        public List<DealCredit> wonDeals(DayRange days, ZoneId zone) {
            return List.of();
        }
    }
}
