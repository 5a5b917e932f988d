package dev.premia.codec.state;

import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.ManagerRecord.Assignment;
import dev.premia.domain.event.ManagerRecord.Coefficient;

/** The stored form of a manager's record. */
public final class ManagerRecordCodec {
    private static final int FLAGS = 7;
    private static final int ASSIGNMENT_FLAGS = 4;

    public static final StateFormat<ManagerRecord> FORMAT =
            StateFormat.of("manager record", ManagerRecordCodec::write, ManagerRecordCodec::read);

    private ManagerRecordCodec() {}

    public static byte[] encode(ManagerRecord manager) {
        return FORMAT.encode(manager);
    }

    public static ManagerRecord decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, ManagerRecord manager) {
        HeaderCodec.write(writer, manager.header());
        writer.flags(FLAGS);
        writer.optionalText(manager.name());
        writer.optionalDay(manager.hiredOn());
        writer.optionalDay(manager.leftOn());
        writer.optionalText(manager.organisation());
        writer.optionalText(manager.employeeNumber());
        writer.optionalDecimal(manager.baseSalary());
        writer.optionalText(manager.currency());
        writer.each(manager.assignments(), ManagerRecordCodec::writeAssignment);
        writer.each(manager.coefficients(), ManagerRecordCodec::writeCoefficient);
    }

    public static ManagerRecord read(BinaryReader reader) {
        var header = HeaderCodec.read(reader);
        reader.flags(FLAGS);
        var name = reader.optionalText();
        var hiredOn = reader.optionalDay();
        var leftOn = reader.optionalDay();
        var organisation = reader.optionalText();
        var employeeNumber = reader.optionalText();
        var baseSalary = reader.optionalDecimal();
        var currency = reader.optionalText();
        var assignments = reader.list(ManagerRecordCodec::readAssignment);
        var coefficients = reader.list(ManagerRecordCodec::readCoefficient);
        return new ManagerRecord(
                header,
                name,
                assignments,
                hiredOn,
                leftOn,
                organisation,
                employeeNumber,
                baseSalary,
                currency,
                coefficients);
    }

    private static void writeCoefficient(BinaryWriter writer, Coefficient coefficient) {
        writer.flags(1);
        writer.optionalDay(coefficient.from());
        writer.text(coefficient.name());
        writer.decimal(coefficient.value());
    }

    private static Coefficient readCoefficient(BinaryReader reader) {
        reader.flags(1);
        return new Coefficient(reader.optionalDay(), reader.text(), reader.decimal());
    }

    private static void writeAssignment(BinaryWriter writer, Assignment assignment) {
        writer.flags(ASSIGNMENT_FLAGS);
        writer.optionalDay(assignment.from());
        writer.optionalDay(assignment.until());
        writer.optionalText(assignment.team());
        writer.optionalText(assignment.role());
    }

    private static Assignment readAssignment(BinaryReader reader) {
        reader.flags(ASSIGNMENT_FLAGS);
        return new Assignment(reader.optionalDay(), reader.optionalDay(), reader.optionalText(), reader.optionalText());
    }
}
