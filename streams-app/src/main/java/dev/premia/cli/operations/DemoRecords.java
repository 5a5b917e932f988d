package dev.premia.cli.operations;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Moves the instants of records. */
final class DemoRecords {
    private DemoRecords() {}

    /** A copy whose instants are mapped; calendar days stay. Records that a simulation shares are not touched. */
    static SpecificRecord moved(SpecificRecord record, UnaryOperator<Instant> clock) {
        // The model of the class knows the conversions of its decimals and instants.
        SpecificRecord copy = SpecificData.getForClass(record.getClass()).deepCopy(record.getSchema(), record);
        for (Schema.Field field : copy.getSchema().getFields()) {
            if (copy.get(field.pos()) instanceof Instant instant) {
                copy.put(field.pos(), clock.apply(instant));
            }
        }
        return copy;
    }
}
