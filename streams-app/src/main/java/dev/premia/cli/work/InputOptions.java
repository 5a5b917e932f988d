package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.cli.Progress;
import dev.premia.codec.avro.RegistryUnavailableException;
import dev.premia.domain.money.Currencies;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.TopicLoader;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is read, and the settings by which it is computed. */
final class InputOptions {
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

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            order = 22,
            description = "As-of day, YYYY-MM-DD: windows that began by then are evaluated even without facts.")
    private LocalDate asOf;

    @Mixin
    private ClusterOptions cluster;

    ClusterOptions cluster() {
        return cluster;
    }

    boolean readsTopics() {
        return cluster.given();
    }

    /** Reads everything; a plan that cannot be used ends the command, other problems are printed. */
    LoadedInput load(Output output, boolean verbose) {
        check();
        LoadedInput loaded = readsTopics() ? fromTopics(output, TopicLoader::load) : fromFiles(output);
        Problems.print(output, loaded, verbose);
        return loaded;
    }

    /**
     * Reads the topics up to given ends.
     *
     * @param ends for every partition the first offset that does not count
     */
    LoadedInput load(Output output, boolean verbose, Map<TopicPartition, Long> ends) {
        check();
        LoadedInput loaded =
                fromTopics(output, (client, registry, listener) -> TopicLoader.load(client, registry, ends, listener));
        Problems.print(output, loaded, verbose);
        return loaded;
    }

    private void check() {
        if (cluster.touched() && files.touched()) {
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

    private LoadedInput fromFiles(Output output) {
        try (Progress progress = Progress.start(output, "reading", 0)) {
            return FileLoader.load(
                    files.all(), files.mappings(), FileOptions.reading(zone), new LoadProgress(progress));
        }
    }

    /** How topics are loaded. */
    private interface TopicLoading {
        LoadedInput load(Map<String, Object> client, SchemaRegistryClient registry, LoadedInput.Listener listener);
    }

    private LoadedInput fromTopics(Output output, TopicLoading loading) {
        cluster.requireAnswer();
        try (SchemaRegistryClient registry = cluster.registry();
                Progress progress = Progress.start(output, "reading topics", 0)) {
            return loading.load(cluster.client(), registry, new LoadProgress(progress));
        } catch (RegistryUnavailableException e) {
            throw CommandException.failure(e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failure("schema registry: " + e.getMessage(), e);
        }
    }

    /** Zone and currency: as given, else what the input suggests. */
    Settings settings(LoadedInput loaded) {
        return loaded.settings(zone, currency);
    }

    /** The as-of day: the one that was given, else the latest that the control records name; null without one. */
    LocalDate asOf(LoadedInput loaded) {
        return asOf == null ? loaded.asOf() : asOf;
    }

    /**
     * Computes the same input without the facts that were recorded at an instant or later.
     *
     * @param all the whole input, by whose settings it is computed
     */
    BatchResult computeBefore(Instant end, LoadedInput all, Output output) {
        LoadedInput early = readsTopics()
                ? fromTopics(
                        output, (client, registry, listener) -> TopicLoader.loadBefore(client, registry, end, listener))
                : FileLoader.loadBefore(
                        files.all(), files.mappings(), FileOptions.reading(zone), end, LoadedInput.Listener.NONE);
        return early.compute(settings(all), asOf(all));
    }

    BatchResult compute(LoadedInput loaded) {
        return loaded.compute(settings(loaded), asOf);
    }
}
