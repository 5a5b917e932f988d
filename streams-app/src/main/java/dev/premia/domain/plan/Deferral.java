package dev.premia.domain.plan;

import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is paid in a window of what was won in it and in others: the part of each deal, as far as it is released. The plan
 * version at the win says how. Worked out once for each window and component. Not thread-safe.
 */
final class Deferral {
    private final PlanBook book;
    private final ManagerRecord manager;
    private final EvaluationData data;
    private final Scopes scopes;
    private final Caps caps;
    private final Map<String, ReleaseWindows> windowsByPlan = new HashMap<>();
    private final Map<Key, Optional<Allocation>> allocations = new HashMap<>();

    private record Earning(Component component, TermScope scope) {
        Allocation.Interval worked() {
            return new Allocation.Interval(scope.plan(), component, DealPay.of(component, scope));
        }
    }

    private record Key(String plan, Paid paid, Window window) {}

    /** A component with the unit that it pays: a later version may pay another one. */
    record Paid(String component, String unit) {}

    /** The scope of a component in one interval of a window, in the world that its refunds ask for. */
    interface Scopes {
        TermScope of(PlanBook.Interval interval, Component component, Window window);
    }

    /** The cap of a component in a window, minor units; null for none. */
    interface Caps {
        Long of(String component, String unit, PlanVersion last, Window window);
    }

    /**
     * What is released of one deal in a window.
     *
     * @param won the window in which it was won
     * @param keptMinor its part after refunds
     * @param beforeMinor what was released of it before the window
     * @param afterMinor what is released of it by the window's end
     */
    record Released(
            Window won, Allocation.Part part, long keptMinor, Release release, long beforeMinor, long afterMinor) {
        long minor() {
            return afterMinor - beforeMinor;
        }
    }

    Deferral(PlanBook book, ManagerRecord manager, EvaluationData data, Scopes scopes, Caps caps) {
        this.book = book;
        this.manager = manager;
        this.data = data;
        this.scopes = scopes;
        this.caps = caps;
    }

    /** Whether anything that a plan pays may be released in another window than that of the win. */
    boolean concerns(String plan) {
        return windows(plan).any();
    }

    private ReleaseWindows windows(String plan) {
        return windowsByPlan.computeIfAbsent(plan, id -> new ReleaseWindows(book.versions(id), data));
    }

    /** The other windows of whose deals something may be released in this one. */
    Collection<Window> sourcesOf(String plan, Window window) {
        return windows(plan).sourcesOf(window);
    }

    /** The latest version under which something was won that may be released in a window; null for none. */
    PlanVersion latestSource(String plan, Window window) {
        PlanVersion latest = null;
        for (Window won : sourcesOf(plan, window)) {
            for (PlanBook.Interval interval : book.intervals(plan, manager, won)) {
                boolean later = latest == null || interval.version().version() > latest.version();
                latest = later ? interval.version() : latest;
            }
        }
        return latest;
    }

    /** The components that pay on deals of a window, in the order of the file. */
    Set<Paid> paidIn(String plan, Window window) {
        Set<Paid> paid = new LinkedHashSet<>();
        for (PlanBook.Interval interval : book.intervals(plan, manager, window)) {
            for (Component component : interval.version().components()) {
                if (component.window() == window.kind() && DealBasis.paysOnDeals(component)) {
                    paid.add(new Paid(component.id(), component.unit()));
                }
            }
        }
        return paid;
    }

    /** How a component's amount of a window is divided over its deals; empty where all of it is paid in the window itself. */
    Optional<Allocation> allocation(String plan, Paid paid, Window window) {
        Key key = new Key(plan, paid, window);
        Optional<Allocation> known = allocations.get(key);
        if (known == null) {
            known = allocate(key);
            allocations.put(key, known);
        }
        return known;
    }

    private Optional<Allocation> allocate(Key key) {
        List<PlanBook.Interval> intervals = book.intervals(key.plan(), manager, key.window());
        List<Earning> earnings = new ArrayList<>();
        boolean looksAtDeals = false;
        for (PlanBook.Interval interval : intervals) {
            for (Component component : interval.version().components()) {
                boolean same = key.paid().equals(new Paid(component.id(), component.unit()));
                if (same && component.window() == key.window().kind() && !component.isOfGroup()) {
                    TermScope scope = scopes.of(interval, component, key.window());
                    looksAtDeals |= component.settlement().looksAtDeals() || isDecidedOn(component, scope);
                    earnings.add(new Earning(component, scope));
                }
            }
        }
        if (!looksAtDeals) {
            return Optional.empty();
        }
        PlanVersion last = intervals.get(intervals.size() - 1).version();
        return Optional.of(Allocation.of(
                earnings.stream().map(Earning::worked).toList(),
                key.paid().unit(),
                caps.of(key.paid().component(), key.paid().unit(), last, key.window())));
    }

    private boolean isDecidedOn(Component component, TermScope scope) {
        if (data.decisions().timedDeals().isEmpty() || !DealBasis.paysOnDeals(component)) {
            return false;
        }
        return scope.wonDeals().stream()
                .anyMatch(deal ->
                        !decisions(deal, scope.plan().plan(), component.id()).isEmpty());
    }

    private List<Decision> decisions(DealCredit deal, String plan, String component) {
        return data.decisions().holdsAndReleases(deal.deal()).stream()
                .filter(decision -> Release.concerns(decision, plan, component))
                .toList();
    }

    /** What is released in a window of the deals that were won in one, deal by deal. */
    List<Released> released(Allocation allocation, Window won, Window window) {
        List<Released> released = new ArrayList<>();
        for (Allocation.Part part : allocation.parts()) {
            Release release = release(part);
            long kept = kept(part);
            released.add(new Released(
                    won,
                    part,
                    kept,
                    release,
                    release.releasedMinor(kept, window.firstEpochDay() - 1),
                    release.releasedMinor(kept, window.endEpochDay() - 1)));
        }
        return released;
    }

    /** The sum of what is released in a window of the deals that were won in one. */
    long releasedMinor(Allocation allocation, Window won, Window window) {
        long sum = 0;
        for (Released each : released(allocation, won, window)) {
            sum = Math.addExact(sum, each.minor());
        }
        return sum;
    }

    private Release release(Allocation.Part part) {
        PlanVersion version = part.interval().version();
        Component component = part.interval().component();
        boolean stops = version.stopsAtExit() && manager.leftOn() != null;
        return new Release(
                part.deal(),
                component.settlement(),
                decisions(part.deal(), version.plan(), component.id()),
                version.zone(),
                data.asOf(),
                stops ? (int) manager.leftOn().toEpochDay() : null);
    }

    /** The part less what a refund takes back of it, where refunds do not lead to a new calculation. */
    private static long kept(Allocation.Part part) {
        long gross = part.deal().cash().wholeMinor();
        long refunded = gross - part.deal().wholeMinor();
        if (!part.interval().component().settlement().original() || refunded <= 0) {
            return part.minor();
        }
        long back = BigDecimal.valueOf(part.minor())
                .multiply(BigDecimal.valueOf(refunded))
                .divide(BigDecimal.valueOf(gross), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return part.minor() - back;
    }
}
