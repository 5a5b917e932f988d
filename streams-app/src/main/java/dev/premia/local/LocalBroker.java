package dev.premia.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (broker and controller in one node) inside this process, reachable on the loopback interface only. Topics,
 * records, committed offsets and the cluster id stay in the data directory and are there again after a restart, on the same or on
 * other ports.
 *
 * <p>Topics are never created by use, records carry the time their producer gives ({@code CreateTime}, past and future alike) and
 * are not deleted for their age. The data directory must outlive the broker: Kafka halts the whole process when its directory is
 * removed under it. {@link LocalBrokerProcess} keeps such accidents, and the memory, apart.
 */
public final class LocalBroker implements RunningBroker {
    private static final Logger LOG = LoggerFactory.getLogger(LocalBroker.class);
    private static final String LOG_DIRECTORY = "kafka";
    private static final int START_ATTEMPTS = 5;

    private final Path dataDirectory;
    private final int port;
    private final KafkaRaftServer server;
    private final DataDirectoryLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalBroker(Path dataDirectory, int port, KafkaRaftServer server, DataDirectoryLock lock) {
        this.dataDirectory = dataDirectory;
        this.port = port;
        this.server = server;
        this.lock = lock;
    }

    /** Starts a broker on any free port, see {@link #start(BrokerOptions)}. */
    public static LocalBroker start(Path dataDirectory) {
        return start(BrokerOptions.at(dataDirectory));
    }

    /**
     * Formats the data directory on first use, starts the broker and returns when it accepts clients.
     *
     * @throws DataDirectoryInUseException when another run works on the directory
     * @throws LocalBrokerException when the port is taken, the directory cannot be written or a setting is wrong
     */
    public static LocalBroker start(BrokerOptions options) {
        DataDirectoryLock lock = DataDirectoryLock.acquire(options.dataDirectory());
        try {
            LocalBroker broker = startLocked(options, lock);
            LOG.info("Local broker {} serves {}", broker.bootstrapServers(), options.dataDirectory());
            return broker;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A port found free can be taken by someone else before Kafka binds it, so other ports are tried; a given port is not. */
    private static LocalBroker startLocked(BrokerOptions options, DataDirectoryLock lock) {
        // Asked before, because Kafka answers a taken port with pages of stack traces.
        if (options.port() != 0 && !FreePort.isFree(options.port())) {
            throw new LocalBrokerException(portTakenMessage(options.port()));
        }
        for (int attempt = 1; ; attempt++) {
            int[] free = FreePort.pair();
            int port = options.port() == 0 ? free[0] : options.port();
            try {
                KafkaRaftServer server = startServer(options, port, free[1]);
                return new LocalBroker(options.dataDirectory(), port, server, lock);
            } catch (Exception e) {
                boolean portTaken = hasCause(e, BindException.class);
                if (portTaken && options.port() == 0 && attempt < START_ATTEMPTS) {
                    LOG.info("Port {} or {} was taken meanwhile, trying others", port, free[1]);
                    continue;
                }
                throw startFailure(options, port, portTaken, e);
            }
        }
    }

    private static LocalBrokerException startFailure(
            BrokerOptions options, int port, boolean portTaken, Exception cause) {
        if (portTaken) {
            return new LocalBrokerException(portTakenMessage(port), cause);
        }
        return new LocalBrokerException(
                "The local broker on " + options.dataDirectory() + " did not start: " + cause.getMessage(), cause);
    }

    private static String portTakenMessage(int port) {
        return "Port " + port + " on 127.0.0.1 is taken by another program. Free it, or choose another port (0: any).";
    }

    private static KafkaRaftServer startServer(BrokerOptions options, int port, int controllerPort) throws Exception {
        Path logDirectory = options.dataDirectory().resolve(LOG_DIRECTORY);
        format(logDirectory);
        Map<String, String> settings = BrokerSettings.of(logDirectory, port, controllerPort, options.settings());
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (Throwable e) {
            stopQuietly(server, e);
            throw e;
        }
    }

    private static void stopQuietly(KafkaRaftServer server, Throwable reason) {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Writes cluster id and metadata version into an empty directory; a formatted one keeps what it has. */
    private static void format(Path logDirectory) throws Exception {
        Files.createDirectories(logDirectory);
        new Formatter()
                .setClusterId(existingClusterId(logDirectory))
                .setNodeId(BrokerSettings.NODE_ID)
                .addDirectory(logDirectory.toString())
                .setMetadataLogDirectory(logDirectory.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static String existingClusterId(Path logDirectory) throws IOException {
        return new MetaPropertiesEnsemble.Loader()
                .addLogDirs(List.of(logDirectory.toString()))
                .load()
                .clusterId()
                .orElseGet(() -> Uuid.randomUuid().toString());
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String bootstrapServers() {
        return BrokerSettings.HOST + ":" + port;
    }

    @Override
    public Path dataDirectory() {
        return dataDirectory;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock) {
            server.shutdown();
            server.awaitShutdown();
        }
        LOG.info("Local broker {} stopped", bootstrapServers());
    }
}
