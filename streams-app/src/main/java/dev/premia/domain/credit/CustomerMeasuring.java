package dev.premia.domain.credit;

import dev.premia.domain.credit.CustomerPurchases.Assignment;
import dev.premia.domain.credit.CustomerPurchases.Resolved;
import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.time.WindowKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the purchases of one customer into day cells of its sellers, from which distinct customers can be counted over any
 * range of days: each cell says of a day on which the customer bought when it had bought before.
 */
public final class CustomerMeasuring {
    /** Only these windows may be longer than the days for which churn is asked; see {@link Measures#RETURNED_BUYERS}. */
    private static final List<WindowKind> LONG_KINDS = List.of(WindowKind.MONTH, WindowKind.QUARTER, WindowKind.YEAR);

    private final ZoneId zone;
    private final Assignment assignment;
    private final List<DatedTag> tags;
    private final SubjectCells sink;
    private final Map<Subject, List<Integer>> days = new HashMap<>();
    private final Map<Subject, Integer> lastAssignedDay = new HashMap<>();
    private final Map<Subject, Map<String, Integer>> productDays = new HashMap<>();
    private final Set<Subject> costed = new HashSet<>();
    private final Set<Subject> costedVip = new HashSet<>();

    private CustomerMeasuring(ZoneId zone, Assignment assignment, List<DatedTag> tags, SubjectCells sink) {
        this.zone = zone;
        this.assignment = assignment;
        this.tags = tags;
        this.sink = sink;
    }

    /**
     * Adds the buyer cells of every seller, and the assignment's cell of the manager (which rolls up like any other).
     *
     * @param purchases in canonical order
     * @param zoneIndex which of the zones for which the sellers were worked out
     * @param zone that zone
     * @param tags the customer's tags
     */
    public static void addCells(
            List<Resolved> purchases,
            int zoneIndex,
            ZoneId zone,
            Assignment assignment,
            List<DatedTag> tags,
            SubjectCells sink) {
        CustomerMeasuring measuring = new CustomerMeasuring(zone, assignment, tags, sink);
        if (!assignment.subjects().isEmpty()) {
            sink.add(assignment.subjects().get(0), assignment.since(), Measures.ASSIGNED_CUSTOMERS, 0, 1);
        }
        int secondDay = purchases.size() < 2 ? Integer.MAX_VALUE : measuring.day(purchases.get(1));
        for (Resolved each : purchases) {
            measuring.add(each, each.sellers().get(zoneIndex), secondDay);
        }
        measuring.days.forEach(measuring::addReturns);
    }

    private int day(Resolved purchase) {
        return DealMeasuring.day(purchase.purchase().closedAt(), zone);
    }

    private void add(Resolved purchase, List<Subject> sellers, int secondDay) {
        int day = day(purchase);
        boolean profitable = purchase.purchase().costed();
        boolean vip = profitable
                && CustomerStanding.tagsOn(tags, LocalDate.ofEpochDay(day)).contains(CustomerStanding.VIP);
        for (Subject seller : sellers) {
            List<Integer> known = days.computeIfAbsent(seller, each -> new ArrayList<>(2));
            Integer previous = known.isEmpty() ? null : known.get(known.size() - 1);
            if (previous == null || previous != day) {
                known.add(day);
                count(seller, day, previous, secondDay);
            }
            countProducts(seller, day, purchase.purchase().products());
            if (profitable && costed.add(seller)) {
                sink.add(seller, day, Measures.VALUED_CUSTOMERS, 0, 1);
            }
            if (vip && costedVip.add(seller)) {
                sink.add(seller, day, Measures.VALUED_VIP_CUSTOMERS, 0, 1);
            }
            if (day >= assignment.since() && assignment.subjects().contains(seller)) {
                countAssigned(seller, day);
            }
        }
    }

    private void count(Subject seller, int day, Integer previous, int secondDay) {
        sink.add(seller, day, Measures.BUYERS, Measures.dayOrNone(previous), 1);
        if (secondDay != Integer.MAX_VALUE) {
            sink.add(seller, day, Measures.REPEAT_BUYERS, Measures.repeatBuyer(previous, day, secondDay), 1);
        }
    }

    /** A product sells itself alone, whatever else the deal has. */
    private void countProducts(Subject seller, int day, List<String> products) {
        for (String product : products) {
            if (seller.type() != SubjectType.PRODUCT || seller.id().equals(product)) {
                Integer previous = productDays
                        .computeIfAbsent(seller, each -> new HashMap<>())
                        .put(product, day);
                if (previous == null || previous != day) {
                    sink.add(seller, day, Measures.PRODUCT_BUYERS, Measures.dayOrNone(previous), 1);
                }
            }
        }
    }

    private void countAssigned(Subject seller, int day) {
        Integer previous = lastAssignedDay.put(seller, day);
        if (previous == null || previous != day) {
            sink.add(seller, day, Measures.ASSIGNED_BUYERS, Measures.dayOrNone(previous), 1);
        }
    }

    /** On the last purchase in a window, when the customer had last bought before the window. */
    private void addReturns(Subject seller, List<Integer> bought) {
        if (bought.size() < 2) {
            return;
        }
        for (WindowKind kind : LONG_KINDS) {
            int beforeWindow = -1;
            int start = Integer.MIN_VALUE;
            for (int i = 0; i < bought.size(); i++) {
                int day = bought.get(i);
                int startOfDay = startOf(kind, day);
                if (startOfDay != start) {
                    start = startOfDay;
                    beforeWindow = i - 1;
                }
                boolean lastInWindow = i + 1 == bought.size() || startOf(kind, bought.get(i + 1)) != start;
                if (lastInWindow && beforeWindow >= 0 && start - bought.get(beforeWindow) <= Measures.LONGEST_WINDOW) {
                    long dimension = Measures.returned(bought.get(beforeWindow), kind);
                    sink.add(seller, day, Measures.RETURNED_BUYERS, dimension, 1);
                }
            }
        }
    }

    private static int startOf(WindowKind kind, int day) {
        return (int) kind.startOf(LocalDate.ofEpochDay(day)).toEpochDay();
    }
}
