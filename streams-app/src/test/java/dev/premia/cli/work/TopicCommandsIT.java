package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Timestamps;
import dev.premia.schemas.Topics;
import dev.premia.testkit.KafkaEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands have the names of the product's topics, so these tests have a broker of their own. */
class TopicCommandsIT {
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
    void shouldComputeTheSameFromTopicsWhenFilesWereIngested(@TempDir Path folder) {
        createTopics();
        String files = folder.resolve("simulated").toString();
        CommandRun.of("simulate", "--output", files, "--events", "3000", "--months", "2");

        CommandRun ingested = onCluster("ingest", files);
        CommandRun fromFiles = CommandRun.of("calc", files, "--all", "--format", "json");
        CommandRun fromTopics = onCluster("calc", "--all", "--format", "json");

        assertThat(ingested.err()).isEmpty();
        assertThat(ingested.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(fromTopics.out()).contains("statement_line").isEqualTo(fromFiles.out());
    }

    @Test
    void shouldReportAndLeaveOutWhatIsBadWhenTheRestIsIngested() {
        createTopics();
        CommandRun ingested = onCluster(
                "ingest",
                CommandRun.resource("october").toString(),
                CommandRun.resource("bad/negative-share.jsonl").toString(),
                CommandRun.resource("bad/tier-gap.yaml").toString());
        CommandRun computed = onCluster("calc", "--statements", "--format", "json");

        assertThat(ingested.err()).contains("negative_share", "gap in the scale");
        assertThat(ingested.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(computed.err()).doesNotContain("error:");
        assertThat(computed.out()).isEqualTo(CommandRun.golden("calc-statements.jsonl"));
    }

    @Test
    void shouldCompareNothingWhenNoStreamHasProcessedTheTopics() {
        createTopics();
        onCluster("ingest", CommandRun.resource("october").toString());
        CommandRun verified = onCluster("calc", "--verify", "--wait", "0", "--lang", "en");

        assertThat(verified.out()).isEmpty();
        assertThat(verified.err())
                .contains("nothing was compared", "no instance of application premia is running", "premia run");
        assertThat(verified.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldNameTheTopicWhenThereIsNoLedger() {
        CommandRun verified = onCluster("calc", "--verify", "--wait", "0");

        assertThat(verified.err()).contains("has no topic premia.accruals", "premia topics create");
        assertThat(verified.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldSayWhichTopicsAreMissingWhenTheClusterIsEmpty() {
        CommandRun ingested = onCluster("ingest", CommandRun.resource("october").toString());

        assertThat(ingested.err()).contains("the cluster has no topic", "premia.deals", "premia topics");
        assertThat(ingested.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    /** An installation that is older than plans on trial. */
    @Test
    void shouldNameAndCreateTheTopicThatIsMissingWhenTheDoctorLooks() {
        createTopics(topic -> !topic.equals(Topics.SHADOW_ACCRUALS));

        assertThat(doctor().out()).contains("missing: premia.shadow-accruals, ", "premia topics create");
        assertThat(doctor().exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(topics("create").out())
                .contains("{\"type\":\"topic_state\",\"name\":\"premia.shadow-accruals\",\"status\":\"created\"");
        assertThat(doctor().out()).contains(" as they must be");
        assertThat(topics("describe").exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(CommandRun.of("topics", "list", "--format", "json").out().lines())
                .filteredOn(line -> line.contains("premia.shadow-accruals"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).contains("a plan on trial would pay", "\"cleanup\":\"everything\""));
    }

    private CommandRun doctor() {
        return local("doctor");
    }

    private CommandRun topics(String what) {
        return local("topics", what, "--format", "json");
    }

    /** With the settings by which the topics of these tests are made. */
    private CommandRun local(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--partitions", "2", "--replication-factor", "1", "--timestamps", "producer"));
        return onCluster(all.toArray(String[]::new));
    }

    private CommandRun onCluster(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(
                "--bootstrap-server", environment.bootstrapServers(), "--schema-registry", environment.registryUrl()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private void createTopics() {
        createTopics(topic -> true);
    }

    private void createTopics(Predicate<TopicSpec<?>> wanted) {
        List<NewTopic> topics = new ArrayList<>();
        Topics.all().stream()
                .filter(wanted)
                .forEach(topic -> topics.add(new NewTopic(topic.name(), topic.partitions(2), (short) 1)
                        .configs(topic.settings(Timestamps.PRODUCER))));
        environment.topics().create(topics);
    }
}
