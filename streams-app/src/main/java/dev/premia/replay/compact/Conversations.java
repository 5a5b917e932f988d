package dev.premia.replay.compact;

import dev.premia.domain.event.CallEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The living legs by conversation. Most legs stand alone and are handed on as they come; those of which others may be
 * part are gathered as places and sorted by conversation.
 */
public final class Conversations {
    private static final int MOST_MARKS = 1 << 25;

    private final CallStore calls;
    private final EntityStore entries;
    private final int marks;
    private final BitSet named = new BitSet();
    private final LegIndex index = new LegIndex();

    private Conversations(CallStore calls) {
        this.calls = calls;
        entries = calls.entries();
        marks = Math.min(MOST_MARKS, Integer.highestOneBit(calls.size() + 16) * 8);
    }

    /**
     * Hands on every conversation once, each to one of the receivers, which are called by one thread each. Nothing may be folded at the
     * same time.
     */
    public static void forEach(CallStore calls, List<? extends Consumer<List<CallEvent>>> receivers) {
        Conversations conversations = new Conversations(calls);
        Workers.run(receivers.size(), worker -> conversations.mark(worker, receivers.size()));
        Workers.run(receivers.size(), worker -> conversations.gather(worker, receivers.size(), receivers.get(worker)));
        conversations.index.sort();
        Workers.run(receivers.size(), worker -> conversations.join(worker, receivers.size(), receivers.get(worker)));
    }

    /** Marks the conversations that legs name. */
    private void mark(int worker, int workers) {
        BitSet mine = new BitSet();
        Link link = new Link();
        for (int part = worker; part < entries.parts(); part += workers) {
            entries.forEach(part, (page, at) -> {
                if (LegReader.isLinked(page, at)) {
                    mine.set(mark(link.of(page, at)));
                }
            });
        }
        synchronized (named) {
            named.or(mine);
        }
    }

    private int mark(IdHash conversation) {
        return (int) (conversation.low >>> 1) & (marks - 1);
    }

    private void gather(int worker, int workers, Consumer<List<CallEvent>> receiver) {
        LegIndex mine = new LegIndex();
        Link link = new Link();
        IdHash own = new IdHash();
        LegReader reader = calls.reader();
        for (int part = worker; part < entries.parts(); part += workers) {
            entries.forEach(part, (page, at) -> {
                if (LegReader.isLinked(page, at)) {
                    mine.add(link.of(page, at), page, at);
                    return;
                }
                EntityTable.key(page, at, own);
                if (named.get(mark(own))) {
                    mine.add(own, page, at);
                } else {
                    CallEvent leg = reader.read(page, at, null);
                    if (leg != null) {
                        receiver.accept(List.of(leg));
                    }
                }
            });
        }
        synchronized (index) {
            index.addAll(mine);
        }
    }

    private void join(int worker, int workers, Consumer<List<CallEvent>> receiver) {
        int at = boundary(worker, workers);
        int end = boundary(worker + 1, workers);
        Link link = new Link();
        LegReader reader = calls.reader();
        while (at < end) {
            int next = index.endOfRun(at);
            join(at, next, link, reader, receiver);
            at = next;
        }
    }

    /** Where the part of a worker begins: no conversation is divided. */
    private int boundary(int worker, int workers) {
        int even = (int) ((long) index.size() * worker / workers);
        return even == 0 ? 0 : index.endOfRun(even - 1);
    }

    /** One conversation, or several whose hashes begin alike. */
    private void join(int from, int to, Link link, LegReader reader, Consumer<List<CallEvent>> receiver) {
        Map<ConversationKey, List<CallEvent>> legs = new LinkedHashMap<>();
        IdHash own = new IdHash();
        // Those that name the conversation come first: it is the id of one that does not name it.
        for (int i = from; i < to; i++) {
            if (LegReader.isLinked(index.page(i), index.at(i))) {
                CallEvent leg = reader.read(index.page(i), index.at(i), null);
                add(legs, ConversationKey.of(link.of(index.page(i), index.at(i))), leg);
            }
        }
        for (int i = from; i < to; i++) {
            if (!LegReader.isLinked(index.page(i), index.at(i))) {
                EntityTable.key(index.page(i), index.at(i), own);
                ConversationKey key = ConversationKey.of(own);
                List<CallEvent> known = legs.get(key);
                String id = known == null ? null : known.get(0).linkedCall();
                add(legs, key, reader.read(index.page(i), index.at(i), id));
            }
        }
        legs.values().forEach(receiver);
    }

    private static void add(Map<ConversationKey, List<CallEvent>> legs, ConversationKey key, CallEvent leg) {
        if (leg != null) {
            legs.computeIfAbsent(key, id -> new ArrayList<>(2)).add(leg);
        }
    }

    private record ConversationKey(long high, long low) {
        static ConversationKey of(IdHash hash) {
            return new ConversationKey(hash.high, hash.low);
        }
    }

    /** The hash of the conversation that a leg names. */
    private static final class Link {
        private final IdHash hash = new IdHash();
        private final EntityStore.Head head = new EntityStore.Head();
        private final PackedReader entry = new PackedReader();

        IdHash of(byte[] page, int at) {
            head.read(entry.at(page, at));
            int length = entry.textLength();
            return hash.of(page, entry.position(), length);
        }
    }
}
