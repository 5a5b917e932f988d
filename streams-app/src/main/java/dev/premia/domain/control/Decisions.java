package dev.premia.domain.control;

import dev.premia.domain.time.Window;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The decisions that were admitted, by what they are about. Not thread-safe. */
public final class Decisions {
    private final Map<String, Decision> byId = new LinkedHashMap<>();
    private final Map<String, List<Decision.Adjustment>> adjustments = new HashMap<>();
    private final Map<String, List<Decision>> timing = new HashMap<>();
    private final Map<String, List<Decision.CreditTransfer>> transfers = new HashMap<>();
    private final Map<String, DisputedEntry> disputes = new LinkedHashMap<>();
    private final Map<String, Decision.ContestResult> contests = new HashMap<>();
    private final Map<Rate, Long> restated = new HashMap<>();

    private final ClosedPeriods closed = new ClosedPeriods();

    private record Rate(String base, String quote, LocalDate day) {}

    /** The reason code of a decision that came too late. */
    public static final String CONFLICT_CODE = "decision_conflict";

    /** How a valid decision relates to those before it in the order of the topic. */
    public enum Admission {
        /** It counts. */
        NEW,
        /** It says again what was said under its id: nothing changes. */
        REPEATED,
        /** Its id, or what it decides, was taken by another decision, which rules. */
        CONFLICT
    }

    /**
     * Relates a decision to those before it.
     *
     * @param taken what was kept under a key by {@link #keys}, or null
     */
    public static Admission admit(Decision decision, UnaryOperator<String> taken) {
        return admit(decision, taken, true);
    }

    /**
     * The same in a log that holds the results of some alone, with which a completion cannot be compared.
     *
     * @param taken what was kept under a key by {@link #keys}, or null
     */
    public static Admission admitOfSome(Decision decision, UnaryOperator<String> taken) {
        return admit(decision, taken, false);
    }

    private static Admission admit(Decision decision, UnaryOperator<String> taken, boolean allResults) {
        String known = taken.apply(idKey(decision));
        if (known != null) {
            return known.equals(decision.content()) ? Admission.REPEATED : Admission.CONFLICT;
        }
        String claim = decision.claim();
        // What a result says may be said anew until the close is completed.
        boolean free = claim == null || decision instanceof Decision.CloseResult || taken.apply(claim) == null;
        return free && isInOrder(decision, taken, allResults) ? Admission.NEW : Admission.CONFLICT;
    }

    /** Keeps who contested an entry: it is settled by somebody else. */
    private static String openedBy(Decision.Dispute dispute) {
        return Decision.Dispute.claimOf(dispute.manager(), dispute.sequence()) + "|opened_by";
    }

    /** Records of a close have their order, and a dispute is settled once it is open. */
    private static boolean isInOrder(Decision decision, UnaryOperator<String> taken, boolean allResults) {
        if (decision instanceof Decision.Dispute dispute && dispute.settles()) {
            String openedBy = taken.apply(openedBy(dispute));
            return openedBy != null && !openedBy.equals(dispute.heading().author());
        }
        return new CloseAdmission(taken).isInOrder(decision, allResults);
    }

    /**
     * What an admitted decision keeps from others: keys, each with what to keep under it from now on.
     *
     * @param taken what was kept under a key before, or null
     */
    public static Map<String, String> keys(Decision decision, UnaryOperator<String> taken) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(idKey(decision), decision.content());
        if (decision.claim() != null) {
            keys.put(decision.claim(), decision.heading().id());
        }
        if (decision instanceof Decision.Dispute dispute && !dispute.settles()) {
            keys.put(openedBy(dispute), dispute.heading().author());
        }
        new CloseAdmission(taken).keys(decision, keys);
        return keys;
    }

    /** The month that a decision closes, freezes for somebody or completes; null for other decisions. */
    public static YearMonth closedBy(Decision decision) {
        if (decision instanceof Decision.Close close) {
            return close.period();
        } else if (decision instanceof Decision.CloseResult result) {
            return result.statement().period();
        }
        return decision instanceof Decision.CloseCompleted completed ? completed.period() : null;
    }

    private static String idKey(Decision decision) {
        return "id|" + decision.heading().id();
    }

    /**
     * Says to people why a decision does not count.
     *
     * @param taken what those before it keep
     */
    public static String conflictText(Decision decision, UnaryOperator<String> taken) {
        if (closedBy(decision) != null) {
            return new CloseAdmission(taken).conflictText(decision);
        }
        if (decision instanceof Decision.Dispute dispute) {
            return "found " + decision.heading().id() + " about the entry " + dispute.sequence() + " of "
                    + dispute.manager() + ", expected "
                    + (dispute.settles()
                            ? "an open dispute, settled once, by somebody other than who opened it"
                            : "an entry that was not contested before: an entry has one dispute");
        }
        return "found " + decision.heading().id() + ", expected a decision about something that was not decided before:"
                + " the first one rules; to change it, record another decision under an id of its own";
    }

    /** Takes in an admitted decision; one whose id is known changes nothing. */
    public void add(Decision decision) {
        if (byId.putIfAbsent(decision.heading().id(), decision) != null) {
            return;
        }
        closed.add(decision);
        if (decision instanceof Decision.Adjustment adjustment) {
            add(adjustments, adjustment.manager(), adjustment);
            if (adjustment.toManager() != null) {
                add(adjustments, adjustment.toManager(), adjustment);
            }
        } else if (decision instanceof Decision.Hold hold) {
            add(timing, hold.deal(), hold);
        } else if (decision instanceof Decision.Release release) {
            add(timing, release.deal(), release);
        } else if (decision instanceof Decision.CreditTransfer transfer) {
            add(transfers, transfer.deal(), transfer);
        } else if (decision instanceof Decision.Dispute dispute) {
            String entry = Decision.Dispute.claimOf(dispute.manager(), dispute.sequence());
            disputes.put(entry, disputes.getOrDefault(entry, DisputedEntry.NONE).with(dispute));
        } else if (decision instanceof Decision.ContestResult result) {
            contests.put(result.claim(), result);
        } else if (decision instanceof Decision.RestateRate rate) {
            restated.merge(new Rate(rate.base(), rate.quote(), rate.day()), rate.revision(), Math::max);
        }
    }

    private static <D> void add(Map<String, List<D>> lists, String key, D decision) {
        lists.computeIfAbsent(key, each -> new ArrayList<>(1)).add(decision);
    }

    /** Takes note of a decision that does not count: the completion of a close that is not completed is told from none. */
    public void refuse(Decision decision) {
        if (decision instanceof Decision.CloseCompleted completed) {
            closed.refuse(completed);
        }
    }

    /** All of them, in the order in which they were taken in. */
    public Iterable<Decision> all() {
        return byId.values();
    }

    /** The decision under an id, or null. */
    public Decision byId(String id) {
        return byId.get(id);
    }

    /** The closed periods. */
    public ClosedPeriods closed() {
        return closed;
    }

    /** The amounts by hand that concern a manager. */
    public List<Decision.Adjustment> adjustments(String manager) {
        return adjustments.getOrDefault(manager, List.of());
    }

    /** The holds and releases of a deal. What they say depends on their days, not on their order here. */
    public List<Decision> holdsAndReleases(String deal) {
        return timing.getOrDefault(deal, List.of());
    }

    /** The transfers of a deal's credits, in the order in which they apply. */
    public List<Decision.CreditTransfer> transfers(String deal) {
        return transfers.getOrDefault(deal, List.of());
    }

    /** Those of them that count on an as-of day, which is null while no day was recorded. */
    public List<Decision.CreditTransfer> transfers(String deal, LocalDate asOf) {
        List<Decision.CreditTransfer> all = transfers(deal);
        return all.isEmpty()
                ? all
                : all.stream().filter(each -> each.countsOn(asOf)).toList();
    }

    /** The dispute of an entry of the ledger, or null. */
    public DisputedEntry dispute(String manager, long sequence) {
        return disputes.get(Decision.Dispute.claimOf(manager, sequence));
    }

    /** The results of all contests. */
    public Collection<Decision.ContestResult> contestResults() {
        return contests.values();
    }

    /** The deals that a hold or a release names. */
    public Set<String> timedDeals() {
        return Collections.unmodifiableSet(timing.keySet());
    }

    /** The result of a contest, or null while there is none. */
    public Decision.ContestResult contestResult(String plan, String component, Window window) {
        return contests.get(Decision.ContestResult.claimOf(plan, component, window));
    }

    /** The revision to which the rate of a pair and day was restated. */
    public OptionalLong restatedRate(String base, String quote, LocalDate day) {
        Long revision = restated.get(new Rate(base, quote, day));
        return revision == null ? OptionalLong.empty() : OptionalLong.of(revision);
    }
}
