package dev.premia.domain.control;

import dev.premia.domain.time.Window;
import java.time.LocalDate;
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
    private final Map<String, Decision.ContestResult> contests = new HashMap<>();
    private final Map<Rate, Long> restated = new HashMap<>();

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
        String known = taken.apply(idKey(decision));
        if (known != null) {
            return known.equals(decision.toString()) ? Admission.REPEATED : Admission.CONFLICT;
        }
        String claim = decision.claim();
        return claim == null || taken.apply(claim) == null ? Admission.NEW : Admission.CONFLICT;
    }

    /** What an admitted decision keeps from others: keys, each with what to keep under it. */
    public static Map<String, String> keys(Decision decision) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(idKey(decision), decision.toString());
        if (decision.claim() != null) {
            keys.put(decision.claim(), decision.heading().id());
        }
        return keys;
    }

    private static String idKey(Decision decision) {
        return "id|" + decision.heading().id();
    }

    /** Says to people why a decision does not count. */
    public static String conflictText(Decision decision) {
        return "found " + decision.heading().id() + ", expected a decision about something that was not decided before:"
                + " the first one rules; to change it, record another decision under an id of its own";
    }

    /** Takes in an admitted decision; one whose id is known changes nothing. */
    public void add(Decision decision) {
        if (byId.putIfAbsent(decision.heading().id(), decision) != null) {
            return;
        }
        if (decision instanceof Decision.Adjustment adjustment) {
            add(adjustments, adjustment.manager(), adjustment);
            if (adjustment.toManager() != null) {
                add(adjustments, adjustment.toManager(), adjustment);
            }
        } else if (decision instanceof Decision.Hold hold) {
            add(timing, hold.deal(), hold);
        } else if (decision instanceof Decision.Release release) {
            add(timing, release.deal(), release);
        } else if (decision instanceof Decision.ContestResult result) {
            contests.put(result.claim(), result);
        } else if (decision instanceof Decision.RestateRate rate) {
            restated.merge(new Rate(rate.base(), rate.quote(), rate.day()), rate.revision(), Math::max);
        }
    }

    private static <D> void add(Map<String, List<D>> lists, String key, D decision) {
        lists.computeIfAbsent(key, each -> new ArrayList<>(1)).add(decision);
    }

    /** All of them, in the order in which they were taken in. */
    public Iterable<Decision> all() {
        return byId.values();
    }

    /** The amounts by hand that concern a manager. */
    public List<Decision.Adjustment> adjustments(String manager) {
        return adjustments.getOrDefault(manager, List.of());
    }

    /** The holds and releases of a deal. What they say depends on their days, not on their order here. */
    public List<Decision> holdsAndReleases(String deal) {
        return timing.getOrDefault(deal, List.of());
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
