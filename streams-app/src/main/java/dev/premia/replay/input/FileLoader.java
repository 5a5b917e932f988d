package dev.premia.replay.input;

import dev.premia.connectors.file.FileInput;
import dev.premia.connectors.file.InputProblem;
import dev.premia.connectors.file.InputRecord;
import dev.premia.connectors.file.InputSummary;
import dev.premia.domain.control.SourcePosition;
import dev.premia.schemas.Control;
import dev.premia.schemas.Plan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Loads event files, reference data and plans from files and folders. */
public final class FileLoader {
    private final InputFold fold;
    private final LoadedInput.Listener listener;
    private final Predicate<SourcePosition> facts;
    private final Bound bound;

    /**
     * @param facts which facts count
     * @param bound which plans and decisions count
     */
    private FileLoader(LoadedInput.Listener listener, Predicate<SourcePosition> facts, Bound bound) {
        this.listener = listener;
        this.facts = facts;
        this.bound = bound;
        this.fold = new InputFold(bound);
    }

    /**
     * Loads all files; what cannot be used is among the rejected records of the result.
     *
     * @param inputs files and folders
     * @param mappings mapping files of CSV files, beside those among the inputs
     */
    public static LoadedInput load(
            List<Path> inputs, List<Path> mappings, FileInput.Options options, LoadedInput.Listener listener) {
        return load(inputs, mappings, options, new FileLoader(listener, position -> true, Bound.NONE));
    }

    /**
     * The same without the facts that were recorded at an instant or later; plans and decisions count as the bound says.
     *
     * @param end a fact that tells no such instant counts
     */
    public static LoadedInput loadBefore(
            List<Path> inputs,
            List<Path> mappings,
            FileInput.Options options,
            Instant end,
            Bound bound,
            LoadedInput.Listener listener) {
        return load(
                inputs,
                mappings,
                options,
                new FileLoader(listener, position -> position.recordedAt().isBefore(end), bound));
    }

    /** The same within a bound and in no more detail than is asked for. */
    public static LoadedInput loadBelow(
            List<Path> inputs,
            List<Path> mappings,
            FileInput.Options options,
            Bound bound,
            Detail detail,
            LoadedInput.Listener listener) {
        FileLoader loader = new FileLoader(listener, bound::includes, bound);
        // Calls may come before the plans that look at their customers, so those are kept.
        loader.fold.facts().measure(detail.everything());
        return load(inputs, mappings, options, loader);
    }

    private static LoadedInput load(
            List<Path> inputs, List<Path> mappings, FileInput.Options options, FileLoader loader) {
        InputSummary summary = FileInput.read(inputs, mappings, options, loader::record, loader::problem);
        summary.notes().forEach(loader.fold::note);
        return loader.fold.finish();
    }

    private void problem(InputProblem problem) {
        fold.reject(rejected(problem));
    }

    /** A problem of a file in the form of the other problems. */
    public static RejectedRecord rejected(InputProblem problem) {
        String place = problem.line() == 0 ? problem.file().toString() : problem.file() + ":" + problem.line();
        return new RejectedRecord(place, problem.field(), problem.code().code(), problem.message());
    }

    private void record(InputRecord record) {
        listener.read(1, 0);
        SourcePosition position = position(record);
        boolean counts = record.value() instanceof Plan ? bound.includes(position) : facts.test(position);
        if (!counts && !(record.value() instanceof Control)) {
            return;
        }
        fold.count(record.topic().name());
        if (record.value() instanceof Plan plan) {
            fold.planOfFile(plan, record.file().toString(), position);
            return;
        }
        fold.record(record.value(), record.file().toString(), () -> RecordChecks.place(record), position);
    }

    private static SourcePosition position(InputRecord record) {
        Instant recordedAt = record.recordedAt() == null ? Instant.MIN : record.recordedAt();
        return SourcePosition.inFile(record.topic().name(), recordedAt);
    }
}
