package dev.premia.codec.state;

import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealMeasuring.CustomerOrder;
import java.util.List;

/** The stored form of what a customer says of one won deal. */
public final class CustomerStandingCodec {
    private static final int FLAGS = 1;
    private static final EnumNumbers<CustomerOrder> ORDERS = new EnumNumbers<>(
            CustomerOrder.class, List.of(CustomerOrder.NONE, CustomerOrder.FIRST, CustomerOrder.REPEAT));

    public static final StateFormat<CustomerStanding> FORMAT =
            StateFormat.of("standing of a deal", CustomerStandingCodec::write, CustomerStandingCodec::read);

    private CustomerStandingCodec() {}

    public static void write(BinaryWriter out, CustomerStanding standing) {
        ORDERS.write(out, standing.order());
        out.flags(FLAGS);
        out.optionalInstant(standing.firstAt());
        out.each(standing.tags(), DatedTagCodec::write);
    }

    public static CustomerStanding read(BinaryReader in) {
        var order = ORDERS.read(in);
        in.flags(FLAGS);
        return new CustomerStanding(order, in.optionalInstant(), in.list(DatedTagCodec::read));
    }
}
