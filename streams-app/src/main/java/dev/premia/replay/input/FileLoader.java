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

/** Loads event files, reference data and plans from files and folders. */
public final class FileLoader {
    private final InputFold fold = new InputFold(position -> true);
    private final LoadedInput.Listener listener;

    private final Instant end;

    private FileLoader(LoadedInput.Listener listener, Instant end) {
        this.listener = listener;
        this.end = end;
    }

    /**
     * Loads all files; what cannot be used is among the rejected records of the result.
     *
     * @param inputs files and folders
     * @param mappings mapping files of CSV files, beside those among the inputs
     */
    public static LoadedInput load(
            List<Path> inputs, List<Path> mappings, FileInput.Options options, LoadedInput.Listener listener) {
        return load(inputs, mappings, options, new FileLoader(listener, Instant.MAX));
    }

    /**
     * The same without the facts that were recorded at an instant or later; plans and decisions count whenever they were.
     *
     * @param end a fact that tells no such instant counts
     */
    public static LoadedInput loadBefore(
            List<Path> inputs,
            List<Path> mappings,
            FileInput.Options options,
            Instant end,
            LoadedInput.Listener listener) {
        return load(inputs, mappings, options, new FileLoader(listener, end));
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
        boolean decides = record.value() instanceof Plan || record.value() instanceof Control;
        if (!decides && record.recordedAt() != null && !record.recordedAt().isBefore(end)) {
            return;
        }
        fold.count(record.topic().name());
        fold.record(record.value(), record.file().toString(), () -> RecordChecks.place(record), position(record));
    }

    private static SourcePosition position(InputRecord record) {
        Instant recordedAt = record.recordedAt() == null ? Instant.MIN : record.recordedAt();
        return SourcePosition.inFile(record.topic().name(), recordedAt);
    }
}
