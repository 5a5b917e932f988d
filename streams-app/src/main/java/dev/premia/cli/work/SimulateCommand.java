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
import dev.premia.cli.operations.PlanShelf;
import dev.premia.schemas.Plan;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Invents a sales department and writes its events to files or topics. */
@Command(
        name = "simulate",
        description =
                "Invents a B2B sales department: people, leads, deals, payments, calls, with all that goes wrong.",
        footer = {
            "  premia simulate --output october --from 2026-10-01 --months 1",
            "  premia simulate --output million --events 1000000 --seed 7",
            "  premia simulate --events 100000 --bootstrap-server localhost:9092 --schema-registry http://localhost:8081",
        })
public final class SimulateCommand extends PremiaCommand {
    private static final SimulationOptions DEFAULTS = SimulationOptions.defaults();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            order = 0,
            description = "Folder for one .jsonl file per type and the example plans.")
    private Path folder;

    @Option(names = "--seed", paramLabel = "N", order = 1, description = "Where all chance comes from. Default: 1.")
    private long seed = DEFAULTS.seed();

    @Option(names = "--from", paramLabel = "DAY", order = 2, description = "First day. Default: 2026-01-01.")
    private LocalDate from = DEFAULTS.from();

    @Option(names = "--months", paramLabel = "N", order = 3, description = "Length of the period. Default: 3.")
    private int months = DEFAULTS.months();

    @Option(
            names = "--events",
            paramLabel = "N",
            order = 4,
            description = "Number of records, reached exactly. Default: as many as the period brings.")
    private long events = DEFAULTS.events();

    @Option(
            names = "--managers",
            paramLabel = "N",
            order = 5,
            description = "Head count. Default: 24, or what the number of events needs.")
    private int managers = DEFAULTS.managers();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            order = 6,
            description = "Zone of the working hours. Default: Europe/Moscow.")
    private ZoneId zone = DEFAULTS.zone();

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            order = 7,
            description = "department (everything, the default), calls_only or deals_only.")
    private SimulationOptions.Profile profile = DEFAULTS.profile();

    @ArgGroup(exclusive = false, heading = "%nRates, as fractions from 0 to 1:%n", order = 70)
    private Rates rates = new Rates();

    @Mixin
    private ClusterOptions cluster;

    /** How much of what goes wrong. */
    static final class Rates {
        @Option(names = "--call-share", paramLabel = "X", description = "Calls among all records. Default: 0.5.")
        private double calls = DEFAULTS.callShare();

        @Option(names = "--duplicates", paramLabel = "X", description = "Records that are sent twice. Default: 0.02.")
        private double duplicates = DEFAULTS.duplicateRate();

        @Option(
                names = "--disorder",
                paramLabel = "X",
                description = "Revisions that arrive after a newer one. Default: 0.01.")
        private double disorder = DEFAULTS.disorderRate();

        @Option(names = "--late", paramLabel = "X", description = "Records that arrive days late. Default: 0.005.")
        private double late = DEFAULTS.lateRate();

        @Option(names = "--invalid", paramLabel = "X", description = "Additional, invalid records. Default: 0.")
        private double invalid = DEFAULTS.invalidRate();
    }

    @Override
    public Integer call() throws IOException {
        if ((folder == null) == !cluster.touched()) {
            throw CommandException.badInput(
                    "expected either --output DIR or --bootstrap-server and --schema-registry.");
        }
        SimulationOptions options = options();
        Output output = output();
        Map<String, Long> counts = new TreeMap<>();
        try (Progress progress = Progress.start(output, "simulating", events)) {
            Iterator<SimulatedRecord> records = Simulator.simulate(options);
            if (folder != null) {
                toFiles(records, progress, counts);
            } else {
                toTopics(records, progress, counts);
            }
            report(output, counts, progress);
        }
        return ExitCodes.DONE;
    }

    private SimulationOptions options() {
        try {
            return DEFAULTS.withSeed(seed)
                    .withProfile(profile)
                    .withEvents(events)
                    .withManagers(managers)
                    .withPeriod(from, months)
                    .withZone(zone)
                    .withCallShare(rates.calls)
                    .withNoise(rates.duplicates, rates.disorder, rates.late)
                    .withInvalidRate(rates.invalid);
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    private List<Plan> plans() {
        return PlanShelf.examples(from, from.atStartOfDay(zone).toInstant());
    }

    private void toFiles(Iterator<SimulatedRecord> records, Progress progress, Map<String, Long> counts)
            throws IOException {
        try (RecordFiles files = RecordFiles.in(folder)) {
            for (Plan plan : plans()) {
                files.plan(plan);
                counts.merge(Topics.PLANS.name(), 1L, Long::sum);
            }
            while (records.hasNext()) {
                SimulatedRecord record = records.next();
                files.write(record);
                counts.merge(record.topic().name(), 1L, Long::sum);
                progress.add(1);
            }
        }
    }

    private void toTopics(Iterator<SimulatedRecord> records, Progress progress, Map<String, Long> counts) {
        List<TopicSpec<?>> inputs = Topics.all().stream()
                .filter(topic -> topic.role() != TopicSpec.Role.OUTPUT)
                .toList();
        Publishing.requireTopics(cluster, inputs);
        Instant start = from.atStartOfDay(zone).toInstant();
        try (EventPublisher publisher = Publishing.open(cluster, true)) {
            for (Plan plan : plans()) {
                publisher.send(Topics.PLANS, plan.getPlan(), plan, start);
                counts.merge(Topics.PLANS.name(), 1L, Long::sum);
            }
            while (records.hasNext()) {
                SimulatedRecord record = records.next();
                publisher.send(record.topic(), record.key(), record.value(), record.recordedAt());
                counts.merge(record.topic().name(), 1L, Long::sum);
                progress.add(1);
            }
            publisher.flush();
        } catch (IllegalStateException e) {
            throw CommandException.failure(e.getMessage(), e);
        }
    }

    private void report(Output output, Map<String, Long> counts, Progress progress) {
        Table table = Table.of("simulated", null)
                .column("topic", output.text("Что", "What"))
                .number("records", output.text("Записей", "Records"));
        counts.forEach((topic, count) -> table.row(topic.substring(topic.indexOf('.') + 1), count));
        table.print(output);
        String target = folder != null
                ? folder.toString()
                : cluster.client().get("bootstrap.servers").toString();
        output.line(output.text("Записей: ", "Records: ") + output.numbers().whole(progress.done())
                + output.text(", за ", ", in ") + NumberText.duration(progress.elapsed()) + ", "
                + output.numbers().whole(progress.rate()) + "/s: " + target);
        if (folder != null) {
            output.line(String.format(
                    Locale.ROOT,
                    "%s premia calc %s --period %s",
                    output.text("Посчитать:", "Compute it:"),
                    folder,
                    from.toString().substring(0, 7)));
        }
    }
}
