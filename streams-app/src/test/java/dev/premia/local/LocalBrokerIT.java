package dev.premia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.testkit.Await;
import dev.premia.testkit.TopicAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final TopicPartition DEALS_0 = new TopicPartition("deals", 0);

    @TempDir
    Path data;

    @Test
    void shouldKeepTopicsRecordsAndCommittedOffsetsWhenRestartedOnOtherPorts() throws Exception {
        String firstAddress;
        String clusterId;
        try (LocalBroker broker = LocalBroker.start(data)) {
            firstAddress = broker.bootstrapServers();
            clusterId = clusterId(broker);
            topics(broker).create("deals", 2, Map.of("retention.ms", "-1"));
            write(broker, new ProducerRecord<>("deals", 0, "k", "one"), new ProducerRecord<>("deals", 0, "k", "two"));
            commit(broker, 1);
        }
        try (ServerSocket occupied = occupy(firstAddress);
                LocalBroker broker = LocalBroker.start(data)) {
            assertThat(occupied.isBound()).isTrue();
            assertThat(broker.bootstrapServers()).isNotEqualTo(firstAddress);
            assertThat(clusterId(broker)).isEqualTo(clusterId);
            assertThat(read(broker)).extracting(ConsumerRecord::value).containsExactly("one", "two");
            try (KafkaConsumer<String, String> consumer = consumer(broker)) {
                assertThat(consumer.committed(Set.of(DEALS_0))).containsEntry(DEALS_0, new OffsetAndMetadata(1));
            }
        }
    }

    @Test
    void shouldKeepTheTimesOfRecordsWhenTheyAreFarInPastAndFuture() {
        long past = Instant.parse("2019-02-28T21:00:00Z").toEpochMilli();
        long future = Instant.parse("2049-12-31T20:59:59Z").toEpochMilli();
        try (LocalBroker broker = LocalBroker.start(data)) {
            topics(broker).create("deals", 1, Map.of());
            write(
                    broker,
                    new ProducerRecord<>("deals", 0, future, "k", "later"),
                    new ProducerRecord<>("deals", 0, past, "k", "earlier"));

            assertThat(read(broker)).extracting(ConsumerRecord::timestamp).containsExactly(future, past);
        }
    }

    @Test
    void shouldShowOnlyCommittedRecordsWhenTransactionsAreUsed() throws Exception {
        try (LocalBroker broker = LocalBroker.start(data)) {
            topics(broker).create("deals", 1, Map.of());
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "t"),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("deals", "k", "aborted")).get();
                producer.abortTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("deals", "k", "committed")).get();
                producer.commitTransaction();
            }

            assertThat(read(broker)).extracting(ConsumerRecord::value).containsExactly("committed");
        }
    }

    @Test
    void shouldNotCreateATopicWhenSomebodyWritesToAMissingOne() throws Exception {
        try (LocalBroker broker = LocalBroker.start(data);
                Admin admin = admin(broker)) {
            assertThatThrownBy(() -> {
                        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 1_000),
                                new StringSerializer(),
                                new StringSerializer())) {
                            producer.send(new ProducerRecord<>("misspelt", "x")).get();
                        }
                    })
                    .hasMessageContaining("misspelt");
            assertThat(admin.listTopics().names().get()).doesNotContain("misspelt");
        }
    }

    @Test
    void shouldRefuseASecondBrokerAndKeepTheFirstWhenTheDirectoryIsInUse() {
        try (LocalBroker broker = LocalBroker.start(data)) {
            assertThatThrownBy(() -> LocalBroker.start(data))
                    .isInstanceOf(DataDirectoryInUseException.class)
                    .hasMessageContaining("is in use by process");
            assertThatThrownBy(() -> LocalBrokerProcess.start(BrokerOptions.at(data)))
                    .isInstanceOf(DataDirectoryInUseException.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());

            topics(broker).create("deals", 1, Map.of());
            write(broker, new ProducerRecord<>("deals", "k", "still alive"));
            assertThat(read(broker)).hasSize(1);
        }
    }

    @Test
    void shouldNameThePortWhenItIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerOptions options = BrokerOptions.at(data).withPort(taken.getLocalPort());

            assertThatThrownBy(() -> LocalBroker.start(options))
                    .isInstanceOf(LocalBrokerException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken");
        }
        try (LocalBroker broker = LocalBroker.start(data)) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void shouldLeaveNoThreadBehindWhenClosed() {
        Set<String> before = threads();
        LocalBroker broker = LocalBroker.start(data);
        assertThat(threads()).isNotEqualTo(before);

        broker.close();
        broker.close();

        // Kafka's metrics library keeps its own two daemon threads for the life of the process.
        Await.value("threads of the broker end", LIMIT, LocalBrokerIT::threads, now -> before.containsAll(now));
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("metrics-meter-tick-thread"))
                .filter(thread -> thread.getThreadGroup() == null
                        || !thread.getThreadGroup().getName().equals("InnocuousThreadGroup"))
                .map(Thread::getName)
                .filter(name -> !name.equals("process reaper"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TopicAccess topics(LocalBroker broker) {
        return new TopicAccess(broker.bootstrapServers());
    }

    @SafeVarargs
    private static void write(LocalBroker broker, ProducerRecord<String, String>... records) {
        assertThat(topics(broker).produce(List.of(records), new StringSerializer(), new StringSerializer()))
                .hasSize(records.length);
    }

    private static List<ConsumerRecord<String, String>> read(LocalBroker broker) {
        return topics(broker).readAll("deals", new StringDeserializer(), new StringDeserializer(), LIMIT);
    }

    private static void commit(LocalBroker broker, long offset) {
        try (KafkaConsumer<String, String> consumer = consumer(broker)) {
            consumer.assign(List.of(DEALS_0));
            consumer.commitSync(Map.of(DEALS_0, new OffsetAndMetadata(offset)));
        }
    }

    private static KafkaConsumer<String, String> consumer(LocalBroker broker) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", "g"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static Admin admin(LocalBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static String clusterId(LocalBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            return admin.describeCluster().clusterId().get();
        }
    }

    /** Keeps the old port from being given out again. */
    private static ServerSocket occupy(String address) throws IOException {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
