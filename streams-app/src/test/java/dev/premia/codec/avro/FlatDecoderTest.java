package dev.premia.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.LeadEvent;
import dev.premia.schemas.Call;
import dev.premia.schemas.CallDirection;
import dev.premia.schemas.CallResult;
import dev.premia.schemas.Lead;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class FlatDecoderTest {
    private static final List<String> TEXTS = List.of(
            "", "17", "crm/17", " ", " 8", "\u2003", "Иван", "\u2003Иван", "сrm/Иван", "\ud83d\ude00", "a\u0000b");

    private final WireFixture wire = new WireFixture();

    @Property(tries = 2_000)
    void shouldReadCallsAsTheOrdinaryReaderDoes(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] value = spoiled(wire.bytes(Topics.CALLS, call(random)), random);
        FlatDecoder decoder = new FlatDecoder(Topics.CALLS, wire.registry());
        FlatRecord flat = decoder.newRecord();
        if (decoder.read(value, flat) && FlatCall.settle(flat)) {
            CallEvent ordinary =
                    RecordDecoder.calls(wire.registry()).decode(value).event();
            FlatRecord expected = decoder.newRecord();
            FlatCall.fill(expected, ordinary);
            assertSame(flat, expected, Call.getClassSchema());
        }
    }

    @Property(tries = 2_000)
    void shouldReadLeadsAsTheOrdinaryReaderDoes(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] value = spoiled(wire.bytes(Topics.LEADS, lead(random)), random);
        FlatDecoder decoder = new FlatDecoder(Topics.LEADS, wire.registry());
        FlatRecord flat = decoder.newRecord();
        if (decoder.read(value, flat) && FlatLead.settle(flat)) {
            LeadEvent ordinary =
                    RecordDecoder.leads(wire.registry()).decode(value).event();
            FlatRecord expected = decoder.newRecord();
            FlatLead.fill(expected, ordinary);
            assertThat(flat.map(FlatLead.ATTRIBUTES)).isEqualTo(ordinary.attributes());
            flat.setNull(FlatLead.ATTRIBUTES);
            assertSame(flat, expected, Lead.getClassSchema());
        }
    }

    @Test
    void shouldTakeOnUsualRecordsItself() {
        Call call = call(new Random(1));
        call.setId("17");
        call.setSource("pbx");
        call.setManager("crm/8");
        call.setTeam(null);
        call.setCustomer("Иван");
        call.setLinkedCall("");
        FlatDecoder decoder = new FlatDecoder(Topics.CALLS, wire.registry());
        FlatRecord flat = decoder.newRecord();

        assertThat(decoder.read(wire.bytes(Topics.CALLS, call), flat)).isTrue();
        assertThat(FlatCall.settle(flat)).isTrue();
        assertThat(flat.text(FlatCall.HEADER.id())).isEqualTo("pbx/17");
        assertThat(flat.text(FlatCall.MANAGER)).isEqualTo("crm/8");
        assertThat(flat.text(FlatCall.CUSTOMER)).isEqualTo("pbx/Иван");
        assertThat(flat.isNull(FlatCall.TEAM)).isTrue();
        assertThat(flat.isNull(FlatCall.LINKED_CALL)).isTrue();
    }

    @Test
    void shouldReadWhatAnOlderSchemaWroteWithTheDefaultsOfTheContract() throws Exception {
        Schema older = without(Call.getClassSchema(), "leg", "internal", "recording", "attributes");
        byte[] value = written(older);
        FlatDecoder decoder = new FlatDecoder(Topics.CALLS, wire.registry());
        FlatRecord flat = decoder.newRecord();

        assertThat(decoder.read(value, flat)).isTrue();
        assertThat(FlatCall.settle(flat)).isTrue();
        FlatRecord expected = decoder.newRecord();
        FlatCall.fill(
                expected, RecordDecoder.calls(wire.registry()).decode(value).event());
        assertSame(flat, expected, Call.getClassSchema());
        assertThat(flat.number(FlatCall.LEG)).isEqualTo(1);
    }

    @Test
    void shouldLeaveSchemasThatItDoesNotKnowToTheOrdinaryReader() throws Exception {
        List<Schema.Field> fields = copies(Call.getClassSchema());
        fields.add(new Schema.Field("skill", Schema.create(Schema.Type.DOUBLE), null, 1.0));
        byte[] value = written(Schema.createRecord("Call", null, "dev.premia.schemas", false, fields));
        FlatDecoder decoder = new FlatDecoder(Topics.CALLS, wire.registry());

        assertThat(decoder.read(value, decoder.newRecord())).isFalse();
        assertThat(RecordDecoder.calls(wire.registry()).decode(value).isFailure())
                .isFalse();
    }

    @Test
    void shouldLeaveWhatIsNoRecordToTheOrdinaryReader() {
        FlatDecoder decoder = new FlatDecoder(Topics.CALLS, wire.registry());
        FlatRecord flat = decoder.newRecord();

        assertThat(decoder.read((byte[]) null, flat)).isFalse();
        assertThat(decoder.read(new byte[0], flat)).isFalse();
        assertThat(decoder.read(new byte[] {1, 0, 0, 0, 1}, flat)).isFalse();
        assertThat(decoder.read(new byte[] {0, 0, 0, 3, 99, 4}, flat)).isFalse();
        assertThat(decoder.read(wire.bytes(Topics.LEADS, lead(new Random(1))), flat))
                .isFalse();
    }

    private static void assertSame(FlatRecord flat, FlatRecord expected, Schema contract) {
        for (Schema.Field field : contract.getFields()) {
            int at = field.pos();
            if (field.name().equals("attributes")) {
                continue;
            }
            assertThat(flat.isNull(at)).as(field.name()).isEqualTo(expected.isNull(at));
            if (!flat.isNull(at) && flat.length(at) + expected.length(at) > 0) {
                assertThat(flat.text(at)).as(field.name()).isEqualTo(expected.text(at));
            } else if (!flat.isNull(at)) {
                assertThat(flat.number(at)).as(field.name()).isEqualTo(expected.number(at));
            }
        }
    }

    /** Some records are cut or have a byte that nobody wrote. */
    private static byte[] spoiled(byte[] value, Random random) {
        if (random.nextInt(3) == 0) {
            value[5 + random.nextInt(value.length - 5)] = (byte) random.nextInt(256);
        } else if (random.nextInt(20) == 0) {
            return java.util.Arrays.copyOf(value, value.length - 1 + random.nextInt(3));
        }
        return value;
    }

    private byte[] written(Schema schema) throws Exception {
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            if (field.hasDefaultValue()) {
                record.put(field.pos(), GenericData.get().getDefaultValue(field));
            }
        }
        record.put("id", "17");
        record.put("revision", 3L);
        record.put("source", "pbx");
        record.put("started_at", 1_790_000_000_000L);
        int id = wire.registry().register("written-" + schema.getFields().size(), new AvroSchema(schema));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static Schema without(Schema schema, String... names) {
        List<Schema.Field> fields = copies(schema);
        fields.removeIf(field -> List.of(names).contains(field.name()));
        return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
    }

    private static List<Schema.Field> copies(Schema schema) {
        return new java.util.ArrayList<>(schema.getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
    }

    private static Call call(Random random) {
        Call call = new Call();
        call.setId(text(random));
        call.setRevision(random.nextInt(4));
        call.setSource(text(random));
        call.setDeleted(random.nextInt(5) == 0);
        call.setChangedAt(instant(random));
        call.setStartedAt(instant(random));
        call.setDirection(random.nextInt(4) == 0 ? null : CallDirection.values()[random.nextInt(3)]);
        call.setResult(random.nextInt(4) == 0 ? null : CallResult.values()[random.nextInt(5)]);
        call.setManager(optional(random));
        call.setTeam(optional(random));
        call.setCustomer(optional(random));
        call.setPhoneHash(optional(random));
        call.setWaitSeconds(random.nextInt(200) - 10);
        call.setTalkSeconds(random.nextInt() >> random.nextInt(32));
        call.setLeg(random.nextInt(5));
        call.setLinkedCall(optional(random));
        call.setInternal(random.nextBoolean());
        call.setRecording(optional(random));
        call.setAttributes(attributes(random));
        return call;
    }

    private static Lead lead(Random random) {
        Lead lead = new Lead();
        lead.setId(text(random));
        lead.setRevision(random.nextLong() >> random.nextInt(64));
        lead.setSource(text(random));
        lead.setDeleted(random.nextInt(5) == 0);
        lead.setChangedAt(instant(random));
        lead.setStatus(optional(random));
        lead.setOwner(optional(random));
        lead.setCreatedAt(instant(random));
        lead.setFirstTouchAt(instant(random));
        lead.setQualifiedAt(instant(random));
        lead.setConvertedAt(instant(random));
        lead.setClosedAt(instant(random));
        lead.setChannel(optional(random));
        lead.setCampaign(optional(random));
        lead.setSegment(optional(random));
        lead.setCustomer(optional(random));
        lead.setDeal(optional(random));
        lead.setAttributes(attributes(random));
        return lead;
    }

    private static Map<String, String> attributes(Random random) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            attributes.put(text(random), text(random));
        }
        return attributes;
    }

    private static Instant instant(Random random) {
        return random.nextInt(4) == 0 ? null : Instant.ofEpochMilli(random.nextLong() >> (12 + random.nextInt(12)));
    }

    private static String optional(Random random) {
        return random.nextInt(4) == 0 ? null : text(random);
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
