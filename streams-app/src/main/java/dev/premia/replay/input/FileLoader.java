package dev.premia.replay.input;

import dev.premia.connectors.file.FileInput;
import dev.premia.connectors.file.InputProblem;
import dev.premia.connectors.file.InputRecord;
import dev.premia.connectors.file.InputSummary;
import java.nio.file.Path;
import java.util.List;

/** Loads event files, reference data and plans from files and folders. */
public final class FileLoader {
    private final InputFold fold = new InputFold();
    private final LoadedInput.Listener listener;

    private FileLoader(LoadedInput.Listener listener) {
        this.listener = listener;
    }

    /**
     * Loads all files; what cannot be used is among the rejected records of the result.
     *
     * @param inputs files and folders
     * @param mappings mapping files of CSV files, beside those among the inputs
     */
    public static LoadedInput load(
            List<Path> inputs, List<Path> mappings, FileInput.Options options, LoadedInput.Listener listener) {
        FileLoader loader = new FileLoader(listener);
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
        fold.count(record.topic().name());
        fold.record(record.value(), record.file().toString(), () -> RecordChecks.place(record));
    }
}
