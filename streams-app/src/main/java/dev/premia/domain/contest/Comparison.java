package dev.premia.domain.contest;

import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of managers by one figure, the greatest of which is the best. Equal values share a rank and the next rank counts them:
 * 1, 2, 2, 4.
 */
public final class Comparison {
    static final Comparison NOBODY = new Comparison(Collections.emptySortedMap());

    private final Map<String, BigDecimal> values = new HashMap<>();
    /** How many have more than a value. */
    private final TreeMap<BigDecimal, Integer> ahead = new TreeMap<>(Collections.reverseOrder());

    private final Spread spread;

    Comparison(SortedMap<String, PeerEntry> entries) {
        entries.forEach((manager, entry) -> values.put(manager, entry.value()));
        values.values().forEach(value -> ahead.merge(value, 1, Integer::sum));
        int before = 0;
        for (Map.Entry<BigDecimal, Integer> each : ahead.entrySet()) {
            int equal = each.getValue();
            each.setValue(before);
            before += equal;
        }
        spread = Spread.of(values.values());
    }

    /** The value of a manager, or null for one who has none. */
    public BigDecimal valueOf(String manager) {
        return values.get(manager);
    }

    /** Whether anybody else has a value. */
    public boolean hasPeersOf(String manager) {
        return values.size() > (values.containsKey(manager) ? 1 : 0);
    }

    /** The rank of one of the values, from 1. */
    public BigDecimal rankOf(BigDecimal value) {
        return BigDecimal.valueOf(ahead.get(value) + 1L);
    }

    /** The greatest value; null where nobody has any. */
    public BigDecimal best() {
        return ahead.isEmpty() ? null : ahead.firstKey();
    }

    /** Whether one of the values lies further from the mean than a number of standard deviations, on either side. */
    public boolean isBeyond(BigDecimal value, BigDecimal bound) {
        return spread.beyond(value, bound);
    }

    /** How far one of the values lies from the mean of all, in standard deviations; undefined among few and among equals. */
    public Value deviationOf(String what, BigDecimal value) {
        return spread.zScore(what, value);
    }
}
