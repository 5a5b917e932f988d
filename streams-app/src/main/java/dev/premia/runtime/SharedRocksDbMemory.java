package dev.premia.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Gives all RocksDB stores of this process one block cache and one budget for write buffers. By default each store of each
 * partition has its own 50 MB and three write buffers, which a machine with many partitions does not have.
 *
 * <p>The first store decides the size, by {@value #MEMORY_SETTING}; later ones share what is there. RocksDB may exceed the
 * budget for a while.
 */
public final class SharedRocksDbMemory implements RocksDBConfigSetter {
    /** Megabytes for all stores of the process together. */
    public static final String MEMORY_SETTING = "premia.rocksdb.memory.mb";

    private static final long MEGABYTE = 1L << 20;
    private static final long DEFAULT_MEGABYTES = 192;
    private static final double SHARE_OF_INDEXES = 0.1;
    private static final long BLOCK_BYTES = 8 << 10;
    private static final long WRITE_BUFFER_BYTES = 8 << 20;

    private static Memory memory;

    /** The objects live as long as the process: closing them under an open store would crash it. */
    private record Memory(Cache cache, WriteBufferManager writeBuffers) {}

    private static synchronized Memory memory(Map<String, Object> config) {
        if (memory == null) {
            RocksDB.loadLibrary();
            Object megabytes = config.get(MEMORY_SETTING);
            long total = (megabytes == null
                            ? DEFAULT_MEGABYTES
                            : Long.parseLong(megabytes.toString().trim()))
                    * MEGABYTE;
            Cache cache = new LRUCache(total, -1, false, SHARE_OF_INDEXES);
            memory = new Memory(cache, new WriteBufferManager(total / 2, cache));
        }
        return memory;
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Memory shared = memory(configs);
        // Kafka Streams insists on its own table configuration; a new one would be refused.
        BlockBasedTableConfig tables = (BlockBasedTableConfig) options.tableFormatConfig();
        tables.setBlockCache(shared.cache());
        tables.setBlockSize(BLOCK_BYTES);
        tables.setCacheIndexAndFilterBlocks(true);
        tables.setCacheIndexAndFilterBlocksWithHighPriority(true);
        tables.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(shared.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
        options.setTableFormatConfig(tables);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing of one's own: the shared objects outlive every store.
    }
}
