package dev.premia.connectors.file;

import dev.premia.connectors.file.SourceValue.Fields;
import dev.premia.connectors.file.SourceValue.Scalar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Reads the canonical form: one JSON object per line, its fields those of the contract that {@code type} names. */
public final class JsonLineReader {

    static final String TYPE = "type";
    static final String RECORDED_AT = "recorded_at";

    private final String source;
    private final ZoneId zone;

    /**
     * @param source source of records that name none; it qualifies their ids
     * @param zone where the day begins on which something happened that has a date alone
     */
    public JsonLineReader(String source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    /**
     * The record of a line, of an input or an output topic; empty after at least one problem.
     *
     * @param file named in problems
     * @param lineNumber from 1
     */
    public Optional<InputRecord> read(String line, Path file, long lineNumber, Consumer<InputProblem> problems) {
        LineProblems lineProblems = new LineProblems(file, lineNumber, problems);
        Fields fields = JsonText.object(line, lineProblems);
        RecordType type = fields == null ? null : typeOf(fields, lineProblems);
        return type == null
                ? Optional.empty()
                : Optional.ofNullable(record(type, fields, source, zone, file, lineNumber, lineProblems));
    }

    /** The record of values that a line or a row gave, or null after a problem. */
    static InputRecord record(
            RecordType type, Fields fields, String source, ZoneId zone, Path file, long line, LineProblems problems) {
        boolean ownTime = type.shape().has(RECORDED_AT);
        Set<String> reserved = ownTime ? Set.of(TYPE) : Set.of(TYPE, RECORDED_AT);
        SpecificRecord value = new RecordBuilder(problems).build(type.shape(), fields, reserved, source);
        Instant given = ownTime && value != null
                ? (Instant) type.shape().valueOf(value, RECORDED_AT)
                : givenTime(fields, problems);
        if (value == null || problems.count() > 0) {
            return null;
        }
        Instant recordedAt = given == null ? type.defaultRecordedAt(value, zone) : given;
        return new InputRecord(type.topic(), type.isInput() ? type.key(value) : null, value, recordedAt, file, line);
    }

    private static Instant givenTime(Fields fields, LineProblems problems) {
        SourceValue value = fields.fields().get(RECORDED_AT);
        if (value == null || value.absent()) {
            return null;
        }
        ValueShape shape = new ValueShape.Timestamp();
        if (value instanceof Scalar scalar) {
            return (Instant) new ScalarReader(problems).read(shape, scalar, RECORDED_AT);
        }
        problems.add(value, RECORDED_AT, ProblemCode.WRONG_TYPE, ScalarReader.expected(shape), null);
        return null;
    }

    private static RecordType typeOf(Fields fields, LineProblems problems) {
        SourceValue value = fields.fields().get(TYPE);
        RecordType known = value instanceof Scalar text && !value.absent() ? RecordType.named(text.text()) : null;
        if (known != null) {
            return known;
        }
        String expected = Shown.oneOf(RecordType.inputNames());
        if (value == null || value.absent()) {
            problems.add(fields.place(), TYPE, ProblemCode.MISSING_TYPE, "no field 'type'", expected, null);
            return null;
        }
        String hint = value instanceof Scalar scalar ? NearestName.hint(scalar.text(), RecordType.inputNames()) : null;
        problems.add(value, TYPE, ProblemCode.UNKNOWN_TYPE, expected, hint);
        return null;
    }
}
