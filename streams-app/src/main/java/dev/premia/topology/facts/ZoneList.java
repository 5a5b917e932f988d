package dev.premia.topology.facts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The zones in which a task counts days, in the order in which the task came to know them: the organisation's first, then
 * those of plans. The list only grows, so a fact that remembers how many zones it was sent for knows which they were.
 */
public final class ZoneList {
    /** Where the cursor of a running scan is kept, beyond any index. */
    private static final int CURSOR = Integer.MAX_VALUE;

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
     * Adds a zone.
     *
     * @return whether it was new
     */
    public boolean add(ZoneId zone) {
        if (zones.contains(zone)) {
            return false;
        }
        store.put(zones.size(), zone.getId());
        zones.add(zone);
        return true;
    }

    public int size() {
        return zones.size();
    }

    public ZoneId get(int index) {
        return zones.get(index);
    }

    /** From which key a scan of the facts must go on so that all of them are sent for all zones; null when none runs. */
    public String scanCursor() {
        return store.get(CURSOR);
    }

    /** Moves the scan; null ends it. */
    public void scanFrom(String key) {
        store.put(CURSOR, key);
    }

    /** The first {@code count} zones. */
    public List<ZoneId> first(int count) {
        return zones.subList(0, count);
    }

    public List<ZoneId> all() {
        return List.copyOf(zones);
    }
}
