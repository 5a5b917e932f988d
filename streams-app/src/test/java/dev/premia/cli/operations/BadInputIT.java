package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.runtime.StreamsApplication;
import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.CreditKind;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.Deal;
import dev.premia.schemas.DealCredit;
import dev.premia.schemas.DealStatus;
import dev.premia.schemas.Lead;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are wrong in every way: each becomes a dead letter, everything else counts. */
class BadInputIT {
    private static final int EVENTS = 3_000;

    @Test
    void shouldKeepRawBytesAndReasonWhenARecordIsBad(@TempDir Path directory) throws Exception {
        try (StreamFixture fixture = new StreamFixture(directory);
                EventPublisher publisher = fixture.publisher();
                StreamsApplication application = StreamsApplication.create(fixture.settings())) {
            fixture.publishPlans(publisher);
            Deal deal = publishEvents(publisher);
            Map<String, byte[]> bad = badRecords(fixture, deal);
            publish(fixture, bad);
            application.checkSurroundings();
            application.start();
            fixture.awaitQuiet(application);

            Map<String, DeadLetter> letters = deadLetters(fixture);
            assertThat(letters.keySet()).containsExactlyInAnyOrderElementsOf(bad.keySet());
            letters.forEach((key, letter) -> {
                assertThat(letter.getValue().array()).as(key).isEqualTo(bad.get(key));
                assertThat(letter.getReason()).as(key).isNotBlank();
                assertThat(letter.getTopic()).as(key).isEqualTo(Topics.DEALS.name());
            });
            assertThat(letters.get("garbage").getReasonCode()).isEqualTo("not_confluent_format");
            assertThat(letters.get("wrong-schema").getReasonCode()).isEqualTo("wrong_schema");
            assertThat(letters.get("won-without-date").getField()).isEqualTo("closed_at");
            assertThat(letters.get("shares").getField()).startsWith("credits");
            StreamVerification.Result result = fixture.verify();
            assertThat(result.report().differences()).isEmpty();
            assertThat(result.report().accruals()).isPositive();
            assertThat(result.rejected()).isEqualTo(bad.size());
        }
    }

    /** Publishes valid events and returns a won deal among them. */
    private static Deal publishEvents(EventPublisher publisher) {
        Deal won = null;
        Iterator<SimulatedRecord> records = Simulator.simulate(
                SimulationOptions.defaults().withEvents(EVENTS).withPeriod(StreamFixture.FROM, 1));
        while (records.hasNext()) {
            SimulatedRecord record = records.next();
            publisher.send(record.topic(), record.key(), record.value(), record.recordedAt());
            if (record.value() instanceof Deal deal && deal.getStatus() == DealStatus.won && !deal.getDeleted()) {
                won = deal;
            }
        }
        publisher.flush();
        assertThat(won).isNotNull();
        return won;
    }

    private static Map<String, byte[]> badRecords(StreamFixture fixture, Deal deal) {
        var deals = AvroSerde.ofValues(Deal.class, fixture.settings().serdeSettings())
                .serializer();
        var leads = AvroSerde.ofValues(Lead.class, fixture.settings().serdeSettings())
                .serializer();
        Map<String, byte[]> bad = new TreeMap<>();
        bad.put("garbage", "no record at all".getBytes(StandardCharsets.UTF_8));
        bad.put("unknown-schema", new byte[] {0, 0, 1, 0, 0, 1, 2, 3});
        bad.put(
                "wrong-schema",
                leads.serialize(
                        Topics.LEADS.name(),
                        Lead.newBuilder()
                                .setId("crm/l-bad")
                                .setRevision(1)
                                .setSource("crm")
                                .build()));
        bad.put(
                "won-without-date",
                deals.serialize(
                        Topics.DEALS.name(),
                        Deal.newBuilder(deal).setClosedAt(null).build()));
        DealCredit half = new DealCredit(deal.getOwner(), new BigDecimal("0.500000000"), null, CreditKind.main);
        bad.put(
                "shares",
                deals.serialize(
                        Topics.DEALS.name(),
                        Deal.newBuilder(deal).setCredits(List.of(half)).build()));
        return bad;
    }

    private static void publish(StreamFixture fixture, Map<String, byte[]> bad) {
        fixture.kafka()
                .topics()
                .produce(
                        bad.entrySet().stream()
                                .map(each -> new ProducerRecord<>(
                                        Topics.DEALS.name(),
                                        each.getKey().getBytes(StandardCharsets.UTF_8),
                                        each.getValue()))
                                .toList(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    private static Map<String, DeadLetter> deadLetters(StreamFixture fixture) {
        var letters = AvroSerde.ofValues(DeadLetter.class, fixture.settings().serdeSettings())
                .deserializer();
        Map<String, DeadLetter> byKey = new TreeMap<>();
        for (ConsumerRecord<byte[], DeadLetter> each : fixture.kafka()
                .topics()
                .readAll(Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), letters, StreamFixture.LIMIT)) {
            byKey.put(
                    StandardCharsets.UTF_8
                            .decode(each.value().getKey().duplicate())
                            .toString(),
                    each.value());
        }
        return byKey;
    }
}
