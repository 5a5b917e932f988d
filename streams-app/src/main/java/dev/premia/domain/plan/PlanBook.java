package dev.premia.domain.plan;

import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.SourcePosition;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.plan.own.OwnMeasure;
import dev.premia.domain.statement.Guarantee;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All published plan versions. Which of them rules on a day follows from the versions alone. Not thread-safe. */
public final class PlanBook {
    private final Map<String, TreeMap<Integer, PlanVersion>> byPlan = new TreeMap<>();

    private final Map<PlanVersion, PlanReads> reads;
    private final Map<PlanVersion, Recording> recordings = new IdentityHashMap<>();
    /** What rules origins that were closed: by the month of the close, made when it is first asked for. */
    private final Map<YearMonth, PlanBook> atCloses = new HashMap<>();

    private final ClosedPeriods closed;

    /** A book without closed periods. */
    public PlanBook() {
        this(new ClosedPeriods());
    }

    /** A book of which closed periods hold on to what they knew. */
    public PlanBook(ClosedPeriods closed) {
        this(closed, new IdentityHashMap<>());
    }

    private PlanBook(ClosedPeriods closed, Map<PlanVersion, PlanReads> reads) {
        this.closed = closed;
        this.reads = reads;
    }

    /**
     * How a version was published.
     *
     * @param position where and when the log accepted it
     * @param restatesClosed whether it was approved to rule origins whose posting period was closed before
     */
    public record Recording(SourcePosition position, boolean restatesClosed) {
        /** There from the beginning. */
        public static final Recording BEGINNING = new Recording(SourcePosition.BEGINNING, false);
    }

    /** What a version of this book reads, worked out once. */
    public PlanReads reads(PlanVersion version) {
        return reads.computeIfAbsent(version, PlanReads::of);
    }

    /** Whether one of some versions, of this book or not, looks at the customers or the numbers of calls. */
    public boolean readCallParties(Collection<PlanVersion> versions) {
        return versions.stream()
                .flatMap(version -> reads(version).ownMeasures().stream())
                .anyMatch(OwnMeasure::readsCallParties);
    }

    /** Adds a version; the same version again changes nothing, since versions are immutable. */
    public void add(PlanVersion version, Recording recording) {
        TreeMap<Integer, PlanVersion> versions = byPlan.computeIfAbsent(version.plan(), id -> new TreeMap<>());
        if (versions.putIfAbsent(version.version(), version) == null) {
            recordings.put(version, recording);
            atCloses.clear();
        }
    }

    /** Adds a version that was there from the beginning. */
    public void add(PlanVersion version) {
        add(version, Recording.BEGINNING);
    }

    /**
     * The versions that may rule an origin window: of a window whose posting period was closed those recorded before the close,
     * and later ones that were approved to restate it.
     */
    public PlanBook forOrigin(Window window) {
        Decision.Close close = closed.closeOf(YearMonth.from(window.lastDay()));
        return close == null ? this : atCloses.computeIfAbsent(close.period(), period -> at(close));
    }

    /**
     * The versions that rule closed months only because nobody says when they were published, as it can be among files: each
     * succeeds another one and is valid on a closed day.
     */
    public List<PlanVersion> rulingClosedUndated() {
        List<PlanVersion> undated = new ArrayList<>();
        YearMonth last = closed.last();
        for (TreeMap<Integer, PlanVersion> versions : byPlan.values()) {
            for (PlanVersion version :
                    versions.tailMap(versions.firstKey(), false).values()) {
                Recording recording = recordings.get(version);
                if (last != null
                        && !recording.restatesClosed()
                        && recording.position().isUndated()
                        && !version.validFrom().isAfter(last.atEndOfMonth())) {
                    undated.add(version);
                }
            }
        }
        return undated;
    }

    private PlanBook at(Decision.Close close) {
        PlanBook known = new PlanBook(new ClosedPeriods(), reads);
        boolean all = true;
        for (PlanVersion version : all()) {
            Recording recording = recordings.get(version);
            if (recording.restatesClosed() || close.includes(recording.position())) {
                known.add(version, recording);
            } else {
                all = false;
            }
        }
        return all ? this : known;
    }

    /** Where any version of a plan uses the KPIs that it defines. */
    public Set<OwnKpiUse> ownKpis(String plan) {
        Set<OwnKpiUse> uses = new LinkedHashSet<>();
        versions(plan).forEach(version -> uses.addAll(reads(version).ownKpis()));
        return uses;
    }

    public Collection<String> plans() {
        return byPlan.keySet();
    }

    /** The versions of a plan, ascending. */
    public Collection<PlanVersion> versions(String plan) {
        TreeMap<Integer, PlanVersion> versions = byPlan.get(plan);
        return versions == null ? List.of() : versions.values();
    }

    public PlanVersion version(String plan, int version) {
        TreeMap<Integer, PlanVersion> versions = byPlan.get(plan);
        return versions == null ? null : versions.get(version);
    }

    public List<PlanVersion> all() {
        List<PlanVersion> all = new ArrayList<>();
        byPlan.values().forEach(versions -> all.addAll(versions.values()));
        return all;
    }

    /**
     * Part of a window in which a manager is under one version of a plan.
     */
    public record Interval(PlanVersion version, DayRange days) {}

    /** The version of a plan that rules for a manager on a day, or null. */
    public PlanVersion ruling(String plan, ManagerRecord manager, LocalDate day) {
        TreeMap<Integer, PlanVersion> versions = byPlan.get(plan);
        if (versions == null) {
            return null;
        }
        for (PlanVersion version : versions.descendingMap().values()) {
            if (version.validOn(day)) {
                return version.appliesTo().matches(manager, day) ? version : null;
            }
        }
        return null;
    }

    /**
     * The target that the plans set for a manager over a window of their period, where nobody set one for the manager: of
     * the plans that rule on the window's last day the first by id. Null without one, and for an unknown manager.
     */
    public BigDecimal defaultTarget(ManagerRecord manager, String kpi, Window window) {
        for (String plan : manager == null ? List.<String>of() : plans()) {
            PlanVersion version = ruling(plan, manager, window.lastDay());
            if (version != null && version.period() == window.kind()) {
                BigDecimal target = version.targets().get(kpi);
                if (target != null) {
                    return target;
                }
            }
        }
        return null;
    }

    /**
     * What a month guarantees a manager: of each plan that rules on its last day, and of several in one currency the highest.
     */
    public List<Guarantee> guarantees(ManagerRecord manager, YearMonth month) {
        Map<String, Guarantee> guarantees = new TreeMap<>();
        for (String plan : plans()) {
            PlanVersion version = ruling(plan, manager, month.atEndOfMonth());
            if (version != null && version.guarantee() != null) {
                guarantees.merge(
                        version.guarantee().currency(),
                        version.guarantee(),
                        (one, other) -> one.minor() >= other.minor() ? one : other);
            }
        }
        return List.copyOf(guarantees.values());
    }

    /** The version of a plan that is valid on a day, whomever it pays, or null. */
    public PlanVersion validOn(String plan, LocalDate day) {
        TreeMap<Integer, PlanVersion> versions = byPlan.get(plan);
        if (versions == null) {
            return null;
        }
        for (PlanVersion version : versions.descendingMap().values()) {
            if (version.validOn(day)) {
                return version;
            }
        }
        return null;
    }

    /** Cuts a window into the intervals in which a manager is under one version of a plan; days under none are left out. */
    public List<Interval> intervals(String plan, ManagerRecord manager, Window window) {
        List<Interval> intervals = new ArrayList<>(1);
        TreeSet<LocalDate> cuts = cuts(plan, manager, window);
        LocalDate from = cuts.first();
        while (from.isBefore(window.end())) {
            LocalDate to = cuts.higher(from);
            PlanVersion version = ruling(plan, manager, from);
            if (version != null) {
                append(intervals, version, new DayRange((int) from.toEpochDay(), (int) to.toEpochDay()));
            }
            from = to;
        }
        return intervals;
    }

    private static void append(List<Interval> intervals, PlanVersion version, DayRange days) {
        Interval last = intervals.isEmpty() ? null : intervals.get(intervals.size() - 1);
        if (last != null
                && last.version().version() == version.version()
                && last.days().to() == days.from()) {
            intervals.set(
                    intervals.size() - 1,
                    new Interval(version, new DayRange(last.days().from(), days.to())));
        } else {
            intervals.add(new Interval(version, days));
        }
    }

    private TreeSet<LocalDate> cuts(String plan, ManagerRecord manager, Window window) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        cuts.add(window.start());
        cuts.add(window.end());
        for (PlanVersion version : versions(plan)) {
            cut(cuts, window, version.validFrom());
            cutAfter(cuts, window, version.validUntil());
        }
        cut(cuts, window, manager.hiredOn());
        cutAfter(cuts, window, manager.leftOn());
        for (ManagerRecord.Assignment assignment : manager.assignments()) {
            cut(cuts, window, assignment.from());
            cutAfter(cuts, window, assignment.until());
        }
        return cuts;
    }

    private static void cut(TreeSet<LocalDate> cuts, Window window, LocalDate day) {
        if (day != null && window.contains(day)) {
            cuts.add(day);
        }
    }

    private static void cutAfter(TreeSet<LocalDate> cuts, Window window, LocalDate lastDay) {
        cut(cuts, window, lastDay == null ? null : lastDay.plusDays(1));
    }
}
