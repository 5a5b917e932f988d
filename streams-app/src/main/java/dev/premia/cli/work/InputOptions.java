package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.replay.BatchResult;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is read, with plans beside it, the settings by which it is computed, and the as-of day. */
final class InputOptions extends SourceOptions {
    @Option(
            names = "--plan",
            paramLabel = "FILE",
            order = 2,
            description = "A plan file, beside those among the inputs.")
    private List<Path> plans = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            order = 22,
            description = "As-of day, YYYY-MM-DD: windows that began by then are evaluated even without facts.")
    private LocalDate asOf;

    @Override
    List<Path> plans() {
        return plans;
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
                ? fromTopics(output, Reading.before(end))
                : fromFiles((inputs, mappings, options) -> FileLoader.loadBefore(
                        inputs, mappings, options, end, counting(Bound.NONE), LoadedInput.Listener.NONE));
        return early.compute(settings(all), asOf(all));
    }

    BatchResult compute(LoadedInput loaded) {
        return loaded.compute(settings(loaded), asOf);
    }
}
