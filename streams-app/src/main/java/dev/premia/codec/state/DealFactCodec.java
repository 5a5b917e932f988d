package dev.premia.codec.state;

import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.DealFact.SeenRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The stored form of everything that is known of a deal. */
public final class DealFactCodec {
    private static final int REVISION_FLAGS = 5;
    private static final SeenRevision NO_REVISION = new SeenRevision(null, false, null, null, null);

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
        writeHistory(writer, fact.history());
        Map<String, PaymentEvent> payments =
                fact.payments().size() < 2 ? fact.payments() : new TreeMap<>(fact.payments());
        writer.each(payments.entrySet(), DealFactCodec::writePayment);
    }

    public static DealFact read(BinaryReader reader) {
        reader.flags(1);
        var current = reader.flag() ? DealEventCodec.read(reader) : null;
        List<SeenRevision> history = readHistory(reader);
        return new DealFact(current, history, readPayments(reader));
    }

    /** Most revisions of a deal are in the stage of the one before: that takes one flag. */
    private static void writeHistory(BinaryWriter writer, List<SeenRevision> history) {
        writer.unsigned(history.size());
        SeenRevision before = NO_REVISION;
        for (SeenRevision revision : history) {
            writer.flags(REVISION_FLAGS);
            writer.flag(revision.won());
            writer.optionalText(revision.owner());
            boolean moved = !Objects.equals(revision.pipeline(), before.pipeline())
                    || !Objects.equals(revision.stage(), before.stage());
            writer.flag(moved);
            writer.optionalText(moved ? revision.pipeline() : null);
            writer.optionalText(moved ? revision.stage() : null);
            RevisionMarkCodec.write(writer, revision.mark());
            before = revision;
        }
    }

    private static List<SeenRevision> readHistory(BinaryReader reader) {
        int count = reader.count();
        List<SeenRevision> history = new ArrayList<>(count);
        SeenRevision before = NO_REVISION;
        for (int i = 0; i < count; i++) {
            reader.flags(REVISION_FLAGS);
            boolean won = reader.flag();
            String owner = reader.optionalText();
            boolean moved = reader.flag();
            String pipeline = reader.optionalText();
            String stage = reader.optionalText();
            before = new SeenRevision(
                    RevisionMarkCodec.read(reader),
                    won,
                    owner,
                    moved ? pipeline : before.pipeline(),
                    moved ? stage : before.stage());
            history.add(before);
        }
        return history;
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
