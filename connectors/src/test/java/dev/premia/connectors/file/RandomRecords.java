package dev.premia.connectors.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records of any contract with values of every kind, from a seed. */
final class RandomRecords {

    private static final String[] TEXTS = {
        "", "plain", "with \"quotes\", a comma", "две строки\nи табуляция\t", "emoji 🙂", "null", "{\"a\":1}", "a\\b"
    };

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    SpecificRecord next(RecordShape shape) {
        SpecificRecord record = shape.newRecord();
        for (RecordShape.Field field : shape.fields().values()) {
            boolean none = field.optional() && random.nextInt(3) == 0;
            Object value = none ? null : isName(field) ? id() : value(field.value());
            if (value != null) {
                record.put(field.position(), value);
            }
        }
        return record;
    }

    private static boolean isName(RecordShape.Field field) {
        return field.qualified() || field.name().equals(RecordShape.SOURCE);
    }

    private String id() {
        return "crm-" + random.nextInt(3) + "/" + random.nextInt(1_000_000);
    }

    private Object value(ValueShape shape) {
        if (shape instanceof ValueShape.Text) {
            return TEXTS[random.nextInt(TEXTS.length)];
        } else if (shape instanceof ValueShape.Whole whole) {
            return whole.large() ? (Object) random.nextLong() : (Object) random.nextInt();
        } else if (shape instanceof ValueShape.Flag) {
            return random.nextBoolean();
        } else if (shape instanceof ValueShape.Decimal decimal) {
            return decimal(decimal);
        } else if (shape instanceof ValueShape.Timestamp) {
            return Instant.ofEpochMilli(random.nextLong(-2_000_000_000_000L, 4_000_000_000_000L));
        } else if (shape instanceof ValueShape.Day) {
            return LocalDate.ofEpochDay(random.nextInt(-20_000, 60_000));
        } else if (shape instanceof ValueShape.Binary) {
            byte[] bytes = new byte[random.nextInt(5)];
            random.nextBytes(bytes);
            return ByteBuffer.wrap(bytes);
        } else if (shape instanceof ValueShape.Symbol symbol) {
            List<String> symbols = symbol.symbols();
            return SpecificData.get().createEnum(symbols.get(random.nextInt(symbols.size())), symbol.schema());
        } else if (shape instanceof ValueShape.Nested nested) {
            return next(nested.shape());
        } else if (shape instanceof ValueShape.ListOf list) {
            List<Object> items = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                items.add(value(list.items()));
            }
            return items;
        }
        Map<String, Object> entries = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            entries.put("name " + i, value(((ValueShape.MapOf) shape).values()));
        }
        return entries;
    }

    private BigDecimal decimal(ValueShape.Decimal shape) {
        BigInteger limit = BigInteger.TEN.pow(1 + random.nextInt(shape.precision()));
        BigInteger unscaled = new BigInteger(limit.bitLength() + 8, random).mod(limit);
        return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), shape.scale());
    }
}
