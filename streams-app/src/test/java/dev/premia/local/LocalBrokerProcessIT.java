package dev.premia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.testkit.Await;
import dev.premia.testkit.TopicAccess;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerProcessIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void shouldKeepAcknowledgedRecordsAndServeOldClientsWhenKilledAndRestarted() throws Exception {
        LocalBrokerProcess broker = LocalBrokerProcess.start(BrokerOptions.at(data));
        try (KafkaProducer<String, String> producer = producer(broker)) {
            new TopicAccess(broker.bootstrapServers()).create("calls", 1, Map.of());
            producer.send(new ProducerRecord<>("calls", "k", "before")).get(30, TimeUnit.SECONDS);

            broker.kill();
            assertThat(broker.isAlive()).isFalse();
            broker = broker.restart();
            producer.send(new ProducerRecord<>("calls", "k", "after")).get(60, TimeUnit.SECONDS);

            assertThat(new TopicAccess(broker.bootstrapServers())
                            .readAll("calls", new StringDeserializer(), new StringDeserializer(), LIMIT))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("before", "after");
        } finally {
            broker.close();
        }
        assertThat(broker.isAlive()).isFalse();
    }

    @Test
    void shouldAbortTheTransactionOfADeadProducerWhenItsSuccessorStarts() throws Exception {
        try (LocalBrokerProcess broker = LocalBrokerProcess.start(BrokerOptions.at(data))) {
            TopicAccess topics = new TopicAccess(broker.bootstrapServers());
            topics.create("calls", 1, Map.of());
            try (KafkaProducer<String, String> zombie = transactional(broker)) {
                zombie.initTransactions();
                zombie.beginTransaction();
                zombie.send(new ProducerRecord<>("calls", "k", "never committed"))
                        .get();
                try (KafkaProducer<String, String> successor = transactional(broker)) {
                    successor.initTransactions();
                    successor.beginTransaction();
                    successor
                            .send(new ProducerRecord<>("calls", "k", "committed"))
                            .get();
                    successor.commitTransaction();
                }
                assertThatThrownBy(zombie::commitTransaction).isInstanceOf(ProducerFencedException.class);
            }
            assertThat(topics.readAll("calls", new StringDeserializer(), new StringDeserializer(), LIMIT))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("committed");
        }
    }

    @Test
    void shouldEndByItselfWhenItsParentClosesItsInput() {
        try (LocalBrokerProcess broker = LocalBrokerProcess.start(BrokerOptions.at(data))) {
            broker.closeInput();

            Await.until("the broker process ends", LIMIT, () -> !broker.isAlive());
        }
    }

    @Test
    void shouldServeOnWhenTheTerminalInterruptsOrHangsUpAndEndWhenItIsAskedTo() throws Exception {
        LocalBrokerProcess broker = LocalBrokerProcess.start(BrokerOptions.at(data));
        try {
            for (String signal : new String[] {"-INT", "-HUP"}) {
                Process kill = new ProcessBuilder("kill", signal, String.valueOf(broker.pid())).start();
                assertThat(kill.waitFor()).isZero();
            }

            // A broker that stops refuses new connections within this time.
            boolean ended = ProcessHandle.of(broker.pid())
                    .orElseThrow()
                    .onExit()
                    .thenApply(gone -> true)
                    .completeOnTimeout(false, 2, TimeUnit.SECONDS)
                    .join();
            assertThat(ended).isFalse();
            new TopicAccess(broker.bootstrapServers()).create("calls", 1, Map.of());
        } finally {
            broker.close();
        }
        assertThat(broker.isAlive()).isFalse();
    }

    @Test
    void shouldEndByItselfWhenItsParentIsKilled() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        Parent.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process parent = builder.start();
        ProcessHandle broker;
        try (BufferedReader answer = parent.inputReader()) {
            broker = ProcessHandle.of(Long.parseLong(answer.readLine())).orElseThrow();
            assertThat(broker.isAlive()).isTrue();
        } finally {
            parent.destroyForcibly().waitFor();
        }

        Await.until("the broker process ends", LIMIT, () -> !broker.isAlive());
    }

    /** Starts a broker, says which process it is, and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            LocalBrokerProcess broker = LocalBrokerProcess.start(BrokerOptions.at(Path.of(arguments[0])));
            System.out.println(broker.pid());
            Thread.sleep(LIMIT.toMillis());
        }
    }

    @Test
    void shouldRefuseASecondStartWhileTheChildRunsAndAllowItAfterwards() {
        try (LocalBrokerProcess broker = LocalBrokerProcess.start(BrokerOptions.at(data))) {
            assertThatThrownBy(() -> LocalBroker.start(data))
                    .isInstanceOf(DataDirectoryInUseException.class)
                    .hasMessageContaining("is in use by process " + broker.pid());
        }
        try (LocalBroker broker = LocalBroker.start(data)) {
            assertThat(broker.dataDirectory()).isEqualTo(data.toAbsolutePath().normalize());
        }
    }

    @Test
    void shouldPassOnTheReasonWhenTheChildCannotStart() {
        BrokerOptions options = BrokerOptions.at(data).withSetting("num.io.threads", "many");

        assertThatThrownBy(() -> LocalBrokerProcess.start(options))
                .isInstanceOf(LocalBrokerException.class)
                .hasMessageContaining("num.io.threads")
                .hasMessageContaining("many");
    }

    private static KafkaProducer<String, String> producer(LocalBrokerProcess broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "delivery.timeout.ms", 60_000, "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
    }

    private static KafkaProducer<String, String> transactional(LocalBrokerProcess broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "task-0"),
                new StringSerializer(),
                new StringSerializer());
    }
}
