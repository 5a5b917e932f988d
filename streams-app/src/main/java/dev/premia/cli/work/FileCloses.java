package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.codec.avro.CloseCodec;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.OffsetVector;
import dev.premia.replay.close.ClosedPeriod;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Closes among files. They have no offsets: the cutoff alone says what counts. */
final class FileCloses implements CloseTarget {
    private final Decisions recorded;
    private final Path file;

    FileCloses(SourceOptions input, Path file, Output output) {
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
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
