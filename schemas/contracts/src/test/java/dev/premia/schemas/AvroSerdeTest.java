package dev.premia.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdeTest {

    private static final Map<String, String> CONFIG = Map.of("schema.registry.url", "mock://contracts");
    private static final Instant WON_AT = Instant.parse("2026-03-31T21:30:00.123Z");

    static Stream<TopicSpec<?>> topics() {
        return Topics.all().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldReturnAnEqualRecordWhenEveryFieldIsSet(TopicSpec<?> topic) {
        assertRoundTrip(topic, Samples.full(topic.schema()));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldReturnAnEqualRecordWhenOnlyRequiredFieldsAreSet(TopicSpec<?> topic) {
        assertRoundTrip(topic, Samples.sparse(topic.schema()));
    }

    private static <T extends SpecificRecord> void assertRoundTrip(TopicSpec<T> topic, SpecificRecord sample) {
        T record = topic.valueType().cast(sample);
        try (AvroSerde<T> serde = AvroSerde.ofValues(topic.valueType(), CONFIG)) {
            byte[] bytes = serde.serializer().serialize(topic.name(), record);

            T read = serde.deserializer().deserialize(topic.name(), bytes);

            // Not equals(): Avro's own lists cannot compare records with logical types.
            assertThat(read).usingRecursiveComparison().isEqualTo(record);
        }
    }

    @Test
    void shouldKeepAmountsSharesAndInstantsExact() {
        Deal deal = deal(new BigDecimal("1027.59"));
        try (AvroSerde<Deal> serde = AvroSerde.ofValues(Deal.class, CONFIG)) {
            byte[] bytes = serde.serializer().serialize(Topics.DEALS.name(), deal);

            Deal read = serde.deserializer().deserialize(Topics.DEALS.name(), bytes);

            assertThat(read.getAmount()).isEqualTo(new BigDecimal("1027.5900"));
            assertThat(read.getCredits().get(0).getShare()).isEqualTo(new BigDecimal("0.333333333"));
            assertThat(read.getClosedAt()).isEqualTo(WON_AT);
            assertThat(read.getStatus()).isEqualTo(DealStatus.won);
        }
    }

    @Test
    void shouldRefuseAnAmountThatWouldLoseDigits() {
        try (AvroSerde<Deal> serde = AvroSerde.ofValues(Deal.class, CONFIG)) {
            assertThatThrownBy(() -> serde.serializer().serialize(Topics.DEALS.name(), deal(new BigDecimal("0.00001"))))
                    .isInstanceOf(SerializationException.class)
                    .hasRootCauseMessage("Cannot encode decimal with scale 5 as scale 4 without rounding");
        }
    }

    @Test
    void shouldWriteTheConfluentWireFormatUnderTheSubjectOfTheTopic() throws Exception {
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        try (AvroSerde<Deal> serde = new AvroSerde<>(Deal.class, registry)) {
            serde.configure(CONFIG, false);

            byte[] bytes = serde.serializer().serialize(Topics.DEALS.name(), deal(BigDecimal.ONE));

            assertThat(registry.getAllSubjects()).containsExactly("premia.deals-value");
            int id = registry.getLatestSchemaMetadata("premia.deals-value").getId();
            assertThat(bytes[0]).isZero();
            assertThat(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt()).isEqualTo(id);
            assertThat(((AvroSchema) registry.getSchemaById(id)).canonicalString())
                    .doesNotContain("avro.java.string");
        }
    }

    @Test
    void shouldFailClearlyWhenTheBytesAreNotARecord() {
        try (AvroSerde<Deal> serde = AvroSerde.ofValues(Deal.class, CONFIG)) {
            assertThatThrownBy(() -> serde.deserializer().deserialize(Topics.DEALS.name(), new byte[] {1, 2, 3, 4, 5}))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("Unknown magic byte");
        }
    }

    @Test
    void shouldFailWhenTheRecordIsOfAnotherContract() {
        try (AvroSerde<Deal> deals = AvroSerde.ofValues(Deal.class, CONFIG);
                AvroSerde<Kpi> kpis = AvroSerde.ofValues(Kpi.class, CONFIG)) {
            byte[] deal = deals.serializer().serialize("premia.mixed", deal(BigDecimal.ONE));

            assertThatThrownBy(() -> kpis.deserializer().deserialize("premia.mixed", deal))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void shouldPassNullAsATombstone() {
        try (AvroSerde<Kpi> serde = AvroSerde.ofValues(Kpi.class, CONFIG)) {
            assertThat(serde.serializer().serialize(Topics.KPIS.name(), null)).isNull();
            assertThat(serde.deserializer().deserialize(Topics.KPIS.name(), null))
                    .isNull();
        }
    }

    private static Deal deal(BigDecimal amount) {
        return Deal.newBuilder()
                .setId("crm/1")
                .setRevision(1)
                .setSource("crm")
                .setStatus(DealStatus.won)
                .setAmount(amount)
                .setCurrency("RUB")
                .setClosedAt(WON_AT)
                .setCredits(List.of(DealCredit.newBuilder()
                        .setManager("crm/anna")
                        .setShare(new BigDecimal("0.333333333"))
                        .build()))
                .build();
    }
}
