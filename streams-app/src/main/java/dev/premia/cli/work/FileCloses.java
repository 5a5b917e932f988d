package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.codec.avro.CloseCodec;
import dev.premia.connectors.file.JsonLineWriter;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.OffsetVector;
import dev.premia.replay.close.ClosedPeriod;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Closes among files. They have no offsets: the cutoff alone says what counts. */
final class FileCloses implements CloseTarget {
    private final ClosedPeriods closed;
    private final Path file;

    FileCloses(SourceOptions input, Path file, Output output) {
        this.closed = input.load(output, false).facts().decisions().closed();
        this.file = file;
    }

    @Override
    public ClosedPeriods closed() {
        return closed;
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
        decisions.addAll(frozen.decisions(close));
        JsonLineWriter lines = new JsonLineWriter();
        StringBuilder text = new StringBuilder();
        decisions.forEach(each -> text.append(
                        lines.write(CloseCodec.toAvro(each), close.heading().at()))
                .append('\n'));
        try {
            if (endsInsideALine()) {
                text.insert(0, '\n');
            }
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw CommandException.failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Whether a run was cut short while it wrote a line, which then does not count. */
    private boolean endsInsideALine() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
