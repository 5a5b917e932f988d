package dev.premia.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the local registry promises beyond {@link RegistryContract}: Confluent's behaviour where other registries differ. */
abstract class LocalRegistryContract extends RegistryContract {
    @Test
    void shouldGiveIdsWithoutGapsWhenSomeSchemasAreRefused() {
        int first = registry.registered(subject, unique("A"));
        assertThat(registry.register(subject, "broken").status()).isEqualTo(422);
        assertThat(registry.register(subject, DEAL_REQUIRED).status()).isEqualTo(409);

        assertThat(registry.registered(subject + "-b", unique("B"))).isEqualTo(first + 1);
        assertThat(registry.registered(subject + "-c", unique("C"))).isEqualTo(first + 2);
    }

    @Test
    void shouldNeverUseAnIdAgainWhenItsSchemaWasDeletedForGood() {
        int id = registry.registered(subject, unique("A"));
        registry.delete("/subjects/" + subject);
        registry.delete("/subjects/" + subject + "?permanent=true");

        assertError(registry.get("/schemas/ids/" + id), 404, 40403);
        assertThat(registry.registered(subject, unique("B"))).isEqualTo(id + 1);
        assertThat(texts(registry.get("/subjects/" + subject + "/versions").json()))
                .containsExactly("1");
    }

    @Test
    void shouldGiveANewVersionAndTheOldIdWhenASoftDeletedSchemaComesBack() {
        int id = registry.registered(subject, DEAL);
        assertThat(registry.delete("/subjects/" + subject + "/versions/latest")
                        .json()
                        .asInt())
                .isEqualTo(1);

        assertThat(registry.registered(subject, DEAL)).isEqualTo(id);
        assertThat(texts(registry.get("/subjects/" + subject + "/versions").json()))
                .containsExactly("2");
        assertThat(texts(registry.get("/subjects/" + subject + "/versions?deleted=true")
                        .json()))
                .containsExactly("1", "2");
        assertThat(texts(registry.get("/subjects/" + subject + "/versions?deletedOnly=true")
                        .json()))
                .containsExactly("1");
    }

    @Test
    void shouldCheckAgainstLiveVersionsOnly() {
        registry.registered(subject, DEAL);
        assertError(registry.register(subject, DEAL_REQUIRED), 409, 409);

        registry.delete("/subjects/" + subject + "/versions/1");

        assertThat(registry.register(subject, DEAL_REQUIRED).status()).isEqualTo(200);
    }

    @Test
    void shouldAnswerWithConfluentsCodesWhenDeletionsAreOutOfOrder() {
        String version = "/subjects/" + subject + "/versions/1";
        registry.registered(subject, DEAL);

        assertError(registry.delete("/subjects/" + subject + "-none"), 404, 40401);
        assertError(registry.delete("/subjects/" + subject + "/versions/7"), 404, 40402);
        assertError(registry.delete(version + "?permanent=true"), 404, 40407);
        assertThat(registry.delete(version).json().asInt()).isEqualTo(1);
        assertError(registry.delete(version), 404, 40406);
        assertError(registry.delete("/subjects/" + subject), 404, 40404);
        assertThat(registry.delete(version + "?permanent=true").json().asInt()).isEqualTo(1);
        assertError(registry.delete(version), 404, 40401);
    }

    @Test
    void shouldSeeOneContentWhenOnlyTheSpacingDiffers() {
        int id = registry.registered(subject, DEAL);

        assertThat(registry.registered(subject, DEAL.replace(",", " ,\n "))).isEqualTo(id);
        assertThat(texts(registry.get("/subjects/" + subject + "/versions").json()))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "0", "-2", "2147483648"})
    void shouldRefuseAVersionThatIsNoVersion(String version) {
        registry.registered(subject, DEAL);

        assertError(registry.get("/subjects/" + subject + "/versions/" + version), 422, 42202);
    }

    @Test
    void shouldAnswerNotFoundWhenASubjectIsToBeForgottenBeforeItsDeletion() {
        registry.registered(subject, DEAL);

        assertError(registry.delete("/subjects/" + subject + "?permanent=true"), 404, 40405);
    }

    @Test
    void shouldAcceptEverythingWhenTheLevelOfTheSubjectIsNone() {
        level("NONE");
        registry.registered(subject, DEAL);

        assertThat(registry.register(subject, DEAL_REQUIRED).status()).isEqualTo(200);
        assertThat(registry.register(subject, "\"string\"").status()).isEqualTo(200);
    }

    @Test
    void shouldUseTheGlobalLevelUntilTheSubjectHasItsOwn() {
        String config = "/config/" + subject;
        assertThat(registry.get("/config").json().path("compatibilityLevel").asText())
                .isEqualTo("FULL_TRANSITIVE");
        assertError(registry.get(config), 404, 40408);
        assertThat(registry.get(config + "?defaultToGlobal=true")
                        .json()
                        .path("compatibilityLevel")
                        .asText())
                .isEqualTo("FULL_TRANSITIVE");

        level("FORWARD");
        assertThat(registry.get(config).json().path("compatibilityLevel").asText())
                .isEqualTo("FORWARD");
        assertThat(registry.delete(config).json().path("compatibilityLevel").asText())
                .isEqualTo("FORWARD");
        assertError(registry.get(config), 404, 40408);
        assertError(registry.put(config, "{\"compatibility\":\"SOMETIMES\"}"), 422, 42203);
    }

    @Test
    void shouldForgetTheLevelOfADeletedSubject() {
        level("NONE");
        registry.registered(subject, DEAL);

        registry.delete("/subjects/" + subject);

        assertError(registry.get("/config/" + subject), 404, 40408);
    }

    @Test
    void shouldRefuseChangesOfAReadOnlySubject() {
        registry.registered(subject, DEAL);
        assertError(registry.get("/mode/" + subject), 404, 40409);
        assertThat(registry.put("/mode/" + subject, "{\"mode\":\"READONLY\"}")
                        .json()
                        .path("mode")
                        .asText())
                .isEqualTo("READONLY");

        assertError(registry.register(subject, DEAL_OPTIONAL), 422, 42205);
        assertError(registry.delete("/subjects/" + subject), 422, 42205);
        assertThat(registry.get("/subjects/" + subject + "/versions/latest").status())
                .isEqualTo(200);
        registry.delete("/mode/" + subject);
        assertThat(registry.register(subject, DEAL_OPTIONAL).status()).isEqualTo(200);
        assertThat(registry.get("/mode").json().path("mode").asText()).isEqualTo("READWRITE");
        assertError(registry.put("/mode", "{\"mode\":\"NAP\"}"), 422, 42204);
    }

    @Test
    void shouldShowWhereAnIdIsUsed() {
        int id = registry.registered(subject, unique("Used"));

        assertThat(texts(registry.get("/schemas/ids/" + id + "/subjects").json()))
                .containsExactly(subject);
        assertThat(registry.get("/schemas/ids/" + id + "/schema")
                        .json()
                        .path("type")
                        .asText())
                .isEqualTo("record");
        registry.delete("/subjects/" + subject);
        assertThat(texts(registry.get("/schemas/ids/" + id + "/subjects").json()))
                .isEmpty();
        assertThat(texts(registry.get("/schemas/ids/" + id + "/subjects?deleted=true")
                        .json()))
                .containsExactly(subject);
    }

    @Test
    void shouldFindNothingIncompatibleWhenTheSubjectHasNoVersions() {
        String test = "/compatibility/subjects/" + subject + "/versions";

        assertThat(registry.post(test + "/latest", RegistryClient.body(DEAL))
                        .json()
                        .path("is_compatible")
                        .asBoolean())
                .isTrue();
        assertThat(registry.post(test, RegistryClient.body(DEAL))
                        .json()
                        .path("is_compatible")
                        .asBoolean())
                .isTrue();
        assertError(registry.post(test + "/1", RegistryClient.body(DEAL)), 404, 40401);
        assertError(registry.post(test + "/0", RegistryClient.body(DEAL)), 422, 42202);
    }

    @Test
    void shouldNameTheFieldWhenASchemaIsIncompatible() {
        registry.registered(subject, DEAL);

        RegistryClient.Answer refused = registry.register(subject, DEAL_REQUIRED);
        assertThat(refused.message()).contains(subject, "READER_FIELD_MISSING_DEFAULT_VALUE", "tax");
        JsonNode verbose = registry.post(
                        "/compatibility/subjects/" + subject + "/versions?verbose=true",
                        RegistryClient.body(DEAL_REQUIRED))
                .json();
        assertThat(verbose.path("messages").toString()).contains("tax");
    }

    @Test
    void shouldKeepSubjectsApartWhenTheirNamesNeedEncoding() {
        String odd = "folder%2Fname%20with%2Bplus+" + subject;
        int id = registry.registered(odd, DEAL);

        assertThat(id).isPositive();
        assertThat(texts(registry.get("/subjects?subjectPrefix=folder%2Fname").json()))
                .contains("folder/name with+plus+" + subject);
        assertThat(registry.get("/subjects/" + odd + "/versions/1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json                            | 400 | 400",
                "[]                                 | 422 | 422",
                "{\"shcema\":\"\"}                  | 422 | 422",
                "{\"schema\":{\"type\":\"string\"}} | 422 | 422",
                "{}                                 | 422 | 42201",
                "{\"schema\":\"\"}                  | 422 | 42201",
                "{\"schema\":\"{}\",\"schemaType\":\"JSON\"} | 422 | 42201",
                "{\"schema\":\"\\\"string\\\"\",\"id\":7}    | 422 | 42205",
                "{\"schema\":\"\\\"string\\\"\",\"version\":7}  | 422 | 42201",
                "{\"schema\":\"\\\"string\\\"\",\"ruleSet\":{\"domainRules\":[]}}  | 422 | 42201"
            })
    void shouldSayWhatIsWrongWithTheBody(String body, int status, int code) {
        assertError(registry.post("/subjects/" + subject + "/versions", body), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/subjects/a/b", "/schemas/ids/x", "/config/a/b", "/v1/x", "/schemas/x"})
    void shouldAnswerNotFoundWhenThePathMeansNothing(String path) {
        assertError(registry.get(path), 404, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects", "/config", "/mode", "/schemas/types", "/"})
    void shouldAnswerMethodNotAllowedWhenOnlyTheMethodIsWrong(String path) {
        assertError(registry.send("PATCH", path, "{}"), 405, 405);
    }

    @Test
    void shouldGiveOneIdToEachSchemaWhenManyClientsRegisterAtOnce() throws Exception {
        int clients = 8;
        List<String> schemas =
                IntStream.range(0, clients).mapToObj(i -> unique("Race" + i)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Integer>> work = IntStream.range(0, clients * 4)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> registry.registered(subject + i % clients, schemas.get(i % clients)))
                    .toList();
            Set<Integer> ids = new TreeSet<>();
            for (Future<Integer> done : threads.invokeAll(work)) {
                ids.add(done.get());
            }
            assertThat(ids).hasSize(clients);
        } finally {
            threads.shutdownNow();
        }
    }
}
