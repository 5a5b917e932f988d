package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.NumberText;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Progress;
import dev.premia.cli.Table;
import dev.premia.cli.operations.EventPublisher;
import dev.premia.connectors.file.FileInput;
import dev.premia.connectors.file.InputRecord;
import dev.premia.connectors.file.InputSummary;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.RecordChecks;
import dev.premia.replay.input.RejectedRecord;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes files to the topics in the order in which their records were recorded. */
@Command(
        name = "ingest",
        description =
                "Publishes events, reference data and plans from files to the topics, in the order of recorded_at.",
        footer = {
            "  premia ingest october/ --bootstrap-server localhost:9092 --schema-registry http://localhost:8081",
            "  premia ingest export/ --mapping deploy/examples/mappings/crm-opportunities --plan hunter.yaml \\",
            "      --bootstrap-server localhost:9092 --schema-registry http://localhost:8081",
        })
public final class IngestCommand extends PremiaCommand {
    private static final String READING = "reading";

    @Mixin
    private FileOptions files;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            order = 2,
            description = "A plan file, beside those among the inputs.")
    private List<Path> plans = new ArrayList<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            order = 3,
            description = "Time zone of dates without one, unless a mapping says otherwise. Default: UTC.")
    private ZoneId zone = FileInput.Options.DEFAULT.zone();

    @Option(
            names = "--no-register-schemas",
            negatable = true,
            order = 54,
            description = "Use only schemas that the registry has; by default missing ones are registered.")
    private boolean registerSchemas = true;

    @Option(
            names = "--publish-invalid",
            order = 55,
            description =
                    "Publish also records that break a rule (a negative share, a win without a date): the stream makes"
                            + " them dead letters. Plans with errors are never published.")
    private boolean publishInvalid;

    @Mixin
    private ClusterOptions cluster;

    /** One record that waits for its turn. */
    private record Waiting(TopicSpec<?> topic, String key, byte[] value, long recordedAt) {
        /** What has no time of recording comes first: it describes what follows. */
        static final long UNKNOWN = Long.MIN_VALUE;
    }

    private final List<RejectedRecord> rejected = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    @Override
    public Integer call() {
        Output output = output();
        if (!files.given()) {
            throw CommandException.badInput("no input; expected files or folders to publish.");
        }
        Publishing.requireTopics(cluster, inputTopics());
        try (EventPublisher publisher = Publishing.open(cluster, registerSchemas)) {
            InputSummary summary = read(output, publisher);
            Problems.print(output, rejected, verbose());
            summary.notes().forEach(note -> output.message("note: " + note));
            publish(output, publisher);
        }
        return rejected.isEmpty() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }

    private static Set<TopicSpec<?>> inputTopics() {
        Set<TopicSpec<?>> topics = new LinkedHashSet<>(Topics.all());
        topics.removeAll(Topics.of(TopicSpec.Role.OUTPUT));
        return topics;
    }

    private InputSummary read(Output output, EventPublisher publisher) {
        try (Progress progress = Progress.start(output, READING, 0)) {
            return FileInput.read(
                    files.with(plans),
                    files.mappings(),
                    FileOptions.reading(zone),
                    record -> {
                        progress.add(1);
                        take(record, publisher);
                    },
                    problem -> rejected.add(FileLoader.rejected(problem)));
        }
    }

    private void take(InputRecord record, EventPublisher publisher) {
        List<RejectedRecord> problems = RecordChecks.of(record);
        rejected.addAll(problems);
        boolean plan = record.topic().equals(Topics.PLANS);
        if (problems.isEmpty() || (publishInvalid && !plan)) {
            long recordedAt = record.recordedAt() == null
                    ? Waiting.UNKNOWN
                    : record.recordedAt().toEpochMilli();
            // Bytes instead of objects: a year of calls has to fit on the heap until it is sorted.
            byte[] value = publisher.bytes(record.topic(), record.value());
            waiting.add(new Waiting(record.topic(), record.key(), value, recordedAt));
        }
    }

    private void publish(Output output, EventPublisher publisher) {
        waiting.sort(Comparator.comparingLong(Waiting::recordedAt));
        long first = waiting.stream()
                .mapToLong(Waiting::recordedAt)
                .filter(time -> time != Waiting.UNKNOWN)
                .findFirst()
                .orElse(System.currentTimeMillis());
        Map<String, Long> counts = new TreeMap<>();
        try (Progress progress = Progress.start(output, "publishing", waiting.size())) {
            for (Waiting each : waiting) {
                long recordedAt = each.recordedAt() == Waiting.UNKNOWN ? first : each.recordedAt();
                publisher.send(each.topic(), each.key(), each.value(), recordedAt);
                counts.merge(each.topic().name(), 1L, Long::sum);
                progress.add(1);
            }
            publisher.flush();
            report(output, counts, progress);
        } catch (IllegalStateException e) {
            throw CommandException.failure(e.getMessage(), e);
        }
    }

    private void report(Output output, Map<String, Long> counts, Progress progress) {
        Table table = Table.of("published", null)
                .column("topic", output.text("Топик", "Topic"))
                .number("records", output.text("Записей", "Records"));
        counts.forEach(table::row);
        if (!table.isEmpty()) {
            table.print(output);
        }
        output.line(output.text("Опубликовано записей: ", "Published records: ")
                + output.numbers().whole(waiting.size())
                + output.text(", за ", ", in ")
                + NumberText.duration(progress.elapsed())
                + output.text("; отклонено: ", "; rejected: ")
                + output.numbers()
                        .whole(rejected.stream()
                                .map(RejectedRecord::place)
                                .distinct()
                                .count()));
    }
}
