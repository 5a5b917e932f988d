package dev.premia.replay.compact;

import dev.premia.domain.event.CallEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;

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
     *
     * @param before what the thread of the first receiver does before it takes its share
     */
    public static void forEach(CallStore calls, List<? extends Consumer<List<CallEvent>>> receivers, Runnable before) {
        Conversations conversations = new Conversations(calls);
        int workers = receivers.size();
        conversations.eachPart(workers, worker -> conversations.marking());
        conversations.eachPart(workers, worker -> {
            if (worker == 0) {
                before.run();
            }
            return conversations.gathering(receivers.get(worker));
        });
        conversations.index.sort();
        Workers.run(workers, worker -> conversations.join(worker, workers, receivers.get(worker)));
    }

    /** The same with nothing else to do. */
    public static void forEach(CallStore calls, List<? extends Consumer<List<CallEvent>>> receivers) {
        forEach(calls, receivers, () -> {});
    }

    /** What one thread does with the parts that it gets. */
    private interface Work {
        void part(int part);

        /** Called once, when there are no more. */
        void end();
    }

    /** Whoever is free takes the next part. */
    private void eachPart(int workers, IntFunction<Work> works) {
        AtomicInteger next = new AtomicInteger();
        Workers.run(workers, worker -> {
            Work work = works.apply(worker);
            for (int part = next.getAndIncrement(); part < entries.parts(); part = next.getAndIncrement()) {
                work.part(part);
            }
            work.end();
        });
    }

    /** Marks the conversations that legs name. */
    private Work marking() {
        BitSet mine = new BitSet();
        Link link = new Link();
        return new Work() {
            @Override
            public void part(int part) {
                entries.forEach(part, (page, at, number) -> {
                    if (LegReader.isLinked(page, at)) {
                        mine.set(mark(link.of(page, at)));
                    }
                });
            }

            @Override
            public void end() {
                synchronized (named) {
                    named.or(mine);
                }
            }
        };
    }

    private int mark(IdHash conversation) {
        return (int) (conversation.low >>> Integer.SIZE) & (marks - 1);
    }

    private Work gathering(Consumer<List<CallEvent>> receiver) {
        LegIndex mine = new LegIndex();
        Link link = new Link();
        IdHash own = new IdHash();
        LegReader reader = calls.reader();
        return new Work() {
            @Override
            public void part(int part) {
                entries.forEach(part, (page, at, number) -> {
                    if (LegReader.isLinked(page, at)) {
                        mine.add(link.of(page, at), EntityStore.where(part, number));
                        return;
                    }
                    EntityTable.key(page, at, own);
                    if (named.get(mark(own))) {
                        mine.add(own, EntityStore.where(part, number));
                    } else {
                        CallEvent leg = reader.read(page, at, null);
                        if (leg != null) {
                            receiver.accept(List.of(leg));
                        }
                    }
                });
            }

            @Override
            public void end() {
                synchronized (index) {
                    index.addAll(mine);
                }
            }
        };
    }

    private void join(int worker, int workers, Consumer<List<CallEvent>> receiver) {
        Link link = new Link();
        LegReader reader = calls.reader();
        int end = boundary(worker + 1, workers);
        for (int run = boundary(worker, workers); run < end; run++) {
            int start = index.start(run);
            join(start, index.endOfRun(start), link, reader, receiver);
        }
    }

    private int boundary(int worker, int workers) {
        return (int) ((long) index.runs() * worker / workers);
    }

    /** One conversation, or several whose hashes begin alike. */
    private void join(int from, int to, Link link, LegReader reader, Consumer<List<CallEvent>> receiver) {
        Map<ConversationKey, List<CallEvent>> legs = new LinkedHashMap<>();
        IdHash own = new IdHash();
        // Those that name the conversation come first: it is the id of one that does not name it.
        for (int i = from; i < to; i++) {
            byte[] page = entries.page(index.where(i));
            int at = entries.at(index.where(i));
            if (LegReader.isLinked(page, at)) {
                CallEvent leg = reader.read(page, at, null);
                add(legs, ConversationKey.of(link.of(page, at)), leg);
            }
        }
        for (int i = from; i < to; i++) {
            byte[] page = entries.page(index.where(i));
            int at = entries.at(index.where(i));
            if (!LegReader.isLinked(page, at)) {
                EntityTable.key(page, at, own);
                ConversationKey key = ConversationKey.of(own);
                List<CallEvent> known = legs.get(key);
                String id = known == null ? null : known.get(0).linkedCall();
                add(legs, key, reader.read(page, at, id));
            }
        }
        legs.values().forEach(receiver);
    }

    private static void add(Map<ConversationKey, List<CallEvent>> legs, ConversationKey key, CallEvent leg) {
        if (leg != null) {
            legs.computeIfAbsent(key, id -> new ArrayList<>(2)).add(leg);
        }
    }

    /** As much of a hash as is kept of an id. */
    private record ConversationKey(long high, int low) {
        static ConversationKey of(IdHash hash) {
            return new ConversationKey(hash.high, (int) (hash.low >>> Integer.SIZE));
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
