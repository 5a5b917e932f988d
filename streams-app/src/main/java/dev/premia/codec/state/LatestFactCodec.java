package dev.premia.codec.state;

import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.fact.RevisionMark;

/** The stored forms of facts whose every field comes from their highest revision. */
public final class LatestFactCodec {
    public static final StateFormat<LatestFact<DealEvent>> DEAL = of(DealEventCodec.FORMAT);
    public static final StateFormat<LatestFact<LeadEvent>> LEAD = of(LeadEventCodec.FORMAT);
    public static final StateFormat<LatestFact<CallEvent>> CALL = of(CallEventCodec.FORMAT);
    public static final StateFormat<LatestFact<PaymentEvent>> PAYMENT = of(PaymentEventCodec.FORMAT);
    public static final StateFormat<LatestFact<ManagerEvent>> MANAGER_EVENT = of(ManagerEventCodec.FORMAT);
    public static final StateFormat<LatestFact<ManagerRecord>> MANAGER = of(ManagerRecordCodec.FORMAT);
    public static final StateFormat<LatestFact<TeamRecord>> TEAM = of(TeamRecordCodec.FORMAT);
    public static final StateFormat<LatestFact<CustomerRecord>> CUSTOMER = of(CustomerRecordCodec.FORMAT);
    public static final StateFormat<LatestFact<TargetRecord>> TARGET = of(TargetRecordCodec.FORMAT);

    private LatestFactCodec() {}

    private static <E extends EntityEvent> StateFormat<LatestFact<E>> of(StateFormat<E> event) {
        return StateFormat.of(
                "latest " + event.name(), (writer, fact) -> write(writer, fact, event), reader -> read(reader, event));
    }

    /** Writes a fact as a part of a larger value. */
    public static <E extends EntityEvent> void write(BinaryWriter writer, LatestFact<E> fact, StateFormat<E> event) {
        boolean own = isOwn(fact.mark(), fact.event().header());
        writer.flags(1);
        // A mark repeats the header of its event, of which only the digest would be costly to find out again.
        if (writer.flag(own)) {
            RevisionMarkCodec.writeDigest(writer, fact.mark().digest());
        } else {
            RevisionMarkCodec.write(writer, fact.mark());
        }
        event.write(writer, fact.event());
    }

    /** Reads a fact as a part of a larger value. */
    public static <E extends EntityEvent> LatestFact<E> read(BinaryReader reader, StateFormat<E> event) {
        reader.flags(1);
        if (!reader.flag()) {
            RevisionMark mark = RevisionMarkCodec.read(reader);
            return new LatestFact<>(mark, event.read(reader));
        }
        var digest = RevisionMarkCodec.readDigest(reader);
        E content = event.read(reader);
        Header header = content.header();
        return new LatestFact<>(new RevisionMark(header.revision(), changedAt(header), digest), content);
    }

    private static boolean isOwn(RevisionMark mark, Header header) {
        return mark.revision() == header.revision() && mark.changedAt() == changedAt(header);
    }

    private static long changedAt(Header header) {
        return header.changedAt() == null ? Long.MIN_VALUE : header.changedAt().toEpochMilli();
    }
}
