package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.codec.avro.CloseCodec;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.OffsetVector;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.LoadedInput;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Closes among files. They have no offsets: the cutoff alone says what counts. */
final class FileCloses implements CloseTarget {
    private final SourceOptions input;
    private final Decisions recorded;
    private final Path file;

    FileCloses(SourceOptions input, Path file, Output output) {
        this.input = input;
        this.recorded = input.load(output, false).facts().decisions();
        this.file = file;
    }

    @Override
    public ClosedPeriods closed() {
        return recorded.closed();
    }

    @Override
    public OffsetVector vector(Instant cutoff) {
        return OffsetVector.NONE;
    }

    @Override
    public long endFor(Decision.Close close) {
        return Long.MAX_VALUE;
    }

    @Override
    public void write(Decision.Close close, boolean begun, ClosedPeriod frozen) {
        List<Decision> decisions = new ArrayList<>();
        if (!begun) {
            decisions.add(close);
        }
        decisions.addAll(frozen.decisions(close, recorded));
        ControlRecords.append(
                file,
                decisions.stream().map(CloseCodec::toAvro).toList(),
                close.heading().at());
        requireCompleted(close);
    }

    /** Files of a folder are read by their names: what was appended counts only after what it builds on. */
    private void requireCompleted(Decision.Close close) {
        ClosedPeriods now = reread().closed();
        Decision.Close ruling = now.closes().get(close.period());
        boolean completed = ruling != null
                && ruling.content().equals(close.content())
                && now.completed().keySet().containsAll(closed().completed().keySet())
                && now.completed().containsKey(close.period());
        if (!completed) {
            throw CommandException.badInput("the close of " + close.period() + " does not count: what was appended to "
                    + file + " conflicts with other records of closes (" + Decisions.CONFLICT_CODE
                    + "), as when it is read before the file with what it builds on, or that file is not among the"
                    + " inputs. Files of a folder are read in the order of their names: rename " + file.getFileName()
                    + " so that it sorts after the files of earlier closes; or take out what this run appended to it,"
                    + " and repeat the command with --output naming the file in which the close was begun.");
        }
    }

    /** The decisions as the next command reads them, without the facts. */
    private Decisions reread() {
        return input.fromFiles((inputs, mappings, options) -> {
                    List<Path> all = new ArrayList<>(inputs);
                    all.add(file);
                    Bound bound = input.counting(Bound.NONE);
                    return FileLoader.loadBefore(all, mappings, options, Instant.MIN, bound, LoadedInput.Listener.NONE);
                })
                .facts()
                .decisions();
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
