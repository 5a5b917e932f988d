package dev.premia.cli.operations;

import dev.premia.runtime.GroupProgress;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.SettingLayers;
import dev.premia.runtime.StreamsApplication;
import dev.premia.runtime.TopicAdmin;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import dev.premia.testkit.Await;
import dev.premia.testkit.KafkaEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** A cluster of its own with all topics and the example plans, for tests of the whole application. */
final class StreamFixture implements AutoCloseable {
    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    static final Duration LIMIT = Duration.ofMinutes(4);
    /** Longer than a flush can be put off. */
    private static final Duration STILL = Duration.ofSeconds(3);

    private final KafkaEnvironment kafka = KafkaEnvironment.start();
    private final RuntimeSettings settings;
    private final TopicAdmin topics;
    private final GroupProgress progress;

    StreamFixture(Path stateDirectory) {
        this(stateDirectory, TopicSpec.DEFAULT_PARTITIONS);
    }

    StreamFixture(Path stateDirectory, int partitions) {
        settings = SettingLayers.begin()
                .option(RuntimeSettings.BOOTSTRAP_SERVERS, kafka.bootstrapServers())
                .option(RuntimeSettings.SCHEMA_REGISTRY, kafka.registryUrl())
                .option(RuntimeSettings.PARTITIONS, String.valueOf(partitions))
                .option(RuntimeSettings.REPLICATION_FACTOR, "1")
                .option(RuntimeSettings.INPUT_TIMESTAMPS, "producer")
                .option(RuntimeSettings.STATE_DIRECTORY, stateDirectory.toString())
                .build();
        topics = TopicAdmin.connect(settings.adminSettings());
        topics.ensure(settings.topicLayout());
        progress = new GroupProgress(topics.admin(), settings.applicationId());
    }

    RuntimeSettings settings() {
        return settings;
    }

    TopicAdmin topics() {
        return topics;
    }

    KafkaEnvironment kafka() {
        return kafka;
    }

    GroupProgress progress() {
        return progress;
    }

    EventPublisher publisher() {
        return new EventPublisher(settings.clientSettings(), settings.serdeSettings(), 5);
    }

    void publishPlans(EventPublisher publisher) {
        PlanShelf.examples(FROM, FROM.atStartOfDay().toInstant(ZoneOffset.UTC))
                .forEach(plan -> publisher.send(Topics.PLANS, plan.getPlan(), plan, plan.getPublishedAt()));
    }

    /** Returns when everything is read and nothing has moved for longer than any flush can be put off. */
    GroupProgress.Snapshot awaitQuiet(StreamsApplication application) {
        GroupProgress.Snapshot[] last = {progress.now()};
        long[] since = {System.nanoTime()};
        return Await.value(
                "the application has read everything and rests",
                LIMIT,
                () -> {
                    application.failure().ifPresent(thrown -> {
                        throw new AssertionError("The application failed", thrown);
                    });
                    GroupProgress.Snapshot now = progress.now();
                    if (!now.equals(last[0])) {
                        last[0] = now;
                        since[0] = System.nanoTime();
                    }
                    return now;
                },
                now -> now.isCaughtUp()
                        && System.nanoTime() - since[0] > TimeUnit.MILLISECONDS.toNanos(STILL.toMillis()));
    }

    /** Compares what the stream wrote with the batch engine. */
    StreamVerification.Result verify() {
        return StreamVerification.run(settings, LIMIT);
    }

    @Override
    public void close() {
        topics.close();
        kafka.close();
    }
}
