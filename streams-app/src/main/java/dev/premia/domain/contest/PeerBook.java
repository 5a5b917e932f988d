package dev.premia.domain.contest;

import dev.premia.domain.money.LargestFraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The entries of all managers, and what follows from them, worked out once until an entry changes. Not thread-safe. */
public final class PeerBook {
    private final Map<PeerKey, Peers> byKey = new HashMap<>();

    private static final class Peers {
        private final TreeMap<String, PeerEntry> entries = new TreeMap<>();
        private final Map<TiePolicy, Standing> standings = new HashMap<>();
        private long whole;
        private Map<String, Long> shares;
        private Comparison comparison;
    }

    /**
     * Sets the entry of a manager; null removes it.
     *
     * @return whether that changes anything
     */
    public boolean set(PeerKey key, String manager, PeerEntry entry) {
        Peers peers = byKey.get(key);
        PeerEntry before = peers == null ? null : peers.entries.get(manager);
        if (entry == null ? before == null : entry.sameAs(before)) {
            return false;
        }
        if (peers == null) {
            peers = new Peers();
            byKey.put(key, peers);
        }
        if (entry == null) {
            peers.entries.remove(manager);
        } else {
            peers.entries.put(manager, entry);
        }
        peers.standings.clear();
        peers.shares = null;
        peers.comparison = null;
        if (peers.entries.isEmpty()) {
            byKey.remove(key);
        }
        return true;
    }

    /** The entries by manager, ascending. */
    public SortedMap<String, PeerEntry> entries(PeerKey key) {
        Peers peers = byKey.get(key);
        return peers == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(peers.entries);
    }

    public Standing standing(PeerKey key, TiePolicy ties) {
        Peers peers = byKey.get(key);
        return peers == null
                ? Standing.of(Collections.emptySortedMap(), ties)
                : peers.standings.computeIfAbsent(ties, policy -> Standing.of(peers.entries, policy));
    }

    /** How the values of the managers lie to each other. */
    public Comparison comparison(PeerKey key) {
        Peers peers = byKey.get(key);
        if (peers == null) {
            return Comparison.NOBODY;
        }
        if (peers.comparison == null) {
            peers.comparison = new Comparison(peers.entries);
        }
        return peers.comparison;
    }

    /**
     * Splits a pool by the weights that the entries are. Nobody gets anything where nobody has a weight.
     *
     * @param whole the pool in minor units
     * @return manager to share; the shares sum to the pool
     */
    public Map<String, Long> shares(PeerKey key, long whole) {
        Peers peers = byKey.get(key);
        if (peers == null) {
            return Map.of();
        }
        if (peers.shares == null || peers.whole != whole) {
            peers.shares = split(whole, peers.entries);
            peers.whole = whole;
        }
        return peers.shares;
    }

    private static Map<String, Long> split(long whole, SortedMap<String, PeerEntry> entries) {
        List<String> managers = new ArrayList<>();
        List<BigDecimal> weights = new ArrayList<>();
        entries.forEach((manager, entry) -> {
            if (entry.value().signum() > 0) {
                managers.add(manager);
                weights.add(entry.value());
            }
        });
        Map<String, Long> shares = new HashMap<>();
        if (!managers.isEmpty()) {
            long[] parts = LargestFraction.split(whole, weights);
            for (int i = 0; i < parts.length; i++) {
                shares.put(managers.get(i), parts[i]);
            }
        }
        return shares;
    }

    /** The sum of the weights of a pool. */
    public BigDecimal weights(PeerKey key) {
        return entries(key).values().stream().map(PeerEntry::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What managers are compared in, in no particular order. */
    public List<PeerKey> keys() {
        return List.copyOf(byKey.keySet());
    }
}
