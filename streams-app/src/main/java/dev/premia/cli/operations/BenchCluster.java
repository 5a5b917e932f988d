package dev.premia.cli.operations;

import dev.premia.local.LocalBrokerProcess;
import dev.premia.local.LocalCluster;
import dev.premia.local.LocalCluster.Placement;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.SettingLayers;
import dev.premia.runtime.TopicAdmin;
import dev.premia.runtime.TopicLayout;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Role;
import dev.premia.schemas.Topics;
import dev.premia.topology.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A cluster of its own for measurements, on a directory that is removed afterwards. */
final class BenchCluster implements AutoCloseable {
    private static final int BROKER_HEAP_MEGABYTES = 512;

    private final Path directory;
    private final LocalCluster cluster;
    private final int partitions;
    private final TopicAdmin topics;

    private BenchCluster(Path directory, LocalCluster cluster, int partitions) {
        this.directory = directory;
        this.cluster = cluster;
        this.partitions = partitions;
        this.topics = TopicAdmin.connect(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    }

    /** Starts a broker with all topics in a new directory under {@code parent}. */
    static BenchCluster start(Path parent, Placement placement, int partitions) {
        try {
            Files.createDirectories(parent);
            Path directory = Files.createTempDirectory(parent, "bench-");
            LocalCluster.Options options = LocalCluster.Options.at(directory.resolve("broker"));
            LocalCluster cluster = LocalCluster.start(new LocalCluster.Options(
                    options.broker().withHeapMegabytes(BROKER_HEAP_MEGABYTES), options.registry(), placement));
            BenchCluster bench = new BenchCluster(directory, cluster, partitions);
            bench.topics.ensure(bench.layout());
            return bench;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that is removed with the cluster's data. */
    Path folder(String name) {
        return directory.resolve(name);
    }

    TopicLayout layout() {
        return TopicLayout.local(partitions);
    }

    TopicAdmin topics() {
        return topics;
    }

    /**
     * The settings of an application on this cluster: those of {@code run}, its own name and state directory.
     *
     * @param given options of the command line by setting
     */
    RuntimeSettings settings(String applicationId, Map<String, String> given) {
        SettingLayers layers = SettingLayers.begin()
                .environment(System.getenv())
                .option(RuntimeSettings.BOOTSTRAP_SERVERS, cluster.bootstrapServers())
                .option(RuntimeSettings.SCHEMA_REGISTRY, cluster.registryUrl())
                .option(RuntimeSettings.APPLICATION_ID, applicationId)
                .option(RuntimeSettings.PARTITIONS, String.valueOf(partitions))
                .option(RuntimeSettings.REPLICATION_FACTOR, "1")
                .option(RuntimeSettings.INPUT_TIMESTAMPS, "producer")
                .option(
                        RuntimeSettings.STATE_DIRECTORY,
                        directory.resolve("state").resolve(applicationId).toString());
        given.forEach(layers::option);
        return layers.build().check();
    }

    /** Empties what an application wrote, so that another one can start over the same inputs. */
    void forgetResults(String applicationId) {
        List<String> written = new ArrayList<>(
                Topics.of(Role.OUTPUT).stream().map(TopicSpec::name).toList());
        written.add(Names.GROUP_RESULTS_TOPIC);
        topics.names().stream()
                .filter(name -> name.startsWith(applicationId + "-"))
                .forEach(written::add);
        topics.delete(written);
        topics.ensure(layout());
    }

    /** The broker's process, when it has one of its own. */
    OptionalLong brokerPid() {
        return cluster.broker() instanceof LocalBrokerProcess process
                ? OptionalLong.of(process.pid())
                : OptionalLong.empty();
    }

    @Override
    public void close() {
        topics.close();
        cluster.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
