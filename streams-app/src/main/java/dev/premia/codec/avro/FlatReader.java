package dev.premia.codec.avro;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/**
 * Reads the Avro bytes of one writer's schema by hand, without an object a field. It takes on records of numbers, flags,
 * texts, symbols and maps of texts, each of them nullable or not; and of what it takes on only bytes that cannot mean anything else. The
 * rest is left to the ordinary reader. Not thread-safe.
 */
final class FlatReader {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int LONGEST_INT = 4;
    private static final int LONGEST_LONG = 9;

    private final Step[] steps;
    private final List<Default> defaults;
    private byte[] bytes;
    private int at;
    private int end;
    private boolean sure;

    /** What a field holds. */
    private enum Kind {
        INT,
        LONG,
        FLAG,
        TEXT,
        SYMBOL,
        MAP
    }

    /**
     * One field of the writer.
     *
     * @param field its position in the contract
     * @param nullBranch the branch of the union that is null; -1 where it cannot be null
     * @param symbols the contract's position of each of the writer's symbols
     */
    private record Step(int field, Kind kind, int nullBranch, int[] symbols) {}

    /** What the contract says of a field that the writer does not have. */
    private record Default(int field, long number) {}

    private FlatReader(List<Step> steps, List<Default> defaults) {
        this.steps = steps.toArray(Step[]::new);
        this.defaults = defaults;
    }

    /** A reader of what a schema writes; empty when it is left to the ordinary one. */
    static Optional<FlatReader> of(Schema writer, Schema contract) {
        List<Step> steps = new ArrayList<>();
        for (Schema.Field field : writer.getFields()) {
            Schema.Field known = contract.getField(field.name());
            Step step = known == null ? null : step(field.schema(), known);
            if (step == null) {
                return Optional.empty();
            }
            steps.add(step);
        }
        List<Default> defaults = new ArrayList<>();
        for (Schema.Field field : contract.getFields()) {
            if (writer.getField(field.name()) == null && !putDefault(field, defaults)) {
                return Optional.empty();
            }
        }
        return Optional.of(new FlatReader(steps, defaults));
    }

    private static boolean putDefault(Schema.Field field, List<Default> defaults) {
        Object value = field.defaultVal();
        if (value == JsonProperties.NULL_VALUE) {
            return true;
        } else if (value instanceof Integer || value instanceof Long) {
            defaults.add(new Default(field.pos(), ((Number) value).longValue()));
            return true;
        } else if (value instanceof Boolean flag) {
            defaults.add(new Default(field.pos(), flag ? 1 : 0));
            return true;
        }
        return value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static Step step(Schema writer, Schema.Field field) {
        int nullBranch = -1;
        Schema plain = writer;
        if (writer.isUnion()) {
            if (writer.getTypes().size() != 2 || !writer.isNullable()) {
                return null;
            }
            nullBranch = writer.getTypes().get(0).getType() == Schema.Type.NULL ? 0 : 1;
            plain = writer.getTypes().get(1 - nullBranch);
        }
        Schema contract = withoutNull(field.schema());
        boolean fits = plain.getType() == contract.getType()
                || (plain.getType() == Schema.Type.INT && contract.getType() == Schema.Type.LONG);
        Kind kind = fits ? kind(plain) : null;
        if (kind == null || (kind == Kind.SYMBOL && !plain.getFullName().equals(contract.getFullName()))) {
            return null;
        }
        return new Step(field.pos(), kind, nullBranch, kind == Kind.SYMBOL ? symbols(plain, contract) : null);
    }

    private static Schema withoutNull(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static Kind kind(Schema schema) {
        return switch (schema.getType()) {
            case INT -> Kind.INT;
            case LONG -> Kind.LONG;
            case BOOLEAN -> Kind.FLAG;
            case STRING -> Kind.TEXT;
            case ENUM -> Kind.SYMBOL;
            case MAP -> schema.getValueType().getType() == Schema.Type.STRING ? Kind.MAP : null;
            default -> null;
        };
    }

    /** A symbol that the contract does not know is its default one; without a default the ordinary reader says so. */
    private static int[] symbols(Schema writer, Schema contract) {
        int[] symbols = new int[writer.getEnumSymbols().size()];
        for (int i = 0; i < symbols.length; i++) {
            String symbol = writer.getEnumSymbols().get(i);
            String known = contract.hasEnumSymbol(symbol) ? symbol : contract.getEnumDefault();
            symbols[i] = known == null ? -1 : contract.getEnumOrdinal(known);
        }
        return symbols;
    }

    /**
     * Reads a record.
     *
     * @param from where it begins in its buffer
     * @param to where it ends; what lies beyond does not matter
     * @return false when only the ordinary reader can tell what the bytes mean
     */
    boolean read(byte[] buffer, int from, int to, FlatRecord record) {
        record.clear();
        bytes = buffer;
        at = from;
        end = to;
        sure = true;
        try {
            for (int i = 0; sure && i < steps.length; i++) {
                field(steps[i], record);
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return false;
        }
        for (int i = 0; i < defaults.size(); i++) {
            record.setNumber(defaults.get(i).field, defaults.get(i).number);
        }
        return sure && at == end;
    }

    private void field(Step step, FlatRecord record) {
        if (step.nullBranch >= 0) {
            int branch = bytes[at++];
            // The index of a union is zigzag: 0 and 2 are the branches 0 and 1.
            sure = branch == 0 || branch == 2;
            if (branch >> 1 == step.nullBranch) {
                return;
            }
        }
        switch (step.kind) {
            case INT -> record.setNumber(step.field, number(LONGEST_INT));
            case LONG -> record.setNumber(step.field, number(LONGEST_LONG));
            case FLAG -> {
                int flag = bytes[at++];
                sure &= flag == 0 || flag == 1;
                record.setNumber(step.field, flag);
            }
            case SYMBOL -> {
                int symbol = step.symbols[(int) number(LONGEST_INT)];
                sure &= symbol >= 0;
                record.setNumber(step.field, symbol);
            }
            case TEXT -> text(step.field, record);
            case MAP -> map(step.field, record);
        }
    }

    private void text(int field, FlatRecord record) {
        int length = length();
        int start = at;
        sure &= isText(start, length);
        at += length;
        record.setRange(field, bytes, start, length);
    }

    /** The range of a map that is not empty; an empty one is as good as null. */
    private void map(int field, FlatRecord record) {
        int start = at;
        long count = number(LONGEST_LONG);
        if (count == 0) {
            return;
        }
        while (sure && count != 0) {
            // A negative count announces the size of the block, which few writers do.
            sure = count > 0;
            for (long i = 0; sure && i < 2 * count; i++) {
                int skipped = length();
                at += skipped;
            }
            count = number(LONGEST_LONG);
        }
        record.setRange(field, bytes, start, at - start);
    }

    /** A length that leaves the place within the record. */
    private int length() {
        long length = number(LONGEST_LONG);
        if (length < 0 || length > end - at) {
            sure = false;
            return 0;
        }
        return (int) length;
    }

    /** A zigzag number of at most so many bytes; longer ones are rare enough for the ordinary reader. */
    private long number(int longest) {
        long value = 0;
        int shift = 0;
        long next = bytes[at++];
        while (next < 0) {
            value |= (next & 0x7F) << shift;
            shift += 7;
            if (shift >= 7 * longest) {
                sure = false;
                return 0;
            }
            next = bytes[at++];
        }
        value |= next << shift;
        return (value >>> 1) ^ -(value & 1);
    }

    /** Whether the bytes are text in UTF-8 that reads and writes as the same bytes. */
    private boolean isText(int start, int length) {
        int i = start;
        int behind = start + length;
        for (; i <= behind - Long.BYTES; i += Long.BYTES) {
            if (((long) LONGS.get(bytes, i) & NOT_ASCII) != 0) {
                return isUtf8(start, length);
            }
        }
        for (; i < behind; i++) {
            if (bytes[i] < 0) {
                return isUtf8(start, length);
            }
        }
        return true;
    }

    private boolean isUtf8(int start, int length) {
        byte[] again = new String(bytes, start, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, bytes, start, start + length);
    }
}
