package dev.premia.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.premia.testkit.KafkaEnvironment;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Premia and its clients need of a schema registry, whichever it is. Every test uses subjects of its own, sets the levels it
 * needs (after the first version: not every registry knows a level without a subject), and asserts nothing about the values of
 * ids, so that the suite also runs against a registry with a past.
 */
abstract class RegistryContract {
    static final String DEAL = record("");
    static final String DEAL_OPTIONAL = record(",{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"}");
    static final String DEAL_REQUIRED = record(",{\"name\":\"tax\",\"type\":\"long\"}");

    RegistryClient registry;
    String subject;

    /** Base address of the registry under test, without a slash at its end. */
    abstract String baseUrl();

    @BeforeEach
    void useOwnSubject() {
        registry = new RegistryClient(baseUrl());
        subject = KafkaEnvironment.uniqueName("contract") + "-value";
    }

    private static String record(String moreFields) {
        return "{\"type\":\"record\",\"name\":\"Deal\",\"namespace\":\"test\",\"fields\":"
                + "[{\"name\":\"id\",\"type\":\"string\"}" + moreFields + "]}";
    }

    /** A schema that no other test registers. */
    static String unique(String name) {
        return "{\"type\":\"record\",\"name\":\""
                + KafkaEnvironment.uniqueName(name).replace('-', '_')
                + "\",\"namespace\":\"test\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"}]}";
    }

    void level(String level) {
        RegistryClient.Answer answer = registry.put("/config/" + subject, "{\"compatibility\":\"" + level + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("compatibility").asText()).isEqualTo(level);
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void shouldGiveTheSchemaBackByIdAndByVersionWhenRegistered() throws Exception {
        int id = registry.registered(subject, DEAL);

        JsonNode byId = registry.get("/schemas/ids/" + id).json();
        assertThat(new Schema.Parser().parse(byId.path("schema").asText())).isEqualTo(new Schema.Parser().parse(DEAL));
        JsonNode version = registry.get("/subjects/" + subject + "/versions/1").json();
        assertThat(version.path("subject").asText()).isEqualTo(subject);
        assertThat(version.path("version").asInt()).isEqualTo(1);
        assertThat(version.path("id").asInt()).isEqualTo(id);
        assertThat(version.path("schema").asText())
                .isEqualTo(byId.path("schema").asText());
        JsonNode plain =
                registry.get("/subjects/" + subject + "/versions/latest/schema").json();
        assertThat(plain.path("name").asText()).isEqualTo("Deal");
    }

    @Test
    void shouldListSubjectsAndVersions() {
        registry.registered(subject, DEAL);
        registry.registered(subject, DEAL_OPTIONAL);

        assertThat(texts(registry.get("/subjects").json())).contains(subject);
        assertThat(texts(registry.get("/subjects/" + subject + "/versions").json()))
                .containsExactly("1", "2");
        assertThat(registry.get("/subjects/" + subject + "/versions/latest")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(texts(registry.get("/schemas/types").json())).contains("AVRO");
    }

    @Test
    void shouldKeepIdAndVersionWhenTheSameSchemaIsRegisteredAgain() {
        int id = registry.registered(subject, DEAL);

        assertThat(registry.registered(subject, DEAL)).isEqualTo(id);
        assertThat(texts(registry.get("/subjects/" + subject + "/versions").json()))
                .containsExactly("1");
    }

    @Test
    void shouldGiveOneIdToOneContentWhenSubjectsDiffer() {
        String schema = unique("Shared");
        String other = subject + "-other";

        int id = registry.registered(subject, schema);

        assertThat(registry.registered(other, schema)).isEqualTo(id);
        assertThat(registry.registered(subject + "-third", unique("Shared"))).isNotEqualTo(id);
        JsonNode users = registry.get("/schemas/ids/" + id + "/versions").json();
        assertThat(users.findValuesAsText("subject")).containsExactlyInAnyOrder(subject, other);
        assertThat(users.findValuesAsText("version")).containsOnly("1");
    }

    @Test
    void shouldFindARegisteredSchemaByItsContent() {
        int id = registry.registered(subject, DEAL);

        RegistryClient.Answer found = registry.post("/subjects/" + subject, RegistryClient.body(DEAL));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().path("id").asInt()).isEqualTo(id);
        assertThat(found.json().path("version").asInt()).isEqualTo(1);

        RegistryClient.Answer missing = registry.post("/subjects/" + subject, RegistryClient.body(DEAL_OPTIONAL));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.errorCode()).isEqualTo(40403);
        assertThat(registry.post("/subjects/" + subject + "-none", RegistryClient.body(DEAL))
                        .errorCode())
                .isEqualTo(40401);
    }

    @Test
    void shouldAnswerWithConfluentsCodesWhenSomethingDoesNotExist() {
        registry.registered(subject, DEAL);

        assertError(registry.get("/subjects/" + subject + "-none/versions"), 404, 40401);
        assertError(registry.get("/subjects/" + subject + "/versions/9"), 404, 40402);
        assertError(registry.get("/schemas/ids/999999999"), 404, 40403);
    }

    @Test
    void shouldAnswerWithConfluentsCodeWhenTheTextIsNoSchema() {
        registry.registered(subject, DEAL);

        assertError(registry.register(subject, "{\"type\":\"recor\"}"), 422, 42201);
    }

    static void assertError(RegistryClient.Answer answer, int status, int code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.errorCode()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.message()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        // level, from, to, accepted
        "BACKWARD, DEAL, DEAL_OPTIONAL, true",
        "BACKWARD, DEAL, DEAL_REQUIRED, false",
        "BACKWARD, DEAL_REQUIRED, DEAL, true",
        "BACKWARD_TRANSITIVE, DEAL, DEAL_REQUIRED, false",
        "FORWARD, DEAL, DEAL_REQUIRED, true",
        "FORWARD, DEAL_REQUIRED, DEAL, false",
        "FORWARD_TRANSITIVE, DEAL_REQUIRED, DEAL, false",
        "FULL, DEAL, DEAL_OPTIONAL, true",
        "FULL, DEAL, DEAL_REQUIRED, false",
        "FULL, DEAL_REQUIRED, DEAL, false",
        "FULL_TRANSITIVE, DEAL, DEAL_OPTIONAL, true",
        "FULL_TRANSITIVE, DEAL_REQUIRED, DEAL, false"
    })
    void shouldEnforceTheLevelOfTheSubject(String level, String from, String to, boolean accepted) {
        registry.registered(subject, schema(from));
        level(level);

        String test = "/compatibility/subjects/" + subject + "/versions/latest";
        assertThat(registry.post(test, RegistryClient.body(schema(to)))
                        .json()
                        .path("is_compatible")
                        .asBoolean())
                .isEqualTo(accepted);
        RegistryClient.Answer answer = registry.register(subject, schema(to));
        if (accepted) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertError(answer, 409, 409);
            assertThat(texts(registry.get("/subjects/" + subject + "/versions").json()))
                    .containsExactly("1");
        }
    }

    private static String schema(String name) {
        return switch (name) {
            case "DEAL" -> DEAL;
            case "DEAL_OPTIONAL" -> DEAL_OPTIONAL;
            case "DEAL_REQUIRED" -> DEAL_REQUIRED;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** long, then no such field, then string: each step is allowed, the whole way is not. */
    @ParameterizedTest
    @CsvSource({"BACKWARD, true", "BACKWARD_TRANSITIVE, false", "FULL, true", "FULL_TRANSITIVE, false"})
    void shouldLookAtAllVersionsOnlyWhenTheLevelIsTransitive(String level, boolean accepted) {
        registry.registered(subject, record(",{\"name\":\"x\",\"type\":\"long\",\"default\":0}"));
        registry.registered(subject, DEAL);
        level(level);

        RegistryClient.Answer answer =
                registry.register(subject, record(",{\"name\":\"x\",\"type\":\"string\",\"default\":\"\"}"));

        assertThat(answer.status()).isEqualTo(accepted ? 200 : 409);
    }

    @Test
    void shouldCompareWithTheVersionThatIsNamed() {
        registry.registered(subject, DEAL);
        level("BACKWARD");

        RegistryClient.Answer answer = registry.post(
                "/compatibility/subjects/" + subject + "/versions/1?verbose=true", RegistryClient.body(DEAL_REQUIRED));

        assertThat(answer.json().path("is_compatible").asBoolean(true)).isFalse();
    }

    @Test
    void shouldResolveReferencesToOtherSubjects() {
        String money = unique("Money");
        String fullName = "test." + money.split("\"name\":\"")[1].split("\"")[0];
        String moneySubject = subject + "-money";
        registry.registered(moneySubject, money);
        String order = "{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"test\",\"fields\":"
                + "[{\"name\":\"total\",\"type\":\"" + fullName + "\"}]}";

        assertError(registry.register(subject, order), 422, 42201);
        RegistryClient.Answer registered = registry.post(
                "/subjects/" + subject + "/versions", RegistryClient.body(order, fullName, moneySubject, 1));

        assertThat(registered.status()).as(registered.toString()).isEqualTo(200);
        int id = registered.json().path("id").asInt();
        JsonNode byId = registry.get("/schemas/ids/" + id).json();
        assertThat(byId.path("references").findValuesAsText("subject")).containsExactly(moneySubject);
        assertThat(texts(registry.get("/subjects/" + moneySubject + "/versions/1/referencedby")
                        .json()))
                .contains(String.valueOf(id));
        assertError(registry.delete("/subjects/" + moneySubject + "/versions/1"), 422, 42206);
    }

    @Test
    void shouldHideASoftDeletedSubjectAndForgetAPermanentlyDeletedOne() {
        int id = registry.registered(subject, unique("Deleted"));

        assertThat(registry.delete("/subjects/" + subject + "?permanent=true").errorCode())
                .isEqualTo(40405);
        assertThat(texts(registry.delete("/subjects/" + subject).json())).containsExactly("1");
        assertThat(texts(registry.get("/subjects").json())).doesNotContain(subject);
        assertThat(registry.get("/subjects/" + subject + "/versions").status()).isEqualTo(404);
        assertThat(texts(registry.get("/subjects?deleted=true").json())).contains(subject);
        assertThat(registry.get("/schemas/ids/" + id).status()).isEqualTo(200);

        assertThat(texts(registry.delete("/subjects/" + subject + "?permanent=true")
                        .json()))
                .containsExactly("1");
        assertThat(texts(registry.get("/subjects?deleted=true").json())).doesNotContain(subject);
    }

    @Test
    void shouldCarryRecordsBetweenConfluentSerializers() throws Exception {
        Schema schema = new Schema.Parser().parse(DEAL);
        GenericRecord deal = new GenericRecordBuilder(schema).set("id", "d-1").build();
        String topic = subject.replace("-value", "");
        Map<String, Object> config = Map.of("schema.registry.url", baseUrl());
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer();
                KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
            serializer.configure(config, false);
            deserializer.configure(config, false);

            byte[] bytes = serializer.serialize(topic, deal);

            assertThat(deserializer.deserialize(topic, bytes)).isEqualTo(deal);
            int id = registry.get("/subjects/" + subject + "/versions/latest")
                    .json()
                    .path("id")
                    .asInt();
            assertThat(bytes[0]).isZero();
            assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(id);
        }
    }

    @Test
    void shouldServeTheConfluentClient() throws Exception {
        try (SchemaRegistryClient client = new CachedSchemaRegistryClient(baseUrl(), 100)) {
            AvroSchema deal = new AvroSchema(DEAL);
            client.updateCompatibility(subject, "FULL_TRANSITIVE");
            int id = client.register(subject, deal);

            assertThat(client.getId(subject, deal)).isEqualTo(id);
            assertThat(client.getVersion(subject, deal)).isEqualTo(1);
            assertThat(client.getSchemaBySubjectAndId(subject, id)).isEqualTo(deal);
            assertThat(client.getLatestSchemaMetadata(subject).getId()).isEqualTo(id);
            assertThat(client.getAllVersions(subject)).containsExactly(1);
            assertThat(client.getAllSubjects()).contains(subject);
            assertThat(client.getCompatibility(subject)).isEqualTo("FULL_TRANSITIVE");
            assertThat(client.testCompatibility(subject, new AvroSchema(DEAL_OPTIONAL)))
                    .isTrue();
            assertThat(client.testCompatibility(subject, new AvroSchema(DEAL_REQUIRED)))
                    .isFalse();
            assertThatThrownBy(() -> client.register(subject, new AvroSchema(DEAL_REQUIRED)))
                    .isInstanceOfSatisfying(RestClientException.class, e -> assertThat(e.getStatus())
                            .isEqualTo(409));
            assertThatThrownBy(() -> client.getSchemaById(999_999_999))
                    .isInstanceOfSatisfying(RestClientException.class, e -> assertThat(e.getErrorCode())
                            .isEqualTo(40403));
            assertThat(client.deleteSubject(subject)).containsExactly(1);
        }
    }
}
