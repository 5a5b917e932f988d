package dev.premia.topology.state;

import dev.premia.codec.state.EntityPack;
import dev.premia.codec.state.StateFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Entities by key, many of them in one record of an ordinary store: its changelog and its files see one record for dozens
 * of entities, and the question whether a key is known, which most keys answer with no, is answered on the heap. The heap
 * holds some twenty bytes for each entity; the entities themselves stay in the store of the records.
 *
 * <p>It is the index that is the state store here. It has no changelog: who owns the entities fills it by {@link #open}, and
 * every processor of the task that is connected to it then sees the same entities. Not thread-safe.
 *
 * @param <V> what is kept of an entity
 */
public final class PackedEntities<V> implements StateStore {
    /** A record is closed when its entities take as many bytes. */
    private static final int RECORD_BYTES = 4 << 10;

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int FREE = -1;

    private final String name;
    private final ToLongFunction<String> hash;
    private final EntityPack<V> last;
    private final EntityPack<V> other;
    private KeyValueStore<Integer, byte[]> records;
    private int lastNumber;
    private int otherNumber;
    private boolean open;

    // Open addressing: a slot holds the hash of a key and the number of its record.
    private long[] hashes;
    private int[] numbers;
    private int count;

    PackedEntities(String name, StateFormat<V> format, ToLongFunction<String> hash) {
        this.name = name;
        this.hash = hash;
        this.last = new EntityPack<>(format);
        this.other = new EntityPack<>(format);
    }

    /** Builds the index of a task. */
    public static <V> StoreBuilder<PackedEntities<V>> builder(String name, StateFormat<V> format) {
        return new Builder<>(name, format);
    }

    /**
     * Reads all records anew. The owner calls this when it starts, the store being restored by then.
     *
     * @param store the records by number
     * @param since the stamp from which on entities are visited
     * @param visitor receives every entity of the records whose stamp is at least {@code since}
     */
    public void open(KeyValueStore<Integer, byte[]> store, long since, BiConsumer<String, V> visitor) {
        reset();
        records = store;
        try (KeyValueIterator<Integer, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Integer, byte[]> record = all.next();
                other.load(record.value);
                other.forEachKey(key -> index(hash.applyAsLong(key), record.key));
                if (other.stamp() >= since) {
                    other.forEach(visitor);
                }
                lastNumber = Math.max(lastNumber, record.key);
            }
        }
        byte[] newest = store.get(lastNumber);
        if (newest != null) {
            last.load(newest);
        }
    }

    /** What is kept of an entity, or null. */
    public V get(String key) {
        long keyHash = hash.applyAsLong(key);
        for (int slot = slotOf(keyHash); numbers[slot] != FREE; slot = next(slot)) {
            if (hashes[slot] == keyHash) {
                V value = pack(numbers[slot]).get(key);
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    /**
     * Sets what is kept of an entity.
     *
     * @param stamp a number that never gets smaller, by which {@link #open} tells recent changes
     */
    public void put(String key, V value, long stamp) {
        long keyHash = hash.applyAsLong(key);
        for (int slot = slotOf(keyHash); numbers[slot] != FREE; slot = next(slot)) {
            if (hashes[slot] == keyHash && pack(numbers[slot]).replace(key, value, stamp)) {
                save(numbers[slot]);
                return;
            }
        }
        if (last.size() >= RECORD_BYTES) {
            last.clear();
            lastNumber++;
        }
        last.add(key, value, stamp);
        save(lastNumber);
        index(keyHash, lastNumber);
    }

    /**
     * Visits entities record by record.
     *
     * @param cursor the number of the first record
     * @param atLeast how many entities to visit before it stops at the end of a record
     * @param visitor may put the entity that it is given
     * @return the number of the record to go on with, or -1 at the end
     */
    public int scan(int cursor, int atLeast, BiConsumer<String, V> visitor) {
        int visited = 0;
        for (int number = cursor; number <= lastNumber; number++) {
            if (visited >= atLeast) {
                return number;
            }
            List<Map.Entry<String, V>> entities = new ArrayList<>();
            pack(number).forEach((key, value) -> entities.add(Map.entry(key, value)));
            entities.forEach(entity -> visitor.accept(entity.getKey(), entity.getValue()));
            visited += entities.size();
        }
        return -1;
    }

    /** The number of entities. */
    public int size() {
        return count;
    }

    private EntityPack<V> pack(int number) {
        if (number == lastNumber) {
            return last;
        }
        if (number != otherNumber) {
            other.load(records.get(number));
            otherNumber = number;
        }
        return other;
    }

    private void save(int number) {
        records.put(number, pack(number).toByteArray());
    }

    private void index(long keyHash, int number) {
        if (count >= numbers.length / 4 * 3) {
            grow();
        }
        insert(keyHash, number);
        count++;
    }

    private void insert(long keyHash, int number) {
        int slot = slotOf(keyHash);
        while (numbers[slot] != FREE) {
            slot = next(slot);
        }
        hashes[slot] = keyHash;
        numbers[slot] = number;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        allocate(Math.multiplyExact(numbers.length, 2));
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != FREE) {
                insert(oldHashes[i], oldNumbers[i]);
            }
        }
    }

    private int slotOf(long keyHash) {
        return (int) keyHash & (numbers.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (numbers.length - 1);
    }

    /** FNV-1a over the characters; two keys of one hash are told apart in their records. */
    private static long fnv1a(String key) {
        long sum = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            sum = (sum ^ key.charAt(i)) * 0x100000001b3L;
        }
        return sum ^ (sum >>> Integer.SIZE);
    }

    private void reset() {
        last.clear();
        other.clear();
        lastNumber = 0;
        otherNumber = FREE;
        count = 0;
        allocate(FIRST_CAPACITY);
    }

    private void allocate(int capacity) {
        hashes = new long[capacity];
        numbers = new int[capacity];
        Arrays.fill(numbers, FREE);
    }

    // State store without content of its own

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        reset();
        open = true;
    }

    @Override
    public void close() {
        reset();
        records = null;
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** What there is to say about a store without changelog and cache. */
    private record Builder<V>(String name, StateFormat<V> format) implements StoreBuilder<PackedEntities<V>> {
        @Override
        public PackedEntities<V> build() {
            return new PackedEntities<>(name, format, PackedEntities::fnv1a);
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public StoreBuilder<PackedEntities<V>> withLoggingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<PackedEntities<V>> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<PackedEntities<V>> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("an index is filled from the records and has no changelog");
        }

        @Override
        public StoreBuilder<PackedEntities<V>> withCachingEnabled() {
            throw new UnsupportedOperationException("an index is on the heap and needs no cache");
        }
    }
}
