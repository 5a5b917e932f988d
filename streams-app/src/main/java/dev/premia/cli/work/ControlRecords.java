package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.operations.EventPublisher;
import dev.premia.connectors.file.JsonLineWriter;
import dev.premia.schemas.Control;
import dev.premia.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** Writes control records in their order: to the control topic, or to the end of a file as JSON lines. */
final class ControlRecords {
    private ControlRecords() {}

    /**
     * Appends records to a file, which is made if it does not exist.
     *
     * @param recordedAt when they are recorded
     */
    static void append(Path file, List<Control> records, Instant recordedAt) {
        JsonLineWriter lines = new JsonLineWriter();
        StringBuilder text = new StringBuilder();
        records.forEach(record -> text.append(lines.write(record, recordedAt)).append('\n'));
        try {
            if (endsInsideALine(file)) {
                text.insert(0, '\n');
            }
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw CommandException.failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Whether a run was cut short while it wrote a line, which then does not count. */
    private static boolean endsInsideALine(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    /**
     * Publishes records and returns when they are in the log.
     *
     * @param registerSchemas whether contracts that the registry does not know are registered
     */
    static void publish(ClusterOptions cluster, boolean registerSchemas, List<Control> records, Instant recordedAt) {
        try (EventPublisher publisher = Publishing.open(cluster, registerSchemas)) {
            records.forEach(record -> publisher.send(Topics.CONTROL, record.getId(), record, recordedAt));
            publisher.flush();
        } catch (IllegalStateException e) {
            throw CommandException.failure(e.getMessage(), e);
        }
    }
}
