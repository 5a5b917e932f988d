package dev.premia.testkit;

import dev.premia.local.BrokerOptions;
import dev.premia.local.LocalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The broker under an environment, and why it is this one. */
sealed interface TestBroker extends AutoCloseable {
    String bootstrapServers();

    String description();

    @Override
    void close();

    /** Property that chooses the broker: {@code embedded} or {@code container}; unset: what the machine has. */
    String CHOICE_PROPERTY = "premia.test.broker";

    /** Property that names the image of the container. */
    String IMAGE_PROPERTY = "premia.test.kafka.image";

    String DEFAULT_IMAGE = "apache/kafka:4.3.1";

    /** Starts a container when one can be had, else the embedded broker. */
    static TestBroker start() {
        String choice = System.getProperty(CHOICE_PROPERTY, "");
        String image = System.getProperty(IMAGE_PROPERTY, DEFAULT_IMAGE);
        return switch (choice) {
            case "embedded" -> Embedded.start("-D" + CHOICE_PROPERTY + "=embedded");
            case "container" -> Container.start(image, "-D" + CHOICE_PROPERTY + "=container");
            case "" -> startWhatIsThere(image);
            default ->
                throw new IllegalArgumentException(
                        "-D" + CHOICE_PROPERTY + "=" + choice + ": expected \"embedded\" or \"container\"");
        };
    }

    private static TestBroker startWhatIsThere(String image) {
        ContainerEngine.Verdict verdict = ContainerEngine.ofThisMachine().canRun(image);
        return verdict.usable() ? Container.start(image, verdict.reason()) : Embedded.start(verdict.reason());
    }

    /** Kafka in a container. A failed start fails the tests: to fall back silently would hide a broken engine. */
    record Container(KafkaContainer container, String image, String reason) implements TestBroker {
        private static final Duration START_LIMIT = Duration.ofMinutes(2);

        static Container start(String image, String reason) {
            KafkaContainer container = new KafkaContainer(
                            DockerImageName.parse(image).asCompatibleSubstituteFor("apache/kafka"))
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_LOG_MESSAGE_TIMESTAMP_AFTER_MAX_MS", String.valueOf(Long.MAX_VALUE))
                    .withEnv("KAFKA_LOG_RETENTION_MS", "-1")
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                    .withEnv("KAFKA_GROUP_STREAMS_INITIAL_REBALANCE_DELAY_MS", "0")
                    .withEnv("KAFKA_GROUP_STREAMS_MIN_HEARTBEAT_INTERVAL_MS", "300")
                    .withEnv("KAFKA_GROUP_STREAMS_HEARTBEAT_INTERVAL_MS", "300")
                    .withEnv("KAFKA_GROUP_STREAMS_MIN_SESSION_TIMEOUT_MS", "3000")
                    .withEnv("KAFKA_GROUP_STREAMS_SESSION_TIMEOUT_MS", "6000")
                    .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
                    .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
                    .withStartupTimeout(START_LIMIT);
            container.start();
            return new Container(container, image, reason);
        }

        @Override
        public String bootstrapServers() {
            return container.getBootstrapServers();
        }

        @Override
        public String description() {
            return "container " + image + " (" + reason + ")";
        }

        @Override
        public void close() {
            container.stop();
        }
    }

    /** The broker of local mode in the test process, on a directory that is removed afterwards. */
    record Embedded(LocalBroker broker, String reason) implements TestBroker {
        static Embedded start(String reason) {
            try {
                Path directory = Files.createTempDirectory("premia-test-broker");
                return new Embedded(LocalBroker.start(BrokerOptions.at(directory)), reason);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        @Override
        public String description() {
            return "embedded broker (" + reason + ")";
        }

        @Override
        public void close() {
            broker.close();
            try (Stream<Path> files = Files.walk(broker.dataDirectory())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
