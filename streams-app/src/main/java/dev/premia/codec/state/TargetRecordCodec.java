package dev.premia.codec.state;

import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.LocalDate;
import java.util.List;

/** The stored form of a target. */
public final class TargetRecordCodec {
    private static final int FLAGS = 5;
    private static final EnumNumbers<WindowKind> WINDOW_KINDS = new EnumNumbers<>(
            WindowKind.class,
            List.of(WindowKind.DAY, WindowKind.WEEK, WindowKind.MONTH, WindowKind.QUARTER, WindowKind.YEAR));

    public static final StateFormat<TargetRecord> FORMAT =
            StateFormat.of("target record", TargetRecordCodec::write, TargetRecordCodec::read);

    private TargetRecordCodec() {}

    public static byte[] encode(TargetRecord target) {
        return FORMAT.encode(target);
    }

    public static TargetRecord decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, TargetRecord target) {
        HeaderCodec.write(writer, target.header());
        writer.flags(FLAGS);
        SubjectCodec.TYPES.writeOptional(writer, target.subjectType());
        writer.optionalText(target.subject());
        writer.optionalText(target.kpi());
        if (writer.flag(target.window() != null)) {
            writeWindow(writer, target.window());
        }
        writer.optionalDecimal(target.value());
    }

    public static TargetRecord read(BinaryReader reader) {
        var header = HeaderCodec.read(reader);
        reader.flags(FLAGS);
        return new TargetRecord(
                header,
                SubjectCodec.TYPES.readOptional(reader),
                reader.optionalText(),
                reader.optionalText(),
                reader.flag() ? readWindow(reader) : null,
                reader.optionalDecimal());
    }

    static void writeWindow(BinaryWriter writer, Window window) {
        WINDOW_KINDS.write(writer, window.kind());
        writer.day(window.start());
    }

    static Window readWindow(BinaryReader reader) {
        WindowKind kind = WINDOW_KINDS.read(reader);
        LocalDate start = reader.day();
        if (!kind.startOf(start).equals(start)) {
            throw new StateFormatException(
                    "State: found a " + kind.label() + " from " + start + ", which is not its first day.");
        }
        return new Window(kind, start);
    }
}
