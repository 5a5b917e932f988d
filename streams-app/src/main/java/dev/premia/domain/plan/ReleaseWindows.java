package dev.premia.domain.plan;

import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Relates the windows in which a manager's deals were won to the windows in which what a plan pays on them is released. Both
 * are found by days alone: a window that is named here needs not pay anything.
 */
public final class ReleaseWindows {
    private static final DayRange ALL_DAYS = new DayRange(Integer.MIN_VALUE, Integer.MAX_VALUE);

    private final EvaluationData data;
    private final boolean byPlan;
    private final Set<ZoneId> zones = new HashSet<>();
    private final Set<Integer> holds = new TreeSet<>();

    /**
     * @param versions all versions of one plan
     */
    public ReleaseWindows(Collection<PlanVersion> versions, EvaluationData data) {
        this.data = data;
        boolean looksAtDeals = false;
        for (PlanVersion version : versions) {
            zones.add(version.zone());
            looksAtDeals |= version.looksAtDeals();
            for (Component component : version.components()) {
                if (component.settlement().holdDays() > 0) {
                    holds.add(component.settlement().holdDays());
                }
            }
        }
        byPlan = looksAtDeals;
    }

    /** The days, as epoch days, from which holds and releases of a deal take effect. */
    public static List<Integer> decidedDays(Decisions decisions, String deal) {
        return decisions.holdsAndReleases(deal).stream()
                .map(decision -> (int) Release.fromDay(decision))
                .toList();
    }

    /** Whether anything of the plan may be released in another window than that of the win. */
    public boolean any() {
        return byPlan || !data.decisions().timedDeals().isEmpty();
    }

    /** For how many days versions of the plan hold back what they pay. */
    public Set<Integer> holdDays() {
        return holds;
    }

    /** The windows in which what was won in a window may be released, without that window itself, unless it is one. */
    public Set<Window> releasesOf(Window won) {
        Set<Window> windows = new TreeSet<>();
        if (any()) {
            for (ZoneId zone : zones) {
                for (DealCredit deal : wonIn(won.days(), zone)) {
                    days(deal, zone, day -> windows.add(Window.containing(won.kind(), LocalDate.ofEpochDay(day))));
                }
            }
        }
        return windows;
    }

    /** All windows of a kind in which something may be released. */
    Set<Window> all(WindowKind kind) {
        Set<Window> windows = new TreeSet<>();
        if (any()) {
            for (ZoneId zone : zones) {
                for (DealCredit deal : wonIn(ALL_DAYS, zone)) {
                    days(deal, zone, day -> windows.add(Window.containing(kind, LocalDate.ofEpochDay(day))));
                }
            }
        }
        return windows;
    }

    /** The windows of whose deals something may be released in a window, that window itself left out. */
    Set<Window> sourcesOf(Window window) {
        Set<Window> sources = new TreeSet<>();
        if (any()) {
            for (ZoneId zone : zones) {
                addSources(window, zone, sources);
            }
            sources.remove(window);
        }
        return sources;
    }

    private void addSources(Window window, ZoneId zone, Set<Window> sources) {
        DayRange days = window.days();
        if (byPlan) {
            add(data.deals().moved(days, zone), window.kind(), zone, sources);
        }
        for (int hold : holds) {
            int last = Math.min(days.to(), asOfEnd());
            if (last > days.from()) {
                DayRange won = new DayRange(days.from() - hold, last - hold);
                add(data.deals().won(won, zone), window.kind(), zone, sources);
            }
        }
        for (String deal : data.decisions().timedDeals()) {
            if (decidedDays(data.decisions(), deal).stream().anyMatch(days::contains)) {
                add(data.deals().of(deal), window.kind(), zone, sources);
            }
        }
    }

    /** Where the plan itself releases everything at the win, only deals that somebody decided on matter. */
    private List<DealCredit> wonIn(DayRange days, ZoneId zone) {
        if (byPlan) {
            return data.deals().won(days, zone);
        }
        return data.decisions().timedDeals().stream()
                .flatMap(deal -> data.deals().of(deal).stream())
                .filter(deal -> deal.wasWon() && days.contains(DealMeasuring.day(deal.closedAt(), zone)))
                .toList();
    }

    private static void add(List<DealCredit> deals, WindowKind kind, ZoneId zone, Set<Window> sources) {
        for (DealCredit deal : deals) {
            if (deal.wasWon()) {
                int day = DealMeasuring.day(deal.closedAt(), zone);
                sources.add(Window.containing(kind, LocalDate.ofEpochDay(day)));
            }
        }
    }

    /** Every day on which something of a deal may be released or taken back. */
    private void days(DealCredit deal, ZoneId zone, IntConsumer consumer) {
        if (byPlan) {
            deal.cash().payments().forEach(payment -> consumer.accept(DealMeasuring.day(payment.paidAt(), zone)));
        }
        decidedDays(data.decisions(), deal.deal()).forEach(consumer::accept);
        for (int hold : holds) {
            int end = DealMeasuring.day(deal.closedAt(), zone) + hold;
            if (end < asOfEnd()) {
                consumer.accept(end);
            }
        }
    }

    /** The first day that has not begun yet: no hold ends on it or later. */
    private int asOfEnd() {
        return data.asOf() == null ? Integer.MIN_VALUE : (int) data.asOf().toEpochDay() + 1;
    }
}
