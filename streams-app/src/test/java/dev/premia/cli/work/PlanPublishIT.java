package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.schemas.TopicSpec.Timestamps;
import dev.premia.schemas.Topics;
import dev.premia.testkit.KafkaEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topic of plans has the product's name, so these tests have a broker of their own. */
class PlanPublishIT {
    private static final String PLAN = """
            plan: hunters
            version: %d
            valid_from: 2026-10-01
            applies_to: { roles: [hunter] }
            currency: RUB
            timezone: Europe/Moscow
            period: month
            components:
              - { id: volume, rate: %s, of: revenue }
            """;

    @TempDir
    private Path folder;

    private KafkaEnvironment environment;

    @BeforeEach
    void startCluster() {
        environment = KafkaEnvironment.start();
    }

    @AfterEach
    void stopCluster() {
        environment.close();
    }

    @Test
    void shouldPublishOnceWhenTheSameDocumentComesAgain() throws IOException {
        createTopic();
        Path file = plan("hunters.yaml", 1, "5%");

        CommandRun first = publish(file);
        CommandRun again = publish(file);

        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("\"result\":\"published\"").containsPattern("\"sha256\":\"[0-9a-f]{64}\"");
        assertThat(first.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(again.out()).isEqualTo(first.out().replace("\"published\"", "\"unchanged\""));
        assertThat(again.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void shouldRefuseEverythingWhenADocumentOfAPublishedVersionChanged() throws IOException {
        createTopic();
        publish(plan("hunters.yaml", 1, "5%"));

        CommandRun refused = publish(plan("changed.yaml", 1, "6%"), plan("next.yaml", 2, "6%"));

        assertThat(refused.err())
                .startsWith("premia: nothing is published.")
                .contains("changed.yaml: another document of hunters v1 is published", "give it the version 2");
        assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(records()).isEqualTo(1);
        assertThat(publish(plan("next.yaml", 2, "6%")).exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(records()).isEqualTo(2);
    }

    @Test
    void shouldRefuseAVersionThatChangesTheCurrency() throws IOException {
        createTopic();
        publish(plan("hunters.yaml", 1, "5%"));
        Path dollars = plan("dollars.yaml", 2, "5%");
        Files.writeString(dollars, Files.readString(dollars).replace("currency: RUB", "currency: USD"));

        CommandRun refused = publish(dollars);

        assertThat(refused.err())
                .contains("dollars.yaml: currency: found USD in hunters v2, expected RUB", "a new plan");
        assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void shouldRefuseToPayByAVersionThatIsOnTrialAndToTryOneThatPays() throws IOException {
        createTopic();
        Path tried = plan("tried.yaml", 1, "5%");
        Path paid = plan("paid.yaml", 2, "6%");

        assertThat(publish(List.of("--shadow"), tried).out())
                .contains("\"status\":\"shadow\"", "\"result\":\"published\"");
        assertThat(publish(List.of("--shadow"), tried).out()).contains("\"result\":\"unchanged\"");
        CommandRun toPay = publish(tried, paid);

        assertThat(toPay.err())
                .contains("tried.yaml: hunters v1 is published on trial and pays nothing", "version 2 to pay by it");
        assertThat(toPay.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(records()).isEqualTo(1);
        assertThat(publish(paid).exitCode()).isEqualTo(ExitCodes.DONE);
        CommandRun toTry = publish(List.of("--shadow"), paid);
        assertThat(toTry.err()).contains("paid.yaml: hunters v2 is published and pays", "version 3 to try it");
        assertThat(toTry.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldPublishNothingWhenAPlanHasErrors() throws IOException {
        createTopic();

        CommandRun refused = publish(plan("good.yaml", 1, "5%"), plan("bad.yaml", 2, "five"));

        assertThat(refused.err()).contains("bad.yaml:9:", "nothing is published: of 2 plan files 1 cannot be used");
        assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(records()).isZero();
    }

    @Test
    void shouldSayHowToCreateTheTopicWhenItIsMissing() throws IOException {
        CommandRun refused = publish(plan("hunters.yaml", 1, "5%"));

        assertThat(refused.err()).contains("the cluster has no topic premia.plans", "premia topics");
        assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    private Path plan(String name, int version, String rate) throws IOException {
        return Files.writeString(folder.resolve(name), PLAN.formatted(version, rate));
    }

    private CommandRun publish(Path... files) {
        return publish(List.of(), files);
    }

    private CommandRun publish(List<String> options, Path... files) {
        List<String> args = new ArrayList<>(List.of("plan", "publish", "--format", "json"));
        args.addAll(options);
        List.of(files).forEach(file -> args.add(file.toString()));
        args.addAll(List.of(
                "--bootstrap-server", environment.bootstrapServers(), "--schema-registry", environment.registryUrl()));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private long records() {
        return environment
                .topics()
                .readAll(
                        Topics.PLANS.name(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        Duration.ofSeconds(30))
                .size();
    }

    private void createTopic() {
        NewTopic topic = new NewTopic(Topics.PLANS.name(), Topics.PLANS.partitions(2), (short) 1)
                .configs(Topics.PLANS.settings(Timestamps.BROKER));
        environment.topics().create(List.of(topic));
    }
}
