package dev.premia.codec.avro;

import static dev.premia.codec.avro.FlatHeader.position;

import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import dev.premia.schemas.Call;
import org.apache.avro.Schema;

/** Legs of calls as {@link FlatRecord}s that mean the same as {@link CallCodec} says. */
public final class FlatCall {
    private static final Schema CONTRACT = Call.getClassSchema();

    public static final FlatHeader HEADER = FlatHeader.of(CONTRACT);
    public static final int STARTED_AT = position(CONTRACT, "started_at");
    /** The position in {@link CallDirection}; null where it is not known. */
    public static final int DIRECTION = position(CONTRACT, "direction");
    /** The position in {@link CallResult}; null where it is not known. */
    public static final int RESULT = position(CONTRACT, "result");

    public static final int MANAGER = position(CONTRACT, "manager");
    public static final int TEAM = position(CONTRACT, "team");
    public static final int CUSTOMER = position(CONTRACT, "customer");
    public static final int PHONE_HASH = position(CONTRACT, "phone_hash");
    public static final int WAIT_SECONDS = position(CONTRACT, "wait_seconds");
    public static final int TALK_SECONDS = position(CONTRACT, "talk_seconds");
    public static final int LEG = position(CONTRACT, "leg");
    public static final int LINKED_CALL = position(CONTRACT, "linked_call");
    public static final int INTERNAL = position(CONTRACT, "internal");
    public static final int RECORDING = position(CONTRACT, "recording");

    private static final CallDirection[] DIRECTIONS = {CallDirection.INBOUND, CallDirection.OUTBOUND, null};
    private static final CallResult[] RESULTS = {
        CallResult.ANSWERED, CallResult.MISSED, CallResult.BUSY, CallResult.FAILED, null
    };

    private FlatCall() {}

    /**
     * Gives a record that was read from its bytes the meaning that it has in the domain.
     *
     * @return false when only the ordinary way can tell
     */
    public static boolean settle(FlatRecord record) {
        symbol(record, DIRECTION, DIRECTIONS);
        symbol(record, RESULT, RESULTS);
        return HEADER.settle(record)
                && record.qualify(MANAGER, HEADER.source())
                && record.qualify(TEAM, HEADER.source())
                && record.qualify(CUSTOMER, HEADER.source())
                && record.qualify(LINKED_CALL, HEADER.source());
    }

    private static void symbol(FlatRecord record, int field, Enum<?>[] meanings) {
        if (!record.isNull(field)) {
            Enum<?> meaning = meanings[(int) record.number(field)];
            if (meaning == null) {
                record.setNull(field);
            } else {
                record.setNumber(field, meaning.ordinal());
            }
        }
    }

    /** Sets a record to what an event says. */
    public static void fill(FlatRecord record, CallEvent call) {
        record.clear();
        HEADER.fill(record, call.header());
        FlatHeader.instant(record, STARTED_AT, call.startedAt());
        if (call.direction() != null) {
            record.setNumber(DIRECTION, call.direction().ordinal());
        }
        if (call.result() != null) {
            record.setNumber(RESULT, call.result().ordinal());
        }
        FlatHeader.text(record, MANAGER, call.manager());
        FlatHeader.text(record, TEAM, call.team());
        FlatHeader.text(record, CUSTOMER, call.customer());
        FlatHeader.text(record, PHONE_HASH, call.phoneHash());
        record.setNumber(WAIT_SECONDS, call.waitSeconds());
        record.setNumber(TALK_SECONDS, call.talkSeconds());
        record.setNumber(LEG, call.leg());
        FlatHeader.text(record, LINKED_CALL, call.linkedCall());
        record.setNumber(INTERNAL, call.internal() ? 1 : 0);
        FlatHeader.text(record, RECORDING, call.recording());
    }
}
