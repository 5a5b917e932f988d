package dev.premia.cli.operations;

import dev.premia.replay.compact.Workers;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.TopicReader;
import dev.premia.schemas.Call;
import dev.premia.schemas.Deal;
import dev.premia.schemas.Lead;
import dev.premia.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The least that a computation over topics can do, as the measure of the real one: every thread reads its partitions, walks over the
 * fields of each record in its bytes, finds the entity by a hash of its id in a packed map, and adds to a sum where the
 * revision is a newer one. Nothing is allocated for an event, nothing is checked, and no rule is applied.
 */
final class TightLoop {
    private static final int HEADER_BYTES = 5;
    private static final int SUMS = 1 << 16;

    private final Walk calls = new Walk(Call.getClassSchema());
    private final Walk leads = new Walk(Lead.getClassSchema());
    private final Walk deals = new Walk(Deal.getClassSchema());
    private final RevisionMap map = new RevisionMap();
    private final long[] sums = new long[SUMS];
    private long records;

    /** Reads calls, leads and deals with two threads or more; returns how many there were. */
    static long run(Map<String, Object> client) {
        TopicReader reader = new TopicReader(client);
        TopicReader.Extent extent =
                reader.extent(List.of(Topics.CALLS.name(), Topics.LEADS.name(), Topics.DEALS.name()));
        List<Map<TopicPartition, Long>> parts = new ArrayList<>();
        for (int i = 0; i < Workers.available(); i++) {
            parts.add(new HashMap<>());
        }
        extent.end().forEach((partition, end) -> parts.get(partition.partition() % parts.size())
                .put(partition, end));
        AtomicLong total = new AtomicLong();
        Workers.run(parts.size(), worker -> {
            TightLoop loop = new TightLoop();
            reader.readInPlace(parts.get(worker), LoadedInput.Listener.NONE, loop::record);
            total.addAndGet(loop.records);
        });
        return total.get();
    }

    private void record(ConsumerRecord<Void, ByteBuffer> record) {
        String topic = record.topic();
        Walk walk = topic.equals(Topics.CALLS.name()) ? calls : topic.equals(Topics.LEADS.name()) ? leads : deals;
        walk.over(record.value());
        if (map.isNewer(walk.id, walk.revision)) {
            sums[(int) (walk.id >>> 48)] += walk.sum;
        }
        records++;
    }

    /** Walks over the fields of a record: the hash of its first text, its first number, and the sum of its numbers. */
    private static final class Walk {
        private static final int TEXT = 0;
        private static final int NUMBER = 1;
        private static final int FLAG = 2;
        private static final int REST = 3;

        private final int[] kinds;
        private final boolean[] nullable;
        private byte[] bytes;
        private int at;
        private long id;
        private long revision;
        private long sum;

        Walk(Schema contract) {
            kinds = new int[contract.getFields().size()];
            nullable = new boolean[kinds.length];
            for (Schema.Field field : contract.getFields()) {
                nullable[field.pos()] = field.schema().isUnion();
                Schema plain =
                        field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
                kinds[field.pos()] = switch (plain.getType()) {
                    case STRING, BYTES -> TEXT;
                    case INT, LONG, ENUM -> NUMBER;
                    case BOOLEAN -> FLAG;
                    default -> REST;
                };
            }
        }

        void over(ByteBuffer value) {
            bytes = value.array();
            at = value.arrayOffset() + value.position() + HEADER_BYTES;
            sum = 0;
            for (int field = 0; field < kinds.length && kinds[field] != REST; field++) {
                if (nullable[field] && bytes[at++] == 0) {
                    continue;
                }
                switch (kinds[field]) {
                    case TEXT -> text(field);
                    case NUMBER -> {
                        long number = number();
                        revision = field == 1 ? number : revision;
                        sum += number;
                    }
                    default -> at++;
                }
            }
        }

        private void text(int field) {
            int length = (int) number();
            if (field == 0) {
                id = hash(at, length);
            }
            at += length;
        }

        private long hash(int from, int length) {
            long hash = 0xcbf29ce484222325L;
            for (int i = from; i < from + length; i++) {
                hash = (hash ^ bytes[i]) * 0x100000001b3L;
            }
            return hash ^ (hash >>> 32);
        }

        private long number() {
            long value = 0;
            int shift = 0;
            byte next = bytes[at++];
            while (next < 0) {
                value |= (next & 0x7FL) << shift;
                shift += 7;
                next = bytes[at++];
            }
            value |= (long) next << shift;
            return (value >>> 1) ^ -(value & 1);
        }
    }

    /** The highest revision by the hash of an id. */
    private static final class RevisionMap {
        private long[] entries = new long[1 << 17];
        private int size;

        boolean isNewer(long id, long revision) {
            int slot = slot(entries, id);
            boolean known = entries[slot] == id;
            if (known && entries[slot + 1] >= revision) {
                return false;
            }
            entries[slot] = id;
            entries[slot + 1] = revision;
            if (!known && ++size > entries.length / 3) {
                grow();
            }
            return true;
        }

        private static int slot(long[] entries, long id) {
            int slot = ((int) id * 2) & (entries.length - 1);
            while (entries[slot] != 0 && entries[slot] != id) {
                slot = (slot + 2) & (entries.length - 1);
            }
            return slot;
        }

        private void grow() {
            long[] larger = new long[entries.length * 2];
            for (int i = 0; i < entries.length; i += 2) {
                if (entries[i] != 0) {
                    int slot = slot(larger, entries[i]);
                    larger[slot] = entries[i];
                    larger[slot + 1] = entries[i + 1];
                }
            }
            entries = larger;
        }
    }
}
