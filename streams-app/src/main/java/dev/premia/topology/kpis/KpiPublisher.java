package dev.premia.topology.kpis;

import dev.premia.domain.alert.Alert;
import dev.premia.domain.alert.TargetWatch;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.MemberTargets;
import dev.premia.domain.credit.StaffMeasuring;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.kpi.Reach;
import dev.premia.domain.kpi.StandardKpis;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.money.RateDate;
import dev.premia.domain.plan.EvaluationData;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.Term;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.domain.time.WorkingCalendar;
import dev.premia.schemas.Kpi;
import dev.premia.topology.message.Alerted;
import dev.premia.topology.message.KpiChanged;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.PendingSubject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Publishes the KPIs of a subject whose value changed: those that plans read, in the plan's zone, currency and windows, and
 * a standard set by month in the organisation's.
 */
public final class KpiPublisher {
    /** What everybody who may be paid sees, whatever the plans read. */
    public static final List<String> STANDARD = StandardKpis.of(dev.premia.domain.event.SubjectType.MANAGER);

    private static final String SEPARATOR = "|";

    /** Begins the keys of what was told about a window that is over; no subject's key begins so. */
    static final String TOLD = "told|";

    private final KeyValueStore<String, String> published;
    private final ReferenceView references;
    private final ZoneId organisationZone;
    private final String currency;
    private Set<Published> wanted = Set.of();
    private Set<String> inverse = Set.of();
    private int wantedFor = -1;
    private final Map<dev.premia.domain.event.SubjectType, Set<Published>> ofThings =
            new EnumMap<>(dev.premia.domain.event.SubjectType.class);

    public KpiPublisher(
            KeyValueStore<String, String> published,
            ReferenceView references,
            ZoneId organisationZone,
            String currency) {
        this.published = published;
        this.references = references;
        this.organisationZone = organisationZone;
        this.currency = currency;
    }

    private record Published(KpiDefinition kpi, MoneyView view, WindowKind kind) {
        ZoneId zone() {
            return view.zone();
        }

        String currency() {
            return view.currency();
        }
    }

    /** Publishes what changed in the windows that hold the marked days. */
    public void publish(
            Subject subject,
            PendingSubject marks,
            Function<ZoneId, CellReader> cells,
            EvaluationData data,
            Consumer<KpiRecords.Keyed> out) {
        for (Published each : wanted(subject)) {
            TreeSet<Window> windows = new TreeSet<>();
            for (int day : marks.days(each.zone())) {
                windows.add(Window.containing(each.kind(), LocalDate.ofEpochDay(day)));
            }
            addReached(subject, each, windows);
            if (marks.isEverything() && each.kpi().measures().contains(Measures.PRODUCTS_SOLD)) {
                // The catalogue may have changed: what was said of windows in which nothing is left is said again.
                windows.addAll(publishedFrom(subject, each, windowKeys(subject, each.kind())));
            }
            if (marks.isEverything() && !subject.isThing()) {
                windows.addAll(retargeted(subject, each, data));
            }
            for (Window window : windows) {
                publish(subject, each, window, cells.apply(each.zone()), data, marks.timestamp(), out);
            }
        }
    }

    /** What happened in a window also counts in later ones, as far as the KPI looks back. */
    private void addReached(Subject subject, Published each, TreeSet<Window> windows) {
        if (windows.isEmpty()) {
            return;
        }
        Reach reach = each.kpi().reach();
        if (reach.isEverything()) {
            windows.addAll(publishedFrom(
                    subject, each, windowKey(subject, each, windows.first().next())));
            return;
        }
        int back = reach.windowsBack(each.kind(), List.of());
        if (back > 0) {
            for (Window touched : List.copyOf(windows)) {
                Window next = touched;
                for (int i = 0; i < back; i++) {
                    next = next.next();
                    windows.add(next);
                }
            }
        }
    }

    /** The windows of which another target was published: a plan, a record or a group's target may set one where nothing else changes. */
    private Set<Window> retargeted(Subject subject, Published each, EvaluationData data) {
        Set<Window> windows = publishedFrom(subject, each, windowKeys(subject, each.kind()));
        windows.removeIf(window -> {
            String content = published.get(key(subject, each, window));
            String before = content.substring(content.lastIndexOf(SEPARATOR) + 1);
            return before.equals(String.valueOf(targetOf(subject, each, window, data)));
        });
        return windows;
    }

    /** Every window from a key on that has a published value. */
    private Set<Window> publishedFrom(Subject subject, Published wantedKpi, String from) {
        Set<Window> later = new TreeSet<>();
        String to = windowKeys(subject, wantedKpi.kind()) + Character.MAX_VALUE;
        try (KeyValueIterator<String, String> range = published.range(from, to)) {
            while (range.hasNext()) {
                String key = range.next().key;
                LocalDate start =
                        startIn(key, windowKeys(subject, wantedKpi.kind()).length());
                Window window = new Window(wantedKpi.kind(), start);
                if (key.equals(key(subject, wantedKpi, window))) {
                    later.add(window);
                }
            }
        }
        return later;
    }

    private static LocalDate startIn(String key, int at) {
        return LocalDate.parse(key.substring(at, key.indexOf('|', at)));
    }

    private static String windowKeys(Subject subject, WindowKind kind) {
        return subject.key() + "|" + kind.label() + "|";
    }

    private static String windowKey(Subject subject, Published wantedKpi, Window window) {
        return windowKeys(subject, wantedKpi.kind()) + window.start() + "|";
    }

    private static String key(Subject subject, Published wantedKpi, Window window) {
        return windowKey(subject, wantedKpi, window) + wantedKpi.kpi().name() + "|"
                + wantedKpi.zone().getId()
                + moneyKey(wantedKpi);
    }

    private static String moneyKey(Published wantedKpi) {
        if (!wantedKpi.kpi().readsMoney()) {
            return "";
        }
        boolean usual = wantedKpi.view().rateDate() == RateDate.WIN_DATE;
        return "|" + (usual ? wantedKpi.currency() : wantedKpi.view().key());
    }

    /** Things have the standard set of their kind alone: no plan reads them. */
    private Set<Published> wanted(Subject subject) {
        return subject.isThing() ? ofThings.computeIfAbsent(subject.type(), this::standard) : wanted();
    }

    private Set<Published> standard(dev.premia.domain.event.SubjectType type) {
        Set<Published> standard = new LinkedHashSet<>();
        for (String name : StandardKpis.of(type)) {
            standard.add(new Published(
                    KpiCatalogue.get(name), MoneyView.atWin(organisationZone, currency), WindowKind.MONTH));
        }
        return standard;
    }

    private Set<Published> wanted() {
        if (wantedFor != references.definitionSet()) {
            Set<Published> next = standard(dev.premia.domain.event.SubjectType.MANAGER);
            Set<String> lessIsBetter = new HashSet<>();
            for (PlanVersion version : references.plans().all()) {
                lessIsBetter.addAll(references.plans().reads(version).inverseKpis());
                for (Term.Kpi kpi : references.plans().reads(version).kpis()) {
                    if (kpi.filter() == null && kpi.parameters().isEmpty()) {
                        next.add(new Published(kpi.definition(), version.money(), version.period()));
                    }
                }
            }
            wanted = next;
            inverse = lessIsBetter;
            wantedFor = references.definitionSet();
        }
        return wanted;
    }

    private void publish(
            Subject subject,
            Published wantedKpi,
            Window window,
            CellReader cells,
            EvaluationData data,
            long timestamp,
            Consumer<KpiRecords.Keyed> out) {
        KpiDefinition kpi = wantedKpi.kpi();
        Value value = valueOf(wantedKpi, window, cells);
        BigDecimal target = targetOf(subject, wantedKpi, window, data);
        String key = key(subject, wantedKpi, window);
        String content = value + SEPARATOR + target;
        String before = published.get(key);
        if (content.equals(before) || (before == null && isOfStaffAlone(kpi, window, cells))) {
            return;
        }
        published.put(key, content);
        watch(subject, wantedKpi, window)
                .change(standing(before), standing(content))
                .ifPresent(alert -> alert(alert, timestamp, out));
        out.accept(new KpiRecords.Keyed(
                key, new KpiChanged(toAvro(subject, wantedKpi, window, value, target, timestamp))));
    }

    /** Where somebody was hired or left and nothing was done, other KPIs have nothing to say; nor has any before all time. */
    private static boolean isOfStaffAlone(KpiDefinition kpi, Window window, CellReader cells) {
        if (kpi.measures().stream().anyMatch(Measures::isStaff)
                && window.start().isAfter(StaffMeasuring.ALWAYS)) {
            return false;
        }
        DayCells total = cells.total(window.firstEpochDay(), window.endEpochDay());
        return !total.isEmpty() && !Measures.hasFigures(total);
    }

    private Value valueOf(Published of, Window window, CellReader cells) {
        KpiInput.Surroundings surroundings = new KpiInput.Surroundings(WorkingCalendar.WEEKDAYS, references.products());
        return of.kpi().valueOf(new KpiInput(cells, Span.of(window), of.view(), null, List.of(), surroundings));
    }

    /**
     * The explicit target, else that of a manager's plan or the sum of a group's members'. The members' targets are read in the
     * zone of the KPI, where every change of them marks its day; other zones hear of it at other moments.
     */
    private BigDecimal targetOf(Subject subject, Published of, Window window, EvaluationData data) {
        String kpi = of.kpi().name();
        BigDecimal explicit = data.target(subject, kpi, window);
        if (explicit != null || subject.isThing()) {
            return explicit;
        }
        return subject.isManager()
                ? references.plans().defaultTarget(references.organisation().manager(subject.id()), kpi, window)
                : MemberTargets.of(data.cells(subject, of.zone()), kpi, window);
    }

    private TargetWatch watch(Subject subject, Published of, Window window) {
        return new TargetWatch(
                TargetWatch.Watched.of(of.kpi()),
                inverse.contains(of.kpi().name()),
                of.zone(),
                of.currency(),
                subject,
                window);
    }

    /** What was published under a key, as far as it is a number. */
    private static TargetWatch.Standing standing(String content) {
        if (content == null) {
            return TargetWatch.Standing.NONE;
        }
        int separator = content.lastIndexOf(SEPARATOR);
        return new TargetWatch.Standing(
                numberOrNull(content.substring(0, separator)), numberOrNull(content.substring(separator + 1)));
    }

    static BigDecimal numberOrNull(String text) {
        boolean number = !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '-');
        return number ? new BigDecimal(text) : null;
    }

    /**
     * Tells once of every target that was missed in the windows that ended last by the as-of day.
     *
     * @param timestamp of the cause
     */
    public void endOfWindows(
            Subject subject,
            Function<ZoneId, CellReader> cells,
            EvaluationData data,
            long timestamp,
            Consumer<KpiRecords.Keyed> out) {
        if (references.asOf() == null) {
            return;
        }
        for (Published each : wanted()) {
            Window ended = Window.containing(each.kind(), references.asOf()).previous();
            BigDecimal target = targetOf(subject, each, ended, data);
            String told = TOLD + key(subject, each, ended);
            if (target != null && published.get(told) == null) {
                Value value = valueOf(each, ended, cells.apply(each.zone()));
                TargetWatch.Standing standing = new TargetWatch.Standing(value.orElse(null), target);
                watch(subject, each, ended).end(standing).ifPresent(alert -> {
                    published.put(told, standing.toString());
                    alert(alert, timestamp, out);
                });
            }
        }
    }

    static void alert(Alert alert, long timestamp, Consumer<KpiRecords.Keyed> out) {
        out.accept(new KpiRecords.Keyed(alert.subject().key(), new Alerted(alert, Instant.ofEpochMilli(timestamp))));
    }

    private static Kpi toAvro(
            Subject subject, Published wantedKpi, Window window, Value value, BigDecimal target, long timestamp) {
        Kpi kpi = KpiRecords.of(subject, wantedKpi.kpi().name(), window, value, target, timestamp);
        KpiRecords.setView(kpi, wantedKpi.view(), wantedKpi.kpi().readsMoney());
        return kpi;
    }
}
