package dev.premia.domain.contest;

import dev.premia.domain.money.LargestFraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Who stands where. It follows from the entries alone; the order in which they came makes no difference. */
public final class Standing {
    private final Map<String, Place> places;

    private Standing(Map<String, Place> places) {
        this.places = places;
    }

    /**
     * Ranks the entries, the greatest value first.
     *
     * @param entries by manager, ascending: those who tie for good are listed in that order
     */
    public static Standing of(SortedMap<String, PeerEntry> entries, TiePolicy ties) {
        Comparator<PeerEntry> order = order(ties);
        List<Map.Entry<String, PeerEntry>> ranked = new ArrayList<>(entries.entrySet());
        ranked.sort(Map.Entry.comparingByValue(order));
        Map<String, Place> places = new LinkedHashMap<>();
        for (int first = 0; first < ranked.size(); ) {
            int end = first + 1;
            while (end < ranked.size()
                    && order.compare(
                                    ranked.get(first).getValue(),
                                    ranked.get(end).getValue())
                            == 0) {
                end++;
            }
            for (int i = first; i < end; i++) {
                PeerEntry entry = ranked.get(i).getValue();
                String manager = ranked.get(i).getKey();
                places.put(manager, new Place(manager, first + 1, end - first, entry.value(), entry.qualified()));
            }
            first = end;
        }
        return new Standing(places);
    }

    private static Comparator<PeerEntry> order(TiePolicy ties) {
        Comparator<PeerEntry> byValue = Comparator.comparing(PeerEntry::value).reversed();
        return switch (ties) {
            case SHARED -> byValue;
            case FIRST_TO_REACH ->
                byValue.thenComparing(PeerEntry::reachedAt, Comparator.nullsLast(Comparator.naturalOrder()));
            case SECOND_METRIC ->
                byValue.thenComparing(PeerEntry::second, Comparator.nullsLast(Comparator.reverseOrder()));
        };
    }

    /** How many take part. */
    public int size() {
        return places.size();
    }

    /** The places from the first on; those who share one by manager id. */
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    /** The manager's place, or null for one who does not take part. */
    public Place placeOf(String manager) {
        return places.get(manager);
    }

    /**
     * What each manager gets. Those who share places get equal parts of the prizes of all of them, the units left over going
     * to the lower manager ids; who is below the minimum gets nothing, and nobody moves up for it.
     *
     * @param prizes by place, minor units
     * @return manager to amount, without zeros
     */
    public Map<String, Long> awards(long[] prizes) {
        Map<String, Long> awards = new LinkedHashMap<>();
        List<Place> all = places();
        for (int first = 0; first < all.size() && first < prizes.length; ) {
            int tied = all.get(first).tied();
            long[] parts =
                    LargestFraction.split(together(prizes, first, tied), Collections.nCopies(tied, BigDecimal.ONE));
            for (int i = 0; i < tied; i++) {
                Place place = all.get(first + i);
                if (place.qualified() && parts[i] != 0) {
                    awards.put(place.manager(), parts[i]);
                }
            }
            first += tied;
        }
        return awards;
    }

    /** The prizes of some places together. */
    public static long together(long[] prizes, int first, int count) {
        long sum = 0;
        for (int i = first; i < Math.min(prizes.length, first + count); i++) {
            sum = Math.addExact(sum, prizes[i]);
        }
        return sum;
    }
}
