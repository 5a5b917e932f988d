package dev.premia.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** The environment itself, on whichever broker it stands. */
@ExtendWith(KafkaEnvironment.Provider.class)
class KafkaEnvironmentIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final KafkaEnvironment kafka;
    private final String topic = KafkaEnvironment.uniqueName("events");

    KafkaEnvironmentIT(KafkaEnvironment kafka) {
        this.kafka = kafka;
    }

    @Test
    void shouldReadEveryRecordOfEveryPartition() {
        kafka.topics().create(topic, 3, Map.of());
        write(IntStream.range(0, 1_000).mapToObj(i -> record("k" + i, "v" + i)).toList());

        List<ConsumerRecord<String, String>> read = readAll(LIMIT);

        assertThat(read)
                .extracting(ConsumerRecord::value)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 1_000).mapToObj(i -> "v" + i).toList());
        assertThat(read).extracting(ConsumerRecord::partition).contains(0, 1, 2);
    }

    @Test
    void shouldKeepTheOrderOfRecordsWhenTheirTopicWasCreatedJustBefore() {
        List<String> numbers =
                IntStream.range(0, 2_000).mapToObj(String::valueOf).toList();
        for (int round = 0; round < 20; round++) {
            String fresh = topic + "-" + round;
            kafka.topics().create(fresh, 1, Map.of());
            kafka.topics()
                    .produce(
                            numbers.stream()
                                    .map(number -> new ProducerRecord<>(fresh, "k", number))
                                    .toList(),
                            new StringSerializer(),
                            new StringSerializer());

            assertThat(kafka.topics().readAll(fresh, new StringDeserializer(), new StringDeserializer(), LIMIT))
                    .extracting(ConsumerRecord::value)
                    .isEqualTo(numbers);
        }
    }

    @Test
    void shouldReadNothingFromAnEmptyTopic() {
        kafka.topics().create(topic, 2, Map.of());

        assertThat(readAll(LIMIT)).isEmpty();
    }

    @Test
    void shouldFailInTimeWhenATransactionStaysOpen() throws Exception {
        kafka.topics().create(topic, 1, Map.of());
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", topic),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record("k", "open")).get();

            assertThatThrownBy(() -> readAll(Duration.ofSeconds(2)))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("reading " + topic)
                    .hasMessageContaining("an open transaction holds readers back");

            producer.commitTransaction();
            assertThat(readAll(LIMIT)).extracting(ConsumerRecord::value).containsExactly("open");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"streams", "classic"})
    void shouldRunAStreamsApplicationExactlyOnce(String protocol, @TempDir Path state) {
        String output = topic + "-out";
        kafka.topics().create(topic, 2, Map.of());
        kafka.topics().create(output, 2, Map.of());
        write(List.of(record("a", "1"), record("b", "2"), record("a", "3")));
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(topic).to(output);
        Properties config = new Properties();
        config.putAll(Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "application.id",
                topic,
                "group.protocol",
                protocol,
                "processing.guarantee",
                "exactly_once_v2",
                "replication.factor",
                "1",
                "commit.interval.ms",
                "100",
                "state.dir",
                state.toString(),
                "default.key.serde",
                Serdes.StringSerde.class,
                "default.value.serde",
                Serdes.StringSerde.class));
        try (KafkaStreams streams = new KafkaStreams(builder.build(), config)) {
            streams.start();

            List<ConsumerRecord<String, String>> copied = kafka.topics()
                    .readUntil(
                            output,
                            new StringDeserializer(),
                            new StringDeserializer(),
                            LIMIT,
                            records -> records.size() >= 3);

            assertThat(copied).extracting(ConsumerRecord::value).containsExactlyInAnyOrder("1", "2", "3");
            assertThat(streams.state()).isEqualTo(KafkaStreams.State.RUNNING);
        }
    }

    private ProducerRecord<String, String> record(String key, String value) {
        return new ProducerRecord<>(topic, key, value);
    }

    private void write(List<ProducerRecord<String, String>> records) {
        assertThat(kafka.topics().produce(records, new StringSerializer(), new StringSerializer()))
                .hasSize(records.size());
    }

    private List<ConsumerRecord<String, String>> readAll(Duration limit) {
        return kafka.topics().readAll(topic, new StringDeserializer(), new StringDeserializer(), limit);
    }
}
