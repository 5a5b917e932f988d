package dev.premia.connectors.file;

import dev.premia.connectors.file.PhysicalLines.Damage;
import dev.premia.connectors.file.PhysicalLines.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A file in the canonical form. Empty lines are nothing; a line of an output topic is a problem. */
final class JsonLinesSource implements InputSource {

    private final Path file;
    private final JsonLineReader reader;
    private final PhysicalLines lines;
    private boolean anything;
    private Line last;

    JsonLinesSource(Path file, JsonLineReader reader) throws IOException {
        this.file = file;
        this.reader = reader;
        this.lines = new PhysicalLines(Files.newInputStream(file), StandardCharsets.UTF_8);
    }

    @Override
    public boolean readNext(Consumer<InputRecord> records, Consumer<InputProblem> problems) throws IOException {
        Line line = lines.next();
        if (line == null) {
            return false;
        }
        last = line;
        if (line.damage() != null) {
            anything = true;
            Damage damage = line.damage();
            new LineProblems(file, line.number(), problems)
                    .add(Place.LINE, null, damage.code(), damage.found(), damage.expected(), damage.hint());
        } else if (!line.text().isBlank()) {
            anything = true;
            Optional<InputRecord> record = reader.read(line.text(), file, line.number(), problems);
            record.ifPresent(found -> handOn(found, records, problems));
        }
        return true;
    }

    private void handOn(InputRecord found, Consumer<InputRecord> records, Consumer<InputProblem> problems) {
        RecordType type = RecordType.of(found.value());
        if (type.isInput()) {
            records.accept(found);
        } else {
            String expected = Shown.oneOf(RecordType.inputNames());
            String hint = "Premia computes these records itself";
            new LineProblems(file, found.line(), problems)
                    .add(Place.LINE, "type", ProblemCode.UNKNOWN_TYPE, Shown.quoted(type.name()), expected, hint);
        }
    }

    @Override
    public byte[] lastBytes() {
        return last.text() == null ? last.raw() : last.text().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String note() {
        return anything ? null : file + ": empty, 0 records";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
