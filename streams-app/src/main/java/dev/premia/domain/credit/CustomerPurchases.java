package dev.premia.domain.credit;

import dev.premia.domain.credit.DealMeasuring.CustomerOrder;
import dev.premia.domain.event.CustomerRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The won deals of one customer in canonical order, and what follows from that order: which deal is the first, and on
 * which days the customer counts as a buyer of whom.
 */
public final class CustomerPurchases {
    private CustomerPurchases() {}

    /**
     * One won deal of the customer.
     *
     * @param costed whether its cost is known, so that it has a profit
     * @param parties who is credited with a positive share
     * @param products the products of its lines, each once, ascending
     */
    public record Purchase(Instant closedAt, String deal, boolean costed, List<Party> parties, List<String> products)
            implements Comparable<Purchase> {
        public Purchase {
            parties = List.copyOf(parties);
            products = List.copyOf(products);
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

    /**
     * A purchase with the subjects that it makes a seller to the customer: the receivers of credit and the groups in which
     * they count on the day of the win.
     *
     * @param sellers one sorted list per zone, since the day depends on the zone
     */
    public record Resolved(Purchase purchase, List<List<Subject>> sellers) {
        public Resolved {
            sellers = List.copyOf(sellers);
        }
    }

    /**
     * To whom the customer is assigned.
     *
     * @param since first epoch day of the assignment
     * @param subjects the manager and the groups in which it counts on that day; empty when nobody has the customer
     */
    public record Assignment(int since, List<Subject> subjects) {
        public static final Assignment NONE = new Assignment(0, List.of());

        public Assignment {
            subjects = List.copyOf(subjects);
        }
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
        credits.forEach(credit -> parties.add(
                new Party(credit.subject(), credit.overlay() || credit.subject().isThing())));
        DealCredit any = credits.get(0);
        return new Purchase(any.closedAt(), any.deal(), any.costs() != null, parties, products(credits));
    }

    private static List<String> products(List<DealCredit> credits) {
        TreeSet<String> products = new TreeSet<>();
        for (DealCredit credit : credits) {
            for (DealCredit.Line line : credit.lines()) {
                if (line.product() != null && !line.product().isEmpty()) {
                    products.add(line.product());
                }
            }
        }
        return List.copyOf(products);
    }

    /** Receives the standing of every won deal. */
    @FunctionalInterface
    public interface StandingVisitor {
        void deal(Purchase purchase, CustomerStanding standing);
    }

    /**
     * Says of every won deal of a customer where it stands among the others.
     *
     * @param purchases in canonical order
     * @param customer the customer's record, or null while it is unknown
     */
    public static void eachStanding(Iterable<Purchase> purchases, CustomerRecord customer, StandingVisitor visitor) {
        Instant firstAt = null;
        for (Purchase purchase : purchases) {
            CustomerOrder order = firstAt == null ? CustomerOrder.FIRST : CustomerOrder.REPEAT;
            firstAt = firstAt == null ? purchase.closedAt() : firstAt;
            visitor.deal(purchase, CustomerStanding.of(order, firstAt, purchase.closedAt(), customer));
        }
    }

    /** Works out the sellers of a purchase in every zone. */
    public static Resolved resolve(Purchase purchase, Organisation organisation, List<ZoneId> zones) {
        List<List<Subject>> sellers = new ArrayList<>(zones.size());
        for (ZoneId zone : zones) {
            LocalDate day = LocalDate.ofInstant(purchase.closedAt(), zone);
            TreeSet<Subject> subjects = new TreeSet<>();
            for (Party party : purchase.parties()) {
                if (party.subject().isThing() && !sellers.isEmpty()) {
                    // Things are measured in the first zone alone, the organisation's: plans with zones of their own
                    // read none.
                    continue;
                }
                subjects.add(party.subject());
                if (!party.overlay()) {
                    subjects.addAll(organisation.groupsOf(party.subject(), day));
                }
            }
            sellers.add(List.copyOf(subjects));
        }
        return new Resolved(purchase, sellers);
    }

    /**
     * Works out to whom a customer is assigned.
     *
     * @param owner the manager, or null
     * @param ownerSince first day, or null for always
     */
    public static Assignment assignment(String owner, LocalDate ownerSince, Organisation organisation) {
        if (owner == null) {
            return Assignment.NONE;
        }
        LocalDate since = ownerSince == null ? LocalDate.EPOCH : ownerSince;
        Subject manager = Subject.manager(owner);
        List<Subject> subjects = new ArrayList<>();
        subjects.add(manager);
        subjects.addAll(organisation.groupsOf(manager, since));
        return new Assignment((int) since.toEpochDay(), subjects);
    }
}
