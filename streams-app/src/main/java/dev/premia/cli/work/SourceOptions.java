package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.cli.Progress;
import dev.premia.codec.avro.RegistryUnavailableException;
import dev.premia.connectors.file.FileInput;
import dev.premia.domain.control.Decision;
import dev.premia.domain.money.Currencies;
import dev.premia.replay.Settings;
import dev.premia.replay.bundle.Bundle;
import dev.premia.replay.bundle.Manifest;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.Detail;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.Reading;
import dev.premia.replay.input.RecordScan;
import dev.premia.replay.input.TopicLoader;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is read, from files or from topics, and the settings by which it is computed. */
class SourceOptions {
    @Mixin
    private FileOptions files;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            order = 20,
            description = "Time zone of windows where no plan says it, and of dates without one in files. Default: the"
                    + " plans' zone, else Europe/Moscow.")
    private ZoneId zone;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            order = 21,
            description = "Currency of money KPIs. Default: the plans', else the one of most deals.")
    private String currency;

    @Mixin
    private ClusterOptions cluster;

    /** Plan files that are read beside the inputs. */
    List<Path> plans() {
        return List.of();
    }

    ClusterOptions cluster() {
        return cluster;
    }

    boolean readsTopics() {
        return cluster.given();
    }

    /** Reads everything; a plan that cannot be used ends the command, other problems are printed. */
    LoadedInput load(Output output, boolean verbose) {
        return load(output, verbose, Detail.ALL);
    }

    /** The same in no more detail than is asked for. */
    LoadedInput load(Output output, boolean verbose, Detail detail) {
        return load(output, verbose, Reading.EVERYTHING.keeping(detail));
    }

    /** Reads files, or of the topics a part. */
    LoadedInput load(Output output, boolean verbose, Reading reading) {
        check();
        LoadedInput loaded = readsTopics() ? fromTopics(output, reading) : fromFiles(reading, output);
        Problems.print(output, loaded, verbose);
        return loaded;
    }

    private void check() {
        if (cluster.touched() && (files.touched() || !plans().isEmpty())) {
            throw CommandException.badInput("both files and a cluster are given; expected one of them.");
        }
        if (!cluster.touched() && !files.given()) {
            throw CommandException.badInput(
                    "no input; expected files or folders, or --bootstrap-server and --schema-registry.");
        }
        if (currency != null) {
            checkCurrency();
        }
    }

    private void checkCurrency() {
        try {
            Currencies.minorDigits(currency);
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(
                    "--currency: found '" + currency + "', expected an ISO 4217 code such as RUB.", e);
        }
    }

    private LoadedInput fromFiles(Reading reading, Output output) {
        try (Progress progress = Progress.start(output, "reading", 0)) {
            return FileLoader.loadBelow(
                    files.with(plans()),
                    files.mappings(),
                    FileOptions.reading(zone),
                    counting(reading.bound()),
                    reading.detail(),
                    new LoadProgress(progress));
        }
    }

    final LoadedInput fromTopics(Output output, Reading reading) {
        cluster.requireAnswer();
        try (SchemaRegistryClient registry = cluster.registry();
                Progress progress = Progress.start(output, "reading topics", 0)) {
            return TopicLoader.load(cluster.client(), registry, reading, new LoadProgress(progress));
        } catch (RegistryUnavailableException e) {
            throw CommandException.failure(e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failure("schema registry: " + e.getMessage(), e);
        }
    }

    /** How much of the input counts: it holds the results of one manager alone where a bundle is read. */
    final Bound counting(Bound bound) {
        return files.counting(bound);
    }

    /** Zone and currency: as given, else what the input suggests. */
    Settings settings(LoadedInput loaded) {
        Bundle bundle = files.bundle();
        return loaded.settings(
                zone == null && bundle != null ? bundle.manifest().zone() : zone,
                currency == null && bundle != null ? bundle.manifest().currency() : currency);
    }

    /** What the bundle that is read is about; null where none is. */
    Manifest bundle() {
        return files.bundle() == null ? null : files.bundle().manifest();
    }

    /**
     * Reads the records that count one by one, in a pass of its own.
     *
     * @param close what bounds them, null for everything
     * @param bound made of the close
     * @param controlEnd where the control topic ends for it; of no concern with files
     */
    void scan(Decision.Close close, Bound bound, long controlEnd, Output output, RecordScan.Sink sink) {
        if (!readsTopics()) {
            RecordScan.files(files.with(plans()), files.mappings(), FileOptions.reading(zone), bound, sink);
            return;
        }
        cluster.requireAnswer();
        try (SchemaRegistryClient registry = cluster.registry();
                Progress progress = Progress.start(output, "reading revisions", 0)) {
            RecordScan.topics(cluster.client(), registry, close, bound, controlEnd, new LoadProgress(progress), sink);
        } catch (RegistryUnavailableException e) {
            throw CommandException.failure(e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failure("schema registry: " + e.getMessage(), e);
        }
    }

    /** The zone in which the as-of day of a close is that of its cutoff: the one that was given, else Moscow's. */
    ZoneId zoneOfCutoff() {
        return zone == null ? ZoneId.of("Europe/Moscow") : zone;
    }

    /** The files that are read, and how. */
    final LoadedInput fromFiles(FileLoading loading) {
        return loading.load(files.with(plans()), files.mappings(), FileOptions.reading(zone));
    }

    /** How files are loaded. */
    interface FileLoading {
        LoadedInput load(List<Path> inputs, List<Path> mappings, FileInput.Options options);
    }
}
