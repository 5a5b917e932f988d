package dev.premia.replay.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.control.OffsetVector;
import dev.premia.testkit.Await;
import dev.premia.testkit.KafkaEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a cutoff lies in the partitions of a real broker. */
@ExtendWith(KafkaEnvironment.Provider.class)
class CutoffOffsetsIT {
    private static final Instant CUTOFF = Instant.parse("2026-11-04T21:00:00Z");
    private static final int PARTITIONS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final KafkaEnvironment kafka;
    private final String topic = KafkaEnvironment.uniqueName("cutoff");
    private Admin admin;

    CutoffOffsetsIT(KafkaEnvironment kafka) {
        this.kafka = kafka;
    }

    @BeforeEach
    void createTopic() {
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        kafka.topics().create(topic, PARTITIONS, Map.of("message.timestamp.type", "CreateTime", "retention.ms", "-1"));
    }

    @AfterEach
    void closeAdmin() {
        admin.close();
    }

    private static KafkaProducer<String, String> producer(KafkaEnvironment kafka, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Sends records together, recorded so many milliseconds after the cutoff. */
    private void send(int partition, long... afterCutoff) throws Exception {
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<String, String> producer = producer(kafka, Map.of("linger.ms", 200))) {
            for (long millis : afterCutoff) {
                long at = CUTOFF.toEpochMilli() + millis;
                sent.add(producer.send(new ProducerRecord<>(topic, partition, at, "k", "v")));
            }
        }
        for (Future<?> each : sent) {
            each.get();
        }
    }

    private OffsetVector at(Instant cutoff) throws Exception {
        return CutoffOffsets.at(admin, List.of(topic, "no-such-topic"), cutoff);
    }

    @Test
    void shouldFindTheFirstRecordThatReachesTheCutoffWhenTimesAreOutOfOrder() throws Exception {
        // The record at -5 comes after one that has reached the cutoff.
        send(0, -30, -10, 0, -5, 20);
        send(0, -40, 30);
        send(1, -3, -2, -1);

        OffsetVector vector = at(CUTOFF);

        assertThat(vector.of(topic, 0)).hasValue(2);
        assertThat(vector.of(topic, 1)).hasValue(3);
        assertThat(vector.of(topic, 2)).hasValue(0);
        assertThat(vector.offsets()).containsOnlyKeys(topic);
        assertThat(at(CUTOFF.plusMillis(25)).of(topic, 0)).hasValue(6);
        assertThat(at(CUTOFF.minusSeconds(1)).of(topic, 0)).hasValue(0);
        assertThat(at(CUTOFF.plusSeconds(1)).of(topic, 0)).hasValue(7);
    }

    @Test
    void shouldSeeNothingOfATransactionThatIsUnderWay() throws Exception {
        send(0, -30);
        Map<String, Object> transactional = Map.of("transactional.id", topic);
        try (KafkaProducer<String, String> producer = producer(kafka, transactional)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, 0, CUTOFF.toEpochMilli() - 20, "k", "v"))
                    .get();
            producer.send(new ProducerRecord<>(topic, 1, CUTOFF.toEpochMilli() + 20, "k", "v"))
                    .get();

            assertThat(at(CUTOFF).of(topic, 0)).hasValue(1);
            assertThat(at(CUTOFF).of(topic, 1)).hasValue(0);
            producer.commitTransaction();
        }
        Await.until(
                "the record that was committed; its mark is younger than the cutoff",
                LIMIT,
                () -> at(CUTOFF).of(topic, 0).orElseThrow() == 2);
        assertThat(at(CUTOFF).of(topic, 1)).hasValue(0);
    }
}
