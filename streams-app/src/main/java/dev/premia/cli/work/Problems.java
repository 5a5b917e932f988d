package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.RejectedRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints what was wrong with an input: the first problems one by one, the rest as numbers. */
final class Problems {
    private static final int SHOWN = 20;

    private Problems() {}

    /** Prints problems and notes to the side of the results. */
    static void print(Output output, LoadedInput input, boolean all) {
        print(output, input.rejected(), all);
        input.notes().forEach(note -> output.message("note: " + note));
    }

    static void print(Output output, List<RejectedRecord> rejected, boolean all) {
        int shown = all ? rejected.size() : Math.min(SHOWN, rejected.size());
        rejected.subList(0, shown).forEach(problem -> output.message("error: " + problem.message()));
        List<RejectedRecord> rest = rejected.subList(shown, rejected.size());
        if (rest.isEmpty()) {
            return;
        }
        Map<String, Long> codes = new TreeMap<>();
        rest.forEach(problem -> codes.merge(problem.code(), 1L, Long::sum));
        StringBuilder line = new StringBuilder("error: and ")
                .append(output.numbers().whole(rest.size()))
                .append(" more problems (");
        codes.forEach((code, count) -> line.append(code)
                .append(": ")
                .append(output.numbers().whole(count))
                .append(", "));
        line.setLength(line.length() - 2);
        output.message(line.append("); --verbose lists them all").toString());
    }
}
