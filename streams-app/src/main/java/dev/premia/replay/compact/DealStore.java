package dev.premia.replay.compact;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.DealFactCodec;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.fact.Arrival;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.Fold;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Deals in their stored form, without payments. Any number of threads may fold. */
public final class DealStore {
    private static final int SHARDS = 16;

    private final Shard[] shards =
            IntStream.range(0, SHARDS).mapToObj(i -> new Shard()).toArray(Shard[]::new);

    private static final class Shard {
        private final EntityTable table = new EntityTable();
        private final BinaryWriter body = new BinaryWriter();
        private final PackedWriter entry = new PackedWriter();

        synchronized void fold(IdHash id, DealEvent event) {
            int slot = table.slot(id.high, id.low);
            DealFact known =
                    table.isKnown(slot) ? new Reader().read(table.page(slot), table.at(slot)) : DealFact.UNKNOWN;
            Fold<DealFact> fold = known.fold(event);
            if (fold.arrival() != Arrival.DUPLICATE && fold.arrival() != Arrival.CONFLICT_LOST) {
                body.reset();
                DealFactCodec.write(body, fold.fact());
                entry.reset();
                entry.unsigned(body.size());
                byte[] bytes = body.toByteArray();
                entry.append(bytes, 0, bytes.length);
                table.put(slot, id.high, id.low, entry.bytes(), entry.size());
            }
        }

        synchronized void forEach(Consumer<DealFact> visitor) {
            Reader reader = new Reader();
            table.forEach((page, at, number) -> visitor.accept(reader.read(page, at)));
        }

        synchronized int size() {
            return table.size();
        }
    }

    private static final class Reader {
        private final PackedReader entry = new PackedReader();
        private final BinaryReader body = new BinaryReader();

        DealFact read(byte[] page, int at) {
            int length = (int) entry.at(page, at).unsigned();
            body.reset(page, entry.position(), length);
            return DealFactCodec.read(body);
        }
    }

    /** Folds a valid revision of a deal. */
    public void add(DealEvent event) {
        IdHash id = new IdHash().of(event.id());
        shards[(int) (id.high >>> 1) & (SHARDS - 1)].fold(id, event);
    }

    public int size() {
        int size = 0;
        for (Shard shard : shards) {
            size += shard.size();
        }
        return size;
    }

    /** Visits every deal of which a revision is known. */
    public void forEach(Consumer<DealFact> visitor) {
        for (Shard shard : shards) {
            shard.forEach(visitor);
        }
    }
}
