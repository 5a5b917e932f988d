package dev.premia.connectors.file;

import dev.premia.connectors.file.FileInput.Prepared;
import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of {@link FileSourceConnector}, batch by batch. */
public final class FileSourceTask extends SourceTask {

    private static final Logger LOG = LoggerFactory.getLogger(FileSourceTask.class);
    private static final String LINE = "line";
    private static final String INDEX = "index";

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, AvroSerde<?>> serdes = new HashMap<>();
    private final Map<Path, Position> sent = new HashMap<>();
    private final Deque<Prepared> waiting = new ArrayDeque<>();
    private FileSourceConfig config;
    private FolderScan scan;
    private Path file;
    private InputSource source;
    private long deadLetters;

    /** The last record of a file that was sent: its line, and its number within the line, from 0. */
    private record Position(long line, long index) {

        static final Position START = new Position(0, 0);

        boolean isAfter(Position other) {
            return line > other.line || (line == other.line && index > other.index);
        }
    }

    @Override
    public void start(Map<String, String> props) {
        config = new FileSourceConfig(props);
        scan = new FolderScan(config, Clock.systemUTC());
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> batch = new ArrayList<>();
        try {
            while (batch.size() < config.getInt(FileSourceConfig.BATCH) && openNext()) {
                readInto(batch);
            }
        } catch (IOException e) {
            // What was read stays in the batch; the file is taken up again behind it when it changes.
            LOG.error("{} cannot be read to its end: {}", file, e.toString());
            source = null;
        }
        if (batch.isEmpty()) {
            boolean ending = stopped.await(config.getLong(FileSourceConfig.INTERVAL), TimeUnit.MILLISECONDS);
            LOG.trace("No records, ending: {}", ending);
            return null;
        }
        return batch;
    }

    @Override
    public void stop() {
        // Connect calls this from another thread while poll() may be reading; poll() is the one to touch the files.
        stopped.countDown();
    }

    @Override
    public String version() {
        return FileSourceConnector.versionOfTheJar();
    }

    private boolean openNext() throws IOException {
        if (stopped.getCount() == 0) {
            closeSource();
            return false;
        }
        if (source == null && waiting.isEmpty()) {
            waiting.addAll(scan.next());
        }
        while (source == null && !waiting.isEmpty()) {
            Prepared next = waiting.poll();
            file = next.path();
            source = next.opener().open(problem -> LOG.error("{}", problem.message()));
        }
        return source != null;
    }

    private void readInto(List<SourceRecord> batch) throws IOException {
        List<InputRecord> records = new ArrayList<>();
        List<InputProblem> problems = new ArrayList<>();
        if (!source.readNext(records::add, problems::add)) {
            closeSource();
            return;
        }
        long line = records.isEmpty()
                ? problems.isEmpty() ? 0 : problems.get(0).line()
                : records.get(0).line();
        long index = 0;
        for (InputRecord record : records) {
            add(batch, new Position(line, index++), record.topic(), record.key(), record.value(), record.recordedAt());
        }
        if (!problems.isEmpty()) {
            addDeadLetter(batch, new Position(line, index), problems);
        }
    }

    private void addDeadLetter(List<SourceRecord> batch, Position position, List<InputProblem> problems) {
        if (!position.isAfter(alreadySent())) {
            return;
        }
        String reason =
                String.join("\n", problems.stream().map(InputProblem::message).toList());
        if (config.failsOnProblem()) {
            throw new ConnectException(reason);
        }
        deadLetters++;
        LOG.warn("Dead letter {} of this task: {}", deadLetters, reason);
        InputProblem first = problems.get(0);
        byte[] bytes = source.lastBytes();
        DeadLetter letter = DeadLetter.newBuilder()
                .setTopic(file.toString())
                .setPartition(-1)
                .setOffset(first.line())
                .setValue(bytes == null ? null : ByteBuffer.wrap(bytes))
                .setReasonCode(first.code().code())
                .setReason(reason)
                .setField(first.field())
                .setFailedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
        add(batch, position, Topics.DEAD_LETTERS, null, letter, null);
    }

    private void add(
            List<SourceRecord> batch,
            Position position,
            TopicSpec<?> topic,
            String key,
            SpecificRecord value,
            Instant recordedAt) {
        if (!position.isAfter(alreadySent())) {
            return;
        }
        sent.put(file, position);
        batch.add(new SourceRecord(
                partition(),
                Map.of(LINE, position.line(), INDEX, position.index()),
                topic.name(),
                null,
                Schema.OPTIONAL_STRING_SCHEMA,
                key,
                Schema.BYTES_SCHEMA,
                bytes(topic, value),
                recordedAt == null ? null : recordedAt.toEpochMilli()));
    }

    private Position alreadySent() {
        return sent.computeIfAbsent(file, path -> stored());
    }

    private Position stored() {
        Map<String, Object> offset = context.offsetStorageReader().offset(partition());
        return offset == null
                ? Position.START
                : new Position(((Number) offset.get(LINE)).longValue(), ((Number) offset.get(INDEX)).longValue());
    }

    /** The file by its place in the folder, so that the folder may move. */
    private Map<String, String> partition() {
        Path name = file.equals(config.input())
                ? file.getFileName()
                : config.input().relativize(file);
        return Map.of("file", name.toString());
    }

    private <T extends SpecificRecord> byte[] bytes(TopicSpec<T> topic, SpecificRecord value) {
        AvroSerde<?> serde = serdes.computeIfAbsent(
                topic.name(),
                name -> AvroSerde.ofValues(
                        topic.valueType(),
                        Map.of(FileSourceConfig.REGISTRY, config.getString(FileSourceConfig.REGISTRY))));
        @SuppressWarnings("unchecked") // The catalogue pairs topics with the class of their records.
        AvroSerde<T> typed = (AvroSerde<T>) serde;
        return typed.serializer().serialize(topic.name(), topic.valueType().cast(value));
    }

    private void closeSource() throws IOException {
        InputSource open = source;
        source = null;
        if (open != null) {
            open.close();
        }
    }
}
