package dev.premia.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.DealEvent;
import dev.premia.schemas.Call;
import dev.premia.schemas.CreditKind;
import dev.premia.schemas.Deal;
import dev.premia.schemas.DealCredit;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class RecordDecoderTest {
    private final WireFixture wire = new WireFixture();
    private final RecordDecoder<?, CallEvent> calls = RecordDecoder.calls(wire.registry());
    private final RecordDecoder<?, DealEvent> deals = RecordDecoder.deals(wire.registry());

    @Test
    void shouldReportEmptyWhenThereAreNoBytes() {
        assertThat(calls.decode(null).failure().code()).isEqualTo("empty");
        assertThat(calls.decode(new byte[0]).failure().code()).isEqualTo("empty");
    }

    @Test
    void shouldReportNotConfluentFormatWhenTheHeaderIsNotThere() {
        assertThat(code("{\"id\":1}".getBytes(StandardCharsets.UTF_8))).isEqualTo("not_confluent_format");
        assertThat(code(new byte[] {0, 0, 0, 1})).isEqualTo("not_confluent_format");
    }

    @Test
    void shouldReportUnknownSchemaWhenTheRegistryDoesNotKnowTheId() {
        byte[] bytes = wire.bytes(Topics.CALLS, call());
        ByteBuffer.wrap(bytes).putInt(1, 987_654);

        Decoded<CallEvent> decoded = calls.decode(bytes);

        assertThat(decoded.isFailure()).isTrue();
        assertThat(decoded.failure().code()).isEqualTo("unknown_schema");
        assertThat(decoded.failure().message()).contains("987654");
    }

    @Test
    void shouldReportWrongSchemaWhenTheRecordIsOfAnotherType() {
        byte[] bytes = wire.bytes(Topics.DEALS, deal());

        assertThat(calls.decode(bytes).failure().code()).isEqualTo("wrong_schema");
        assertThat(calls.decode(bytes).failure().message())
                .contains("dev.premia.schemas.Deal")
                .contains("dev.premia.schemas.Call");
    }

    @Test
    void shouldReportWrongSchemaWhenTheSchemaCannotBeReadAsTheContract() throws Exception {
        Schema other = SchemaBuilder.record("Call")
                .namespace("dev.premia.schemas")
                .fields()
                .requiredInt("id")
                .endRecord();
        int id = wire.registry().register("elsewhere-value", new AvroSchema(other));

        assertThat(code(ByteBuffer.allocate(6).put((byte) 0).putInt(id).array()))
                .isEqualTo("wrong_schema");
    }

    @Test
    void shouldReportCorruptWhenTheRecordIsCutAnywhere() {
        byte[] bytes = wire.bytes(Topics.CALLS, call());

        for (int length = 5; length < bytes.length; length++) {
            assertThat(code(Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isEqualTo("corrupt");
        }
    }

    @Test
    void shouldReportCorruptWhenBytesFollowTheRecord() {
        byte[] bytes = wire.bytes(Topics.CALLS, call());

        assertThat(code(Arrays.copyOf(bytes, bytes.length + 1))).isEqualTo("corrupt");
    }

    @Test
    void shouldReportCorruptWhenAListClaimsToBeHuge() throws Exception {
        Deal deal = deal();
        byte[] whole = wire.bytes(Topics.DEALS, deal);
        // The record ends with its tags, lines and attributes, all empty: one zero byte each.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(whole, 0, whole.length - 3);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        encoder.writeLong(1L << 30);
        encoder.flush();

        assertThat(deals.decode(bytes.toByteArray()).failure().code()).isEqualTo("corrupt");
    }

    @Test
    void shouldDecodeTheNextRecordWhenTheOneBeforeWasCorrupt() {
        byte[] bytes = wire.bytes(Topics.CALLS, call());
        assertThat(code(Arrays.copyOf(bytes, 20))).isEqualTo("corrupt");

        assertThat(calls.decode(bytes).event()).isEqualTo(CallCodec.fromAvro(call()));
    }

    @Test
    void shouldReportInvalidValueWhenAKindOfCreditIsUnknown() {
        Deal deal = deal();
        deal.setCredits(List.of(new DealCredit("17", null, 1L, CreditKind.unknown)));

        DecodingFailure failure = deals.decode(wire.bytes(Topics.DEALS, deal)).failure();

        assertThat(failure.code()).isEqualTo("invalid_value");
        assertThat(failure.message()).startsWith("credits.kind: found");
    }

    @Test
    void shouldDecodeWhenTheWriterKnowsFewerFields() throws Exception {
        Schema old = SchemaBuilder.record("Call")
                .namespace("dev.premia.schemas")
                .fields()
                .requiredString("id")
                .requiredLong("revision")
                .requiredString("source")
                .requiredInt("talk_seconds")
                .endRecord();
        int id = wire.registry().register("older-value", new AvroSchema(old));
        var written = new GenericRecordBuilder(old)
                .set("id", "5")
                .set("revision", 3L)
                .set("source", "pbx")
                .set("talk_seconds", 60)
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(old).write(written, encoder);
        encoder.flush();

        CallEvent event = calls.decode(bytes.toByteArray()).event();

        assertThat(event.id()).isEqualTo("pbx/5");
        assertThat(event.talkSeconds()).isEqualTo(60);
        assertThat(event.manager()).isNull();
    }

    @Test
    void shouldAskTheRegistryOnceWhenManyRecordsHaveOneSchema() {
        CountingRegistry registry = new CountingRegistry(null);
        RecordDecoder<?, CallEvent> decoder = RecordDecoder.calls(registry);
        byte[] bytes =
                ByteBuffer.wrap(wire.bytes(Topics.CALLS, call())).putInt(1, 7).array();

        for (int i = 0; i < 10; i++) {
            assertThat(decoder.decode(bytes).isFailure()).isFalse();
        }

        assertThat(registry.questions).isEqualTo(1);
    }

    @Test
    void shouldStopInsteadOfRejectingWhenTheRegistryDoesNotAnswer() {
        byte[] bytes = wire.bytes(Topics.CALLS, call());
        RecordDecoder<?, CallEvent> offline =
                RecordDecoder.calls(new CountingRegistry(new ConnectException("refused")));
        RecordDecoder<?, CallEvent> failing =
                RecordDecoder.calls(new CountingRegistry(new RestClientException("down", 500, 50001)));

        assertThatThrownBy(() -> offline.decode(bytes)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> failing.decode(bytes)).isInstanceOf(RegistryUnavailableException.class);
    }

    private String code(byte[] bytes) {
        return calls.decode(bytes).failure().code();
    }

    private static Call call() {
        Call call = new Call();
        call.setId("5");
        call.setRevision(1);
        call.setSource("pbx");
        call.setManager("crm/17");
        call.setAttributes(Map.of());
        return call;
    }

    private static Deal deal() {
        Deal deal = new Deal();
        deal.setId("1");
        deal.setRevision(1);
        deal.setSource("crm");
        deal.setCredits(List.of());
        deal.setTags(List.of());
        deal.setLines(List.of());
        deal.setAttributes(Map.of());
        return deal;
    }

    /** Knows the call contract under every id, or fails every time. */
    private static final class CountingRegistry extends MockSchemaRegistryClient {
        private final Exception failure;
        private int questions;

        CountingRegistry(Exception failure) {
            this.failure = failure;
        }

        @Override
        public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
            questions++;
            if (failure instanceof IOException offline) {
                throw offline;
            }
            if (failure instanceof RestClientException refusal) {
                throw refusal;
            }
            return new AvroSchema(Topics.CALLS.schema());
        }
    }
}
