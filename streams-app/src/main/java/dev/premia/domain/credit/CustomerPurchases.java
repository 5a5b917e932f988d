package dev.premia.domain.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The won deals of one customer in canonical order, and what follows from that order: which deal is the first, and on
 * which days the customer counts as a buyer of whom. Not thread-safe.
 */
public final class CustomerPurchases {
    private final Map<String, Purchase> byDeal = new HashMap<>();
    private final TreeSet<Purchase> ordered = new TreeSet<>();

    /**
     * One won deal of the customer.
     *
     * @param parties who is credited with a positive share
     */
    public record Purchase(Instant closedAt, String deal, List<Party> parties) implements Comparable<Purchase> {
        public Purchase {
            parties = List.copyOf(parties);
        }

        /** Canonical order: the instant of the win, then the deal's id. */
        @Override
        public int compareTo(Purchase other) {
            int byInstant = closedAt.compareTo(other.closedAt);
            return byInstant != 0 ? byInstant : deal.compareTo(other.deal);
        }
    }

    /**
     * A receiver of credit.
     *
     * @param overlay whether the credit stays out of group figures
     */
    public record Party(Subject subject, boolean overlay) {}

    /** Sets what a deal now contributes; null takes it out. */
    public void set(String deal, Purchase purchase) {
        Purchase before = purchase == null ? byDeal.remove(deal) : byDeal.put(deal, purchase);
        if (before != null) {
            ordered.remove(before);
        }
        if (purchase != null) {
            ordered.add(purchase);
        }
    }

    public Iterable<Purchase> inOrder() {
        return ordered;
    }

    public boolean isEmpty() {
        return ordered.isEmpty();
    }

    /** The deal that is the customer's first, or null without purchases. */
    public String firstDeal() {
        return ordered.isEmpty() ? null : ordered.first().deal();
    }

    /**
     * The purchase of a won deal, from its credits.
     *
     * @return null when the deal is not won or names no customer
     */
    public static Purchase purchaseOf(List<DealCredit> credits) {
        if (credits.isEmpty() || !credits.get(0).isWon() || credits.get(0).customer() == null) {
            return null;
        }
        List<Party> parties = new ArrayList<>(credits.size());
        credits.forEach(credit -> parties.add(new Party(credit.subject(), credit.overlay())));
        return new Purchase(credits.get(0).closedAt(), credits.get(0).deal(), parties);
    }

    /** Receives cells of several subjects. */
    @FunctionalInterface
    public interface Sink {
        void add(Subject subject, int epochDay, long measure, long dimension, long delta);
    }

    /**
     * Adds the buyer cells of every subject: of each receiver of credit, and of the groups in which it counts on the day.
     *
     * @param owner the manager to whom the customer is assigned, or null
     * @param ownerSince first day of the assignment, or null for always
     */
    public void addCells(Organisation organisation, ZoneId zone, String owner, LocalDate ownerSince, Sink sink) {
        Map<Subject, Integer> lastDay = new HashMap<>();
        Map<Subject, Integer> lastAssignedDay = new HashMap<>();
        Assignment assignment = assignment(organisation, owner, ownerSince, sink);
        for (Purchase purchase : ordered) {
            LocalDate date = LocalDate.ofInstant(purchase.closedAt(), zone);
            int day = (int) date.toEpochDay();
            for (Subject subject : buyersOf(purchase, organisation, date)) {
                count(subject, day, Measures.BUYERS, lastDay, sink);
                if (assignment != null
                        && day >= assignment.since()
                        && assignment.subjects().contains(subject)) {
                    count(subject, day, Measures.ASSIGNED_BUYERS, lastAssignedDay, sink);
                }
            }
        }
    }

    private record Assignment(int since, List<Subject> subjects) {}

    private static Assignment assignment(Organisation organisation, String owner, LocalDate ownerSince, Sink sink) {
        if (owner == null) {
            return null;
        }
        LocalDate since = ownerSince == null ? LocalDate.EPOCH : ownerSince;
        Subject manager = Subject.manager(owner);
        List<Subject> subjects = new ArrayList<>(organisation.groupsOf(manager, since));
        subjects.add(manager);
        int day = (int) since.toEpochDay();
        // The owner's own cell rolls up like any additive measure, so only the owner receives it here.
        sink.add(manager, day, Measures.ASSIGNED_CUSTOMERS, 0, 1);
        return new Assignment(day, subjects);
    }

    private static void count(Subject subject, int day, long measure, Map<Subject, Integer> lastDay, Sink sink) {
        Integer previous = lastDay.put(subject, day);
        if (previous == null) {
            sink.add(subject, day, measure, 0, 1);
        } else if (previous != day) {
            sink.add(subject, day, measure, previous + Measures.DAY_OFFSET, 1);
        }
    }

    private static Iterable<Subject> buyersOf(Purchase purchase, Organisation organisation, LocalDate date) {
        TreeSet<Subject> subjects = new TreeSet<>();
        for (Party party : purchase.parties()) {
            subjects.add(party.subject());
            if (!party.overlay()) {
                subjects.addAll(organisation.groupsOf(party.subject(), date));
            }
        }
        return subjects;
    }
}
