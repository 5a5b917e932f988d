package dev.premia.codec.state;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.SubjectType;
import java.util.List;

/** The stored form of a subject. */
public final class SubjectCodec {
    static final EnumNumbers<SubjectType> TYPES = new EnumNumbers<>(
            SubjectType.class,
            List.of(
                    SubjectType.MANAGER,
                    SubjectType.TEAM,
                    SubjectType.COMPANY,
                    SubjectType.CAMPAIGN,
                    SubjectType.PRODUCT,
                    SubjectType.SEGMENT));

    public static final StateFormat<Subject> FORMAT =
            StateFormat.of("subject", SubjectCodec::write, SubjectCodec::read);

    private SubjectCodec() {}

    public static byte[] encode(Subject subject) {
        return FORMAT.encode(subject);
    }

    public static Subject decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, Subject subject) {
        TYPES.write(writer, subject.type());
        writer.text(subject.id());
    }

    public static Subject read(BinaryReader reader) {
        SubjectType type = TYPES.read(reader);
        String id = reader.text();
        return type == SubjectType.COMPANY && id.isEmpty() ? Subject.COMPANY : new Subject(type, id);
    }
}
