package dev.premia.domain.fact;

import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.PaymentEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of one deal: the content of its highest revision, who owned it in every revision (a late older one may
 * still say who won it), and the payments that name it.
 *
 * @param current the highest revision, null while only payments have arrived
 * @param history every revision seen, ascending, one per revision number
 * @param payments the ruling revision of every payment that names the deal, by payment id
 */
public record DealFact(DealEvent current, List<SeenRevision> history, Map<String, PaymentEvent> payments) {

    public static final DealFact UNKNOWN = new DealFact(null, List.of(), Map.of());

    /**
     * The trace of one revision.
     *
     * @param won whether the deal was won and not deleted in it
     * @param owner the owner in it
     * @param pipeline the pipeline in it; null where it was deleted
     * @param stage the stage in it; null where it was deleted
     */
    public record SeenRevision(RevisionMark mark, boolean won, String owner, String pipeline, String stage) {

        static SeenRevision of(RevisionMark mark, DealEvent event) {
            boolean alive = !event.header().deleted();
            return new SeenRevision(
                    mark, event.isWon(), event.owner(), alive ? event.pipeline() : null, alive ? event.stage() : null);
        }
    }

    public DealFact {
        history = Collections.unmodifiableList(history);
        payments = Collections.unmodifiableMap(payments);
    }

    /** Folds one record of the deal. A stale record changes the history only. */
    public Fold<DealFact> fold(DealEvent event) {
        RevisionMark mark = RevisionMark.of(event);
        RevisionMark top =
                history.isEmpty() ? null : history.get(history.size() - 1).mark();
        Arrival arrival = mark.arrivalAfter(top);
        if (arrival == Arrival.STALE) {
            return foldOlder(event, mark);
        }
        if (!arrival.rules()) {
            return new Fold<>(this, arrival);
        }
        List<SeenRevision> seen = new ArrayList<>(history.size() + 1);
        seen.addAll(arrival == Arrival.CONFLICT_WON ? history.subList(0, history.size() - 1) : history);
        seen.add(SeenRevision.of(mark, event));
        return new Fold<>(new DealFact(event, seen, payments), arrival);
    }

    private Fold<DealFact> foldOlder(DealEvent event, RevisionMark mark) {
        int at = 0;
        while (history.get(at).mark().revision() < mark.revision()) {
            at++;
        }
        RevisionMark known = history.get(at).mark();
        boolean sameRevision = known.revision() == mark.revision();
        Arrival arrival = sameRevision ? mark.arrivalAfter(known) : Arrival.STALE;
        if (sameRevision && !arrival.rules()) {
            return new Fold<>(this, arrival);
        }
        List<SeenRevision> seen = new ArrayList<>(history);
        SeenRevision entry = SeenRevision.of(mark, event);
        if (sameRevision) {
            seen.set(at, entry);
        } else {
            seen.add(at, entry);
        }
        return new Fold<>(new DealFact(current, seen, payments), arrival);
    }

    /** The fact with one payment set to what its ruling revision says. */
    public DealFact withPayment(PaymentEvent payment) {
        Map<String, PaymentEvent> next = new TreeMap<>(payments);
        next.put(payment.id(), payment);
        return new DealFact(current, history, next);
    }

    /** The fact without a payment that was deleted or now names another deal. */
    public DealFact withoutPayment(String paymentId) {
        if (!payments.containsKey(paymentId)) {
            return this;
        }
        Map<String, PaymentEvent> next = new TreeMap<>(payments);
        next.remove(paymentId);
        return new DealFact(current, history, next);
    }

    /**
     * The owner in the first revision of the current unbroken run of won revisions; null when the deal is not won or had
     * no owner then.
     */
    public String ownerAtWin() {
        String owner = null;
        for (int i = history.size() - 1; i >= 0 && history.get(i).won(); i--) {
            owner = history.get(i).owner();
        }
        return owner;
    }
}
