package dev.premia.local;

import dev.premia.local.registry.LocalRegistry;
import dev.premia.local.registry.RegistryOptions;
import java.nio.file.Path;
import java.util.Objects;

/** A broker and a schema registry on the loopback interface, started and stopped together; data is kept in one directory. */
public final class LocalCluster implements AutoCloseable {
    private final RunningBroker broker;
    private final LocalRegistry registry;

    private LocalCluster(RunningBroker broker, LocalRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** Where the broker runs. */
    public enum Placement {
        /** In this process: fastest to start, shares the heap. */
        IN_PROCESS,
        /** In a child process with its own bounded heap. */
        OWN_PROCESS
    }

    /**
     * How a local cluster is started.
     *
     * @param broker data directory, port and settings of the broker
     * @param registry port and default compatibility of the registry
     * @param placement where the broker runs; the registry always runs in this process
     */
    public record Options(BrokerOptions broker, RegistryOptions registry, Placement placement) {
        public Options {
            Objects.requireNonNull(broker, "broker");
            Objects.requireNonNull(registry, "registry");
            Objects.requireNonNull(placement, "placement");
        }

        /** Free ports, full transitive compatibility, broker in this process. */
        public static Options at(Path dataDirectory) {
            return new Options(BrokerOptions.at(dataDirectory), RegistryOptions.defaults(), Placement.IN_PROCESS);
        }

        /** The same options with given ports on 127.0.0.1; 0 stands for any free one. */
        public Options withPorts(int brokerPort, int registryPort) {
            return new Options(broker.withPort(brokerPort), registry.withPort(registryPort), placement);
        }

        /** The same options with another place for the broker. */
        public Options withPlacement(Placement newPlacement) {
            return new Options(broker, registry, newPlacement);
        }
    }

    /**
     * Starts the broker, then the registry; when the registry fails the broker is stopped again.
     *
     * @throws DataDirectoryInUseException when another run works on the data directory
     * @throws LocalBrokerException when one of them cannot start
     */
    public static LocalCluster start(Options options) {
        RunningBroker broker = options.placement() == Placement.IN_PROCESS
                ? LocalBroker.start(options.broker())
                : LocalBrokerProcess.start(options.broker());
        try {
            return new LocalCluster(broker, LocalRegistry.start(broker.bootstrapServers(), options.registry()));
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** Address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Address for {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    public RunningBroker broker() {
        return broker;
    }

    public LocalRegistry registry() {
        return registry;
    }

    /** Stops the registry, then the broker that keeps its topic. */
    @Override
    public void close() {
        try {
            registry.close();
        } finally {
            broker.close();
        }
    }
}
