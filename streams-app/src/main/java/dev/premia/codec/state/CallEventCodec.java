package dev.premia.codec.state;

import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import java.util.List;

/** The stored form of one leg of a call. */
public final class CallEventCodec {
    private static final int FLAGS = 10;
    private static final EnumNumbers<CallDirection> DIRECTIONS =
            new EnumNumbers<>(CallDirection.class, List.of(CallDirection.INBOUND, CallDirection.OUTBOUND));
    private static final EnumNumbers<CallResult> RESULTS = new EnumNumbers<>(
            CallResult.class, List.of(CallResult.ANSWERED, CallResult.MISSED, CallResult.BUSY, CallResult.FAILED));

    public static final StateFormat<CallEvent> FORMAT =
            StateFormat.of("call event", CallEventCodec::write, CallEventCodec::read);

    private CallEventCodec() {}

    public static byte[] encode(CallEvent call) {
        return FORMAT.encode(call);
    }

    public static CallEvent decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, CallEvent call) {
        HeaderCodec.write(writer, call.header());
        writer.flags(FLAGS);
        writer.flag(call.internal());
        writer.optionalInstant(call.startedAt());
        DIRECTIONS.writeOptional(writer, call.direction());
        RESULTS.writeOptional(writer, call.result());
        writer.optionalText(call.manager());
        writer.optionalText(call.team());
        writer.optionalText(call.customer());
        writer.optionalText(call.phoneHash());
        writer.optionalText(call.linkedCall());
        writer.optionalText(call.recording());
        writer.signed(call.waitSeconds());
        writer.signed(call.talkSeconds());
        writer.signed(call.leg());
    }

    public static CallEvent read(BinaryReader reader) {
        var header = HeaderCodec.read(reader);
        reader.flags(FLAGS);
        boolean internal = reader.flag();
        var startedAt = reader.optionalInstant();
        var direction = DIRECTIONS.readOptional(reader);
        var result = RESULTS.readOptional(reader);
        var manager = reader.optionalText();
        var team = reader.optionalText();
        var customer = reader.optionalText();
        var phoneHash = reader.optionalText();
        var linkedCall = reader.optionalText();
        var recording = reader.optionalText();
        int waitSeconds = reader.signedInt();
        int talkSeconds = reader.signedInt();
        int leg = reader.signedInt();
        return new CallEvent(
                header,
                startedAt,
                direction,
                result,
                manager,
                team,
                customer,
                phoneHash,
                waitSeconds,
                talkSeconds,
                leg,
                linkedCall,
                internal,
                recording);
    }
}
