package dev.premia.cli.operations;

import dev.premia.cli.Premia;
import dev.premia.local.BrokerOptions;
import dev.premia.local.LocalBrokerProcess;
import dev.premia.local.registry.LocalRegistry;
import dev.premia.local.registry.RegistryOptions;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.SettingLayers;
import dev.premia.runtime.TopicAdmin;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A broker and an application in JVMs of their own, which can be killed, with all topics. Only the registry stays. */
final class FaultyCluster implements AutoCloseable {
    private static final int SHOWN_LINES = 30;
    private static final String APPLICATION_LOG = "application.log";

    private final Path directory;
    private final LocalRegistry registry;
    private final RuntimeSettings settings;
    private final TopicAdmin topics;
    private LocalBrokerProcess broker;
    private Process application;

    FaultyCluster(Path directory) {
        this.directory = directory;
        broker = LocalBrokerProcess.start(BrokerOptions.at(directory.resolve("broker")));
        registry = LocalRegistry.start(broker.bootstrapServers(), RegistryOptions.defaults());
        settings = SettingLayers.begin()
                .option(RuntimeSettings.BOOTSTRAP_SERVERS, broker.bootstrapServers())
                .option(RuntimeSettings.SCHEMA_REGISTRY, registry.url())
                .option(RuntimeSettings.REPLICATION_FACTOR, "1")
                .option(RuntimeSettings.INPUT_TIMESTAMPS, "producer")
                .build();
        topics = TopicAdmin.connect(settings.adminSettings());
        topics.ensure(settings.topicLayout());
    }

    List<String> address() {
        return List.of("--bootstrap-server", broker.bootstrapServers(), "--schema-registry", registry.url());
    }

    /** Publishes the example plans and a simulated history. */
    void publish(LocalDate from, int events, int months) {
        try (EventPublisher publisher = new EventPublisher(settings.clientSettings(), settings.serdeSettings(), 5)) {
            PlanShelf.examples(from, from.atStartOfDay().toInstant(ZoneOffset.UTC))
                    .forEach(plan -> publisher.send(Topics.PLANS, plan.getPlan(), plan, plan.getPublishedAt()));
            Iterator<SimulatedRecord> records = Simulator.simulate(
                    SimulationOptions.defaults().withEvents(events).withPeriod(from, months));
            while (records.hasNext()) {
                SimulatedRecord record = records.next();
                publisher.send(record.topic(), record.key(), record.value(), record.recordedAt());
            }
            publisher.flush();
        }
    }

    /** The first offset of the control topic that is not written. */
    long controlEnd() throws Exception {
        TopicPartition control = new TopicPartition(Topics.CONTROL.name(), 0);
        return topics.admin()
                .listOffsets(Map.of(control, OffsetSpec.latest()))
                .partitionResult(control)
                .get(30, TimeUnit.SECONDS)
                .offset();
    }

    /** Starts the application unless it runs. */
    void startApplication() throws IOException {
        if (application == null || !application.isAlive()) {
            List<String> command = new ArrayList<>(List.of("run"));
            command.addAll(address());
            command.addAll(List.of("--replication-factor", "1", "--timestamps", "producer", "--state-dir"));
            command.add(directory.resolve("state").toString());
            application = start(command, APPLICATION_LOG);
        }
    }

    void killApplication() throws InterruptedException {
        application.destroyForcibly().waitFor();
    }

    void killAndRestartBroker() {
        broker.kill();
        broker = broker.restart();
    }

    /** The last lines that the application wrote, and whether it runs. */
    String applicationLog() throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve(APPLICATION_LOG));
        return "application alive: " + application.isAlive() + "\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    /** Runs a command line in a JVM of its own. */
    Process startCommand(List<String> arguments) throws IOException {
        return start(arguments, "command.log");
    }

    private Process start(List<String> arguments, String log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                Premia.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.resolve(log).toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    @Override
    public void close() {
        if (application != null) {
            application.destroyForcibly();
        }
        topics.close();
        registry.close();
        broker.close();
    }
}
