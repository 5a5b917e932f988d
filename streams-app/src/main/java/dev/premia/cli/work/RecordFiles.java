package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.connectors.file.JsonLineWriter;
import dev.premia.schemas.Plan;
import dev.premia.schemas.TopicSpec;
import dev.premia.simulator.SimulatedRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with one file of canonical JSON lines for each topic, and plan files. */
final class RecordFiles implements AutoCloseable {
    private final Path folder;
    private final JsonLineWriter lines = new JsonLineWriter();
    private final Map<String, BufferedWriter> writers = new HashMap<>();

    private RecordFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder.
     *
     * @throws CommandException when there is something in it already
     */
    static RecordFiles in(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw CommandException.badInput("--output: " + folder + " is a file, expected a new or empty folder.");
        }
        Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw CommandException.badInput("--output: " + folder
                        + " has files, expected a new or empty folder: events of two runs must not mix.");
            }
        }
        return new RecordFiles(folder);
    }

    void write(SimulatedRecord record) throws IOException {
        BufferedWriter writer = writer(record.topic());
        writer.write(lines.write(record.value(), record.recordedAt()));
        writer.write('\n');
    }

    void plan(Plan plan) throws IOException {
        Files.writeString(folder.resolve(plan.getPlan() + ".yaml"), plan.getDocument());
    }

    private BufferedWriter writer(TopicSpec<?> topic) throws IOException {
        BufferedWriter writer = writers.get(topic.name());
        if (writer == null) {
            String name = topic.name().substring(topic.name().indexOf('.') + 1) + ".jsonl";
            writer = Files.newBufferedWriter(folder.resolve(name));
            writers.put(topic.name(), writer);
        }
        return writer;
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (BufferedWriter writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
