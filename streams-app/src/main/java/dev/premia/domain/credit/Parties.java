package dev.premia.domain.credit;

import dev.premia.domain.control.Decision;
import dev.premia.domain.event.CreditShare;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.money.LargestRemainder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who shares a deal, and how whole amounts are divided among them: first by what the deal says, then, one after the other, by
 * the transfers of its credits. A transfer divides the giver's part alone, so nobody else's part moves by a kopeck, and the
 * parts sum to the whole.
 */
final class Parties {
    /** Those whom the deal names, then those who only receive by transfers. */
    private final List<Party> all;

    private final List<Move> moves;
    /** By place; 0 for those who have no part of the whole before transfers. */
    private final long[] weights;
    /** By place, billionths beside the whole; 0 for the main parties. */
    private final long[] overlays;

    private final boolean[] empty;

    /**
     * A receiver of credit.
     *
     * @param overlay whether it has its share beside the whole
     * @param shareNanos its share after all transfers, billionths
     */
    record Party(Subject subject, boolean overlay, long shareNanos) {}

    /** A receiver as the deal itself names it. */
    private record Named(Subject subject, boolean overlay, long weight, long shareNanos) {}

    /**
     * Some of what the party at one place has goes to the party at another.
     *
     * @param nanos how much of it, billionths
     * @param receiverFirst whether the receiver comes first where an odd unit could go to both
     */
    private record Move(int from, int to, long nanos, boolean receiverFirst) {}

    private Parties(List<Named> named, List<Decision.CreditTransfer> transfers) {
        all = new ArrayList<>(named.size());
        named.forEach(each -> all.add(new Party(each.subject(), each.overlay(), each.shareNanos())));
        moves = moves(transfers);
        weights = new long[all.size()];
        overlays = new long[all.size()];
        for (int i = 0; i < named.size(); i++) {
            Named each = named.get(i);
            if (each.overlay()) {
                overlays[i] = each.shareNanos();
            } else {
                weights[i] = each.weight();
            }
        }
        empty = new boolean[all.size()];
        for (int i = 0; i < empty.length; i++) {
            empty[i] = all.get(i).shareNanos() == 0;
        }
        moveShares();
    }

    /** The parties of a deal that is alive. */
    static Parties of(DealFact fact, List<Decision.CreditTransfer> transfers) {
        return new Parties(named(fact, fact.current()), transfers);
    }

    /** Everybody together, as if nobody shared the deal. */
    static Parties everybody() {
        return new Parties(List.of(new Named(Subject.COMPANY, false, 1, DealCredit.WHOLE_SHARE)), List.of());
    }

    /** Whether a party has nothing of any whole: it was named with nothing, or gave everything away. */
    boolean isEmpty(int place) {
        return empty[place];
    }

    int size() {
        return all.size();
    }

    Party get(int place) {
        return all.get(place);
    }

    /** Each party's part of a whole that is not negative: the main parties' parts sum to it. */
    List<Long> split(long whole) {
        long[] parts = LargestRemainder.split(whole, weights);
        for (int i = 0; i < parts.length; i++) {
            if (overlays[i] > 0) {
                parts[i] = partOf(whole, overlays[i]);
            }
        }
        move(parts);
        List<Long> list = new ArrayList<>(parts.length);
        for (long part : parts) {
            list.add(part);
        }
        return list;
    }

    /** Finds who gives and receives what; receivers who had nothing so far join the parties. */
    private List<Move> moves(List<Decision.CreditTransfer> transfers) {
        if (transfers.isEmpty()) {
            return List.of();
        }
        List<Move> found = new ArrayList<>(transfers.size());
        for (Decision.CreditTransfer transfer : transfers) {
            for (boolean overlay : new boolean[] {false, true}) {
                int from = placeOf(Subject.manager(transfer.manager()), overlay);
                if (from >= 0) {
                    Subject receiver = Subject.manager(transfer.toManager());
                    int to = placeOf(receiver, overlay);
                    if (to < 0) {
                        to = all.size();
                        all.add(new Party(receiver, overlay, 0));
                    }
                    boolean receiverFirst = transfer.toManager().compareTo(transfer.manager()) < 0;
                    found.add(new Move(from, to, nanos(transfer.share()), receiverFirst));
                }
            }
        }
        return found;
    }

    private int placeOf(Subject subject, boolean overlay) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).overlay() == overlay && all.get(i).subject().equals(subject)) {
                return i;
            }
        }
        return -1;
    }

    private void moveShares() {
        if (moves.isEmpty()) {
            return;
        }
        long[] shares = all.stream().mapToLong(Party::shareNanos).toArray();
        move(shares);
        for (int i = 0; i < shares.length; i++) {
            Party party = all.get(i);
            all.set(i, new Party(party.subject(), party.overlay(), shares[i]));
        }
        // A share may round to 0 where a part of a large amount does not.
        for (Move move : moves) {
            empty[move.to()] &= empty[move.from()];
            empty[move.from()] |= move.nanos() == DealCredit.WHOLE_SHARE;
        }
    }

    private void move(long[] parts) {
        for (Move move : moves) {
            long kept = DealCredit.WHOLE_SHARE - move.nanos();
            long[] split = move.receiverFirst()
                    ? LargestRemainder.split(parts[move.from()], new long[] {move.nanos(), kept})
                    : LargestRemainder.split(parts[move.from()], new long[] {kept, move.nanos()});
            parts[move.from()] = split[move.receiverFirst() ? 1 : 0];
            parts[move.to()] = Math.addExact(parts[move.to()], split[move.receiverFirst() ? 0 : 1]);
        }
    }

    private static List<Named> named(DealFact fact, DealEvent deal) {
        if (deal.credits().isEmpty()) {
            return List.of(owner(fact, deal));
        }
        Map<String, Long> main = new TreeMap<>();
        Map<String, Long> overlay = new TreeMap<>();
        for (CreditShare credit : deal.credits()) {
            long weight = credit.weight() != null ? credit.weight() : nanos(credit.share());
            (credit.overlay() ? overlay : main).merge(credit.manager(), weight, Math::addExact);
        }
        List<Named> parties = new ArrayList<>(main.size() + overlay.size());
        long[] weights = main.values().stream().mapToLong(Long::longValue).toArray();
        long[] shares = weights.length == 0 ? weights : LargestRemainder.split(DealCredit.WHOLE_SHARE, weights);
        int i = 0;
        for (String manager : main.keySet()) {
            parties.add(new Named(Subject.manager(manager), false, weights[i], shares[i]));
            i++;
        }
        overlay.forEach((manager, share) -> parties.add(new Named(Subject.manager(manager), true, share, share)));
        if (weights.length == 0) {
            // Only overlay parties are named: the deal itself still belongs to its owner.
            parties.add(0, owner(fact, deal));
        }
        return parties;
    }

    private static Named owner(DealFact fact, DealEvent deal) {
        String owner = deal.status() == DealStatus.WON ? fact.ownerAtWin() : deal.owner();
        Subject subject = owner == null ? Subject.COMPANY : Subject.manager(owner);
        return new Named(subject, false, 1, DealCredit.WHOLE_SHARE);
    }

    private static long partOf(long whole, long shareNanos) {
        return BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(shareNanos, DealCredit.SHARE_DIGITS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long nanos(BigDecimal share) {
        return share.movePointRight(DealCredit.SHARE_DIGITS).longValueExact();
    }
}
