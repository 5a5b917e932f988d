package dev.premia.topology.facts;

import dev.premia.topology.state.PackedEntities;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The zones in which a task counts days, in the order in which the task came to know them: the organisation's first, then
 * those of plans. The list only grows, so a fact that remembers how many zones it was sent for knows which they were.
 */
public final class ZoneList {
    /** Where the cursor of a running scan is kept, beyond any index. */
    public static final int CURSOR = Integer.MAX_VALUE;

    private static final int SCAN_STEP = 1_000;

    private final List<ZoneId> zones = new ArrayList<>();
    private final KeyValueStore<Integer, String> store;

    /** Reads the list back from its store. */
    public ZoneList(KeyValueStore<Integer, String> store, ZoneId organisationZone) {
        this.store = store;
        try (KeyValueIterator<Integer, String> all = store.all()) {
            // Keys are big-endian numbers from 0 on, so the store returns them in order.
            all.forEachRemaining(entry -> {
                if (entry.key != CURSOR) {
                    zones.add(ZoneId.of(entry.value));
                }
            });
        }
        add(organisationZone);
    }

    /**
     * Takes in the zone of a plan. A new one starts the scan of the facts from the beginning, also while an earlier scan
     * runs: what that one has passed was not sent for the new zone. Facts that are up to date are passed over.
     */
    public void learn(ZoneId zone) {
        if (add(zone)) {
            store.put(CURSOR, "");
        }
    }

    private boolean add(ZoneId zone) {
        if (zones.contains(zone)) {
            return false;
        }
        store.put(zones.size(), zone.getId());
        zones.add(zone);
        return true;
    }

    /** Facts that can be visited in steps. */
    @FunctionalInterface
    public interface Scan<V> {
        /**
         * Visits facts.
         *
         * @param cursor what the step before returned, empty for the first
         * @param atLeast how many facts to visit, unless there are fewer
         * @param visitor may put the fact that it is given
         * @return where to go on, or null when all have been visited
         */
        String from(String cursor, int atLeast, BiConsumer<String, V> visitor);
    }

    /** Facts in a store by their ids. */
    public static <V> Scan<V> each(KeyValueStore<String, V> facts) {
        return (cursor, atLeast, visitor) -> {
            int visited = 0;
            try (KeyValueIterator<String, V> rest = facts.range(cursor, null)) {
                while (rest.hasNext()) {
                    KeyValue<String, V> entry = rest.next();
                    if (visited++ == atLeast) {
                        return entry.key;
                    }
                    visitor.accept(entry.key, entry.value);
                }
            }
            return null;
        };
    }

    /** Facts that are packed into records. */
    public static <V> Scan<V> each(PackedEntities<V> facts) {
        return (cursor, atLeast, visitor) -> {
            int next = facts.scan(cursor.isEmpty() ? 0 : Integer.parseInt(cursor), atLeast, visitor);
            return next < 0 ? null : String.valueOf(next);
        };
    }

    /**
     * Goes on with a running scan by a bounded number of facts.
     *
     * @param facts what is scanned
     * @param zonesSent for how many zones a fact has been sent
     * @param resend sends a fact for all zones and stores it
     */
    public <V> void scan(Scan<V> facts, ToIntFunction<V> zonesSent, BiConsumer<String, V> resend) {
        String cursor = store.get(CURSOR);
        if (cursor != null) {
            store.put(CURSOR, facts.from(cursor, SCAN_STEP, (id, fact) -> {
                if (zonesSent.applyAsInt(fact) < zones.size()) {
                    resend.accept(id, fact);
                }
            }));
        }
    }

    public int size() {
        return zones.size();
    }

    /** The first {@code count} zones. */
    public List<ZoneId> first(int count) {
        return zones.subList(0, count);
    }
}
