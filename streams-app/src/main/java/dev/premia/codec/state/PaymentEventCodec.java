package dev.premia.codec.state;

import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.PaymentKind;
import java.util.List;

/** The stored form of a payment at a revision. */
public final class PaymentEventCodec {
    private static final int FLAGS = 7;
    private static final EnumNumbers<PaymentKind> KINDS =
            new EnumNumbers<>(PaymentKind.class, List.of(PaymentKind.PAYMENT, PaymentKind.REFUND, PaymentKind.BOUNCE));

    public static final StateFormat<PaymentEvent> FORMAT =
            StateFormat.of("payment event", PaymentEventCodec::write, PaymentEventCodec::read);

    private PaymentEventCodec() {}

    public static byte[] encode(PaymentEvent payment) {
        return FORMAT.encode(payment);
    }

    public static PaymentEvent decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, PaymentEvent payment) {
        HeaderCodec.write(writer, payment.header());
        writer.flags(FLAGS);
        writer.optionalText(payment.deal());
        KINDS.writeOptional(writer, payment.kind());
        writer.optionalDecimal(payment.amount());
        writer.optionalText(payment.currency());
        writer.optionalInstant(payment.paidAt());
        writer.optionalText(payment.manager());
        writer.optionalText(payment.customer());
    }

    public static PaymentEvent read(BinaryReader reader) {
        var header = HeaderCodec.read(reader);
        reader.flags(FLAGS);
        return new PaymentEvent(
                header,
                reader.optionalText(),
                KINDS.readOptional(reader),
                reader.optionalDecimal(),
                reader.optionalText(),
                reader.optionalInstant(),
                reader.optionalText(),
                reader.optionalText());
    }
}
