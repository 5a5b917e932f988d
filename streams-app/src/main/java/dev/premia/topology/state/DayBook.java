package dev.premia.topology.state;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Rows by subject, zone and day. Every change is written to the store at once; what is read comes from a copy on the heap,
 * which is filled from the store when a subject is first asked for and holds the subjects asked for last. Not thread-safe.
 *
 * @param <V> the row; one that was read may be changed in place if it is then put
 */
public final class DayBook<V> {
    private static final int MAX_OWNERS = 4_096;

    private final KeyValueStore<Bytes, V> store;
    private final StoreKey keys = new StoreKey();
    private final Map<Owner, TreeMap<Integer, V>> heap = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Owner, TreeMap<Integer, V>> eldest) {
            return size() > MAX_OWNERS;
        }
    };

    private record Owner(String subjectKey, ZoneId zone) {}

    public DayBook(KeyValueStore<Bytes, V> store) {
        this.store = store;
    }

    /** The row of a day, or null. */
    public V get(String subjectKey, ZoneId zone, int day) {
        return days(subjectKey, zone).get(day);
    }

    /** Sets the row of a day; null removes it. */
    public void put(String subjectKey, ZoneId zone, int day, V row) {
        TreeMap<Integer, V> days = days(subjectKey, zone);
        if (row == null) {
            days.remove(day);
        } else {
            days.put(day, row);
        }
        store.put(keys.text(subjectKey).text(zone.getId()).number(day).build(), row);
    }

    /** The rows of a range of days, ascending; {@code to} is exclusive. A live view: do not put while walking it. */
    public NavigableMap<Integer, V> range(String subjectKey, ZoneId zone, int from, int to) {
        return from >= to ? new TreeMap<>() : days(subjectKey, zone).subMap(from, true, to, false);
    }

    /** All rows of a subject in a zone, as a copy that survives puts. */
    public List<Map.Entry<Integer, V>> all(String subjectKey, ZoneId zone) {
        List<Map.Entry<Integer, V>> all = new ArrayList<>();
        days(subjectKey, zone).forEach((day, row) -> all.add(Map.entry(day, row)));
        return all;
    }

    private TreeMap<Integer, V> days(String subjectKey, ZoneId zone) {
        Owner owner = new Owner(subjectKey, zone);
        TreeMap<Integer, V> days = heap.get(owner);
        if (days == null) {
            days = load(owner);
            heap.put(owner, days);
        }
        return days;
    }

    private TreeMap<Integer, V> load(Owner owner) {
        TreeMap<Integer, V> days = new TreeMap<>();
        Bytes prefix = keys.text(owner.subjectKey()).text(owner.zone().getId()).build();
        try (KeyValueIterator<Bytes, V> rows = store.range(prefix, StoreKey.endOf(prefix))) {
            while (rows.hasNext()) {
                KeyValue<Bytes, V> row = rows.next();
                days.put(StoreKey.lastInt(row.key), row.value);
            }
        }
        return days;
    }
}
