package dev.premia.topology.managers;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.contest.PeerEntry;
import dev.premia.domain.contest.PeerKey;
import dev.premia.domain.time.Window;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.PeerSaid;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What managers bring to contests and pools: of every manager as its task told it, and what this task told of its own ones.
 * Kept in stores and, for use, on the heap. Not thread-safe.
 */
final class PeerEntries {
    private final KeyValueStore<String, PeerSaid> received;
    private final KeyValueStore<String, PeerSaid> sent;
    private final PeerBook book = new PeerBook();
    private final Map<String, Map<PeerKey, PeerEntry>> told = new HashMap<>();

    PeerEntries(KeyValueStore<String, PeerSaid> received, KeyValueStore<String, PeerSaid> sent) {
        this.received = received;
        this.sent = sent;
        try (KeyValueIterator<String, PeerSaid> all = received.all()) {
            all.forEachRemaining(row -> book.set(row.value.peers(), row.value.manager(), row.value.entry()));
        }
        try (KeyValueIterator<String, PeerSaid> all = sent.all()) {
            all.forEachRemaining(row -> toldBy(row.value.manager()).put(row.value.peers(), row.value.entry()));
        }
    }

    PeerBook book() {
        return book;
    }

    /** Takes in what a manager's task told; whether it says anything new. */
    boolean apply(PeerSaid said) {
        boolean changed = book.set(said.peers(), said.manager(), said.entry());
        if (changed) {
            received.put(said.key(), said.entry() == null ? null : said);
        }
        return changed;
    }

    /** The windows of a plan for which something was told of a manager. */
    Set<Window> windows(String manager, String plan) {
        Set<Window> windows = new TreeSet<>();
        for (PeerKey key : told.getOrDefault(manager, Map.of()).keySet()) {
            if (key.plan().equals(plan)) {
                windows.add(key.window());
            }
        }
        return windows;
    }

    /**
     * Tells what a manager brings to the contests and pools of a plan in a window, as far as it differs from what was told.
     *
     * @param now what the manager brings; what is missing is taken back
     */
    void tell(
            String manager,
            String plan,
            Window window,
            Map<PeerKey, PeerEntry> now,
            Cause cause,
            Consumer<PeerSaid> out) {
        Map<PeerKey, PeerEntry> before = toldBy(manager);
        for (PeerKey key : Set.copyOf(before.keySet())) {
            if (key.plan().equals(plan) && key.window().equals(window) && !now.containsKey(key)) {
                before.remove(key);
                PeerSaid said = new PeerSaid(key, manager, null, cause);
                sent.delete(said.key());
                out.accept(said);
            }
        }
        now.forEach((key, entry) -> {
            if (!entry.sameAs(before.get(key))) {
                before.put(key, entry);
                PeerSaid said = new PeerSaid(key, manager, entry, cause);
                sent.put(said.key(), said);
                out.accept(said);
            }
        });
    }

    private Map<PeerKey, PeerEntry> toldBy(String manager) {
        return told.computeIfAbsent(manager, key -> new HashMap<>());
    }
}
