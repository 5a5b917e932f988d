package dev.premia.replay.compact;

import java.util.stream.IntStream;

/**
 * Packed entities of one kind, folded by the rule of {@link dev.premia.domain.fact.RevisionMark}: the higher revision rules, of
 * the same revision the later change, then the greater digest. Every entry begins with a head: flags, revision, digest and the instant of the
 * change. Any number of threads may fold, each with its own writer.
 */
final class EntityStore {
    /** The highest revision deletes the entity. */
    static final int DELETED = 1;
    /** The source said when it changed the entity. */
    static final int CHANGE_TOLD = 2;
    /** The first flag that an entity has for itself. */
    static final int OWN_FLAG = 4;

    private static final int SHARDS = 1 << (Integer.SIZE - EntityTable.PLACE_BITS);

    private final Shard[] shards =
            IntStream.range(0, SHARDS).mapToObj(i -> new Shard()).toArray(Shard[]::new);

    private static final class Shard {
        private final EntityTable table = new EntityTable();
        private final PackedReader known = new PackedReader();

        synchronized void fold(IdHash id, Head head, PackedWriter entry) {
            int slot = table.slot(id.high, id.low);
            if (!table.isKnown(slot) || head.rulesOver(known.at(table.page(slot), table.at(slot)))) {
                table.put(slot, id.high, id.low, entry.bytes(), entry.size());
            }
        }
    }

    /** What decides between revisions. Mutable and reused. Not thread-safe. */
    static final class Head {
        int flags;
        long revision;
        /** The first 32 bits of the digest: two contents of one instant that agree in it are one in four billion. */
        int digest;
        /** Epoch milliseconds; {@link Long#MIN_VALUE} when the source did not say. */
        long changedAt;

        void write(PackedWriter entry) {
            entry.raw(flags);
            entry.signed(revision);
            entry.fixedInt(digest);
            if ((flags & CHANGE_TOLD) != 0) {
                entry.signed(changedAt);
            }
        }

        void read(PackedReader entry) {
            flags = entry.raw();
            revision = entry.signed();
            digest = entry.fixedInt();
            changedAt = (flags & CHANGE_TOLD) == 0 ? Long.MIN_VALUE : entry.signed();
        }

        boolean isDeleted() {
            return (flags & DELETED) != 0;
        }

        private boolean rulesOver(PackedReader known) {
            int knownFlags = known.raw();
            long knownRevision = known.signed();
            if (revision != knownRevision) {
                return revision > knownRevision;
            }
            int knownDigest = known.fixedInt();
            long knownChange = (knownFlags & CHANGE_TOLD) == 0 ? Long.MIN_VALUE : known.signed();
            return changedAt != knownChange
                    ? changedAt > knownChange
                    : Integer.compareUnsigned(digest, knownDigest) > 0;
        }
    }

    void fold(IdHash id, Head head, PackedWriter entry) {
        shards[(int) (id.high >>> 1) & (SHARDS - 1)].fold(id, head, entry);
    }

    /** How many parts there are, which may be visited by different threads. */
    int parts() {
        return SHARDS;
    }

    /** Visits the entries of a part. Nothing may be folded at the same time. */
    void forEach(int part, EntityTable.Visitor visitor) {
        synchronized (shards[part]) {
            shards[part].table.forEach(visitor);
        }
    }

    /** A number for an entry of any part. */
    static int where(int part, int number) {
        return part << EntityTable.PLACE_BITS | number;
    }

    /** The array in which an entry is. Nothing may be folded at the same time. */
    byte[] page(int where) {
        return shards[part(where)].table.pageOf(number(where));
    }

    /** Where in its page the bytes of an entry begin. */
    int at(int where) {
        return shards[part(where)].table.atOf(number(where));
    }

    private static int part(int where) {
        return where >>> EntityTable.PLACE_BITS;
    }

    /** Entries of a part that were recorded at one time have numbers that lie close together. */
    static int number(int where) {
        return where & ((1 << EntityTable.PLACE_BITS) - 1);
    }

    int size() {
        int size = 0;
        for (Shard shard : shards) {
            synchronized (shard) {
                size += shard.table.size();
            }
        }
        return size;
    }
}
