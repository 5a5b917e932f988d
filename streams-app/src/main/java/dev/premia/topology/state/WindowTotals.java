package dev.premia.topology.state;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.time.DayRange;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Running totals of the ranges of days that were asked for lately. They are kept on the heap only: a total that is not there
 * is added up from the store, and one that is there follows every change of a day. Not thread-safe.
 */
public final class WindowTotals {
    private static final int MAX_OWNERS = 4_096;
    private static final int MAX_RANGES = 64;

    private final Map<String, Map<DayRange, DayCells>> byOwner = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<DayRange, DayCells>> eldest) {
            return size() > MAX_OWNERS;
        }
    };

    /** The key of a subject's cells in a zone. */
    public static String owner(String subjectKey, String zoneId) {
        return subjectKey + '\n' + zoneId;
    }

    /** A reader that answers totals from here and everything else from the store. */
    public CellReader over(String owner, CellReader store) {
        return new CellReader() {
            @Override
            public void forEachDay(int from, int to, Visitor visitor) {
                store.forEachDay(from, to, visitor);
            }

            @Override
            public DayCells total(int from, int to) {
                Map<DayRange, DayCells> ranges = byOwner.computeIfAbsent(owner, key -> new HashMap<>());
                if (ranges.size() > MAX_RANGES) {
                    ranges.clear();
                }
                DayRange range = new DayRange(from, to);
                DayCells total = ranges.get(range);
                if (total == null) {
                    total = store.total(from, to);
                    ranges.put(range, total);
                }
                return total;
            }
        };
    }

    /** Takes in what was added to a day. */
    public void changed(String owner, int day, DayCells added) {
        Map<DayRange, DayCells> ranges = byOwner.get(owner);
        if (ranges != null) {
            ranges.forEach((range, total) -> {
                if (range.contains(day)) {
                    total.addAll(added, 1);
                }
            });
        }
    }
}
