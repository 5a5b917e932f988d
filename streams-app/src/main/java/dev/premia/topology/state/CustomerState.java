package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.LatestFactCodec;
import dev.premia.codec.state.PurchaseCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.codec.state.SubjectCodec;
import dev.premia.domain.credit.CustomerPurchases.Assignment;
import dev.premia.domain.credit.CustomerPurchases.Resolved;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DatedTag;
import dev.premia.domain.fact.LatestFact;
import java.util.List;

/**
 * What is kept of a customer beside its purchases.
 *
 * @param fact the customer's record, null while unknown
 * @param assignment to whom it was assigned when its cells were last sent
 * @param zones for how many zones its cells have been sent
 */
public record CustomerState(LatestFact<CustomerRecord> fact, Assignment assignment, int zones) {
    public static final CustomerState UNKNOWN = new CustomerState(null, Assignment.NONE, 0);

    public static final StateFormat<CustomerState> FORMAT =
            StateFormat.of("customer state", CustomerState::write, CustomerState::read);

    /** The form of a purchase row. */
    public static final StateFormat<Resolved> PURCHASE =
            StateFormat.of("purchase of a customer", CustomerState::writePurchase, CustomerState::readPurchase);

    /** The customer's record, or null while it is unknown or deleted. */
    public CustomerRecord alive() {
        return fact == null ? null : fact.alive();
    }

    /** The customer's tags; none while its record is unknown or deleted. */
    public List<DatedTag> tags() {
        CustomerRecord record = alive();
        return record == null ? List.of() : record.tags();
    }

    private static void write(BinaryWriter out, CustomerState state) {
        out.flags(1);
        if (out.flag(state.fact != null)) {
            LatestFactCodec.CUSTOMER.write(out, state.fact);
        }
        out.signed(state.assignment.since());
        out.each(state.assignment.subjects(), SubjectCodec.FORMAT::write);
        out.unsigned(state.zones);
    }

    private static CustomerState read(BinaryReader in) {
        in.flags(1);
        LatestFact<CustomerRecord> fact = in.flag() ? LatestFactCodec.CUSTOMER.read(in) : null;
        Assignment assignment = new Assignment(in.signedInt(), in.list(SubjectCodec.FORMAT::read));
        return new CustomerState(fact, assignment, (int) in.unsigned());
    }

    private static void writePurchase(BinaryWriter out, Resolved purchase) {
        PurchaseCodec.FORMAT.write(out, purchase.purchase());
        out.each(purchase.sellers(), (o, sellers) -> o.each(sellers, SubjectCodec.FORMAT::write));
    }

    private static Resolved readPurchase(BinaryReader in) {
        return new Resolved(PurchaseCodec.FORMAT.read(in), in.list(i -> i.list(SubjectCodec.FORMAT::read)));
    }
}
