package dev.premia.codec.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The stored numbers of an enum's constants. The order in which they are listed is part of the format; the order in which
 * the enum declares them is not.
 */
final class EnumNumbers<E extends Enum<E>> {
    private final Class<E> type;
    private final List<E> constants;
    private final Map<E, Integer> numbers;

    /** @param constants every constant, each at its number; new ones go to the end */
    EnumNumbers(Class<E> type, List<E> constants) {
        this.type = type;
        this.constants = List.copyOf(constants);
        this.numbers = new EnumMap<>(type);
        this.constants.forEach(constant -> numbers.put(constant, numbers.size()));
        if (numbers.size() != type.getEnumConstants().length) {
            throw new IllegalStateException("every constant of " + type.getSimpleName() + " needs a stored number");
        }
    }

    void write(BinaryWriter writer, E constant) {
        writer.unsigned(numbers.get(constant));
    }

    void writeOptional(BinaryWriter writer, E constant) {
        if (writer.flag(constant != null)) {
            write(writer, constant);
        }
    }

    E read(BinaryReader reader) {
        long number = reader.unsigned();
        if (number < 0 || number >= constants.size()) {
            throw new StateFormatException("State: found the number " + Long.toUnsignedString(number) + " for "
                    + type.getSimpleName() + ", expected 0 to " + (constants.size() - 1) + ".");
        }
        return constants.get((int) number);
    }

    E readOptional(BinaryReader reader) {
        return reader.flag() ? read(reader) : null;
    }
}
