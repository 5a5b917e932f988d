package dev.premia.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a local broker is started.
 *
 * @param dataDirectory where topics, offsets and cluster identity are kept between runs; created when missing
 * @param port port for clients on 127.0.0.1, 0 for any free one
 * @param heapMegabytes largest heap of a broker that runs in its own process; a broker in this process shares its heap
 * @param settings broker settings that replace or complete Premia's own, by Kafka's names
 */
public record BrokerOptions(Path dataDirectory, int port, int heapMegabytes, Map<String, String> settings) {
    private static final int DEFAULT_HEAP_MEGABYTES = 256;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LEAST_HEAP_MEGABYTES = 96;

    public BrokerOptions {
        dataDirectory = Objects.requireNonNull(dataDirectory, "dataDirectory")
                .toAbsolutePath()
                .normalize();
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("Broker port " + port + " is not between 0 and " + HIGHEST_PORT);
        }
        if (heapMegabytes < LEAST_HEAP_MEGABYTES) {
            throw new IllegalArgumentException(
                    "A broker needs a heap of " + LEAST_HEAP_MEGABYTES + " MB or more, not " + heapMegabytes);
        }
        settings = Map.copyOf(settings);
    }

    /** A broker on any free port with Premia's settings. */
    public static BrokerOptions at(Path dataDirectory) {
        return new BrokerOptions(dataDirectory, 0, DEFAULT_HEAP_MEGABYTES, Map.of());
    }

    /** The same options with another client port; a restart on the same port lets connected clients go on. */
    public BrokerOptions withPort(int newPort) {
        return new BrokerOptions(dataDirectory, newPort, heapMegabytes, settings);
    }

    /** The same options with another largest heap, in megabytes, for a broker in its own process. */
    public BrokerOptions withHeapMegabytes(int newHeapMegabytes) {
        return new BrokerOptions(dataDirectory, port, newHeapMegabytes, settings);
    }

    /** The same options with one more broker setting. */
    public BrokerOptions withSetting(String name, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(name, value);
        return new BrokerOptions(dataDirectory, port, heapMegabytes, more);
    }
}
