package dev.premia.domain.credit;

import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether missed calls were returned: the first outbound call to whoever had called, after the miss, by anybody and whether or
 * not it is answered. One outbound call returns all earlier misses of the caller.
 */
public final class Callbacks {
    private static final String PHONE = "phone|";
    private static final String CUSTOMER = "customer|";

    private Callbacks() {}

    /**
     * What one conversation is to one caller.
     *
     * @param missed whose miss it is; null where nothing was missed
     * @param missedAt when the last leg of the missed conversation began; null where nothing was missed
     * @param outbound when outbound legs began, ascending
     */
    public record Contact(String conversation, Subject missed, Instant missedAt, List<Instant> outbound) {
        public Contact {
            outbound = List.copyOf(outbound);
        }
    }

    /**
     * Everybody who is at the other end of a conversation, by number or, where none is known, by customer. Where neither is
     * known, nobody can be called back.
     *
     * @param legs the living legs, in any order; internal ones are ignored
     */
    public static Map<String, Contact> contactsOf(String conversation, Collection<CallEvent> legs) {
        Map<String, TreeSet<Instant>> outbound = new HashMap<>();
        for (CallEvent leg : legs) {
            String caller = callerOf(leg);
            if (!leg.internal() && leg.direction() == CallDirection.OUTBOUND && caller != null) {
                outbound.computeIfAbsent(caller, key -> new TreeSet<>()).add(leg.startedAt());
            }
        }
        Map<String, Contact> contacts = new HashMap<>();
        outbound.forEach(
                (caller, calls) -> contacts.put(caller, new Contact(conversation, null, null, List.copyOf(calls))));
        CallEvent last = CallMeasuring.missedLeg(legs);
        String caller = last == null ? null : firstCaller(legs);
        if (caller != null) {
            Contact known = contacts.get(caller);
            contacts.put(
                    caller,
                    new Contact(
                            conversation,
                            CallMeasuring.subjectOf(last),
                            last.startedAt(),
                            known == null ? List.of() : known.outbound()));
        }
        return contacts;
    }

    /** Who called: not every leg of a transferred call names the caller. */
    private static String firstCaller(Collection<CallEvent> legs) {
        return legs.stream()
                .filter(leg -> !leg.internal() && leg.direction() == CallDirection.INBOUND && callerOf(leg) != null)
                .min(CallMeasuring.LEG_ORDER)
                .map(Callbacks::callerOf)
                .orElse(null);
    }

    private static String callerOf(CallEvent leg) {
        if (leg.phoneHash() != null && !leg.phoneHash().isEmpty()) {
            return PHONE + leg.phoneHash();
        }
        return leg.customer() == null || leg.customer().isEmpty() ? null : CUSTOMER + leg.customer();
    }

    /**
     * Adds the returned misses of one caller, on the days of the misses.
     *
     * @param contacts all conversations with the caller, in any order
     * @param zone the zone whose calendar days count
     */
    public static void addCells(Collection<Contact> contacts, ZoneId zone, SubjectCells sink) {
        TreeSet<Instant> calls = new TreeSet<>();
        contacts.forEach(contact -> calls.addAll(contact.outbound()));
        for (Contact contact : contacts) {
            Instant returned = contact.missed() == null ? null : calls.higher(contact.missedAt());
            if (returned != null) {
                long seconds = Duration.between(contact.missedAt(), returned).toSeconds();
                int day = DealMeasuring.day(contact.missedAt(), zone);
                sink.add(contact.missed(), day, Measures.CALLBACKS, seconds, 1);
            }
        }
    }

    /**
     * The contacts of every caller of whom a call was missed. All conversations are shown twice: first to {@link #note}, then to
     * {@link #gather}. Any number of threads may show them.
     */
    public static final class MissedCallers {
        private final Map<String, List<Contact>> byCaller = new HashMap<>();

        /** @param legs the living legs of a conversation, not empty */
        public void note(Collection<CallEvent> legs) {
            String caller = CallMeasuring.missedLeg(legs) == null ? null : firstCaller(legs);
            if (caller != null) {
                synchronized (byCaller) {
                    byCaller.computeIfAbsent(caller, key -> new ArrayList<>(2));
                }
            }
        }

        /** Whether a call of anybody was missed; there is nothing to gather otherwise. */
        public boolean any() {
            return !byCaller.isEmpty();
        }

        /** @param legs the living legs of a conversation, not empty */
        public void gather(List<CallEvent> legs) {
            contactsOf(legs.get(0).conversation(), legs).forEach((caller, contact) -> {
                List<Contact> known = byCaller.get(caller);
                if (known != null) {
                    synchronized (known) {
                        known.add(contact);
                    }
                }
            });
        }

        /** One list for each of the callers. */
        public Collection<List<Contact>> contacts() {
            return byCaller.values();
        }
    }
}
