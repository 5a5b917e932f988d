package dev.premia.connectors.file;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Reports the problems of one line and remembers whether there were any. */
final class LineProblems {

    private final Path file;
    private final long line;
    private final Consumer<InputProblem> sink;
    private int count;

    LineProblems(Path file, long line, Consumer<InputProblem> sink) {
        this.file = file;
        this.line = line;
        this.sink = sink;
    }

    void add(Place place, String field, ProblemCode code, String found, String expected, String hint) {
        count++;
        sink.accept(
                new InputProblem(file, line, place.column(), place.columnName(), field, code, found, expected, hint));
    }

    void add(SourceValue value, String field, ProblemCode code, String expected, String hint) {
        add(value.place(), field, code, value.shown(), expected, hint);
    }

    int count() {
        return count;
    }
}
