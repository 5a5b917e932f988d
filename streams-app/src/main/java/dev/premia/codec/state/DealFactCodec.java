package dev.premia.codec.state;

import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.DealFact.SeenRevision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The stored form of everything that is known of a deal. */
public final class DealFactCodec {
    private static final int REVISION_FLAGS = 2;

    public static final StateFormat<DealFact> FORMAT =
            StateFormat.of("deal fact", DealFactCodec::write, DealFactCodec::read);

    private DealFactCodec() {}

    public static byte[] encode(DealFact fact) {
        return FORMAT.encode(fact);
    }

    public static DealFact decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, DealFact fact) {
        writer.flags(1);
        if (writer.flag(fact.current() != null)) {
            DealEventCodec.write(writer, fact.current());
        }
        writer.each(fact.history(), DealFactCodec::writeRevision);
        Map<String, PaymentEvent> payments =
                fact.payments().size() < 2 ? fact.payments() : new TreeMap<>(fact.payments());
        writer.each(payments.entrySet(), DealFactCodec::writePayment);
    }

    public static DealFact read(BinaryReader reader) {
        reader.flags(1);
        var current = reader.flag() ? DealEventCodec.read(reader) : null;
        List<SeenRevision> history = reader.list(DealFactCodec::readRevision);
        return new DealFact(current, history, readPayments(reader));
    }

    private static void writeRevision(BinaryWriter writer, SeenRevision revision) {
        writer.flags(REVISION_FLAGS);
        writer.flag(revision.won());
        writer.optionalText(revision.owner());
        RevisionMarkCodec.write(writer, revision.mark());
    }

    private static SeenRevision readRevision(BinaryReader reader) {
        reader.flags(REVISION_FLAGS);
        boolean won = reader.flag();
        String owner = reader.optionalText();
        return new SeenRevision(RevisionMarkCodec.read(reader), won, owner);
    }

    private static void writePayment(BinaryWriter writer, Map.Entry<String, PaymentEvent> payment) {
        writer.flags(1);
        if (writer.flag(!Objects.equals(payment.getKey(), payment.getValue().id()))) {
            writer.text(payment.getKey());
        }
        PaymentEventCodec.write(writer, payment.getValue());
    }

    private static Map<String, PaymentEvent> readPayments(BinaryReader reader) {
        int count = reader.count();
        if (count == 0) {
            return Map.of();
        }
        Map<String, PaymentEvent> payments = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            reader.flags(1);
            String key = reader.optionalText();
            PaymentEvent payment = PaymentEventCodec.read(reader);
            payments.put(key == null ? payment.id() : key, payment);
        }
        return payments;
    }
}
