package dev.premia.codec.state;

import dev.premia.domain.event.CustomerRecord;

/** The stored form of a customer's record. */
public final class CustomerRecordCodec {
    private static final int FLAGS = 5;

    public static final StateFormat<CustomerRecord> FORMAT =
            StateFormat.of("customer record", CustomerRecordCodec::write, CustomerRecordCodec::read);

    private CustomerRecordCodec() {}

    public static byte[] encode(CustomerRecord customer) {
        return FORMAT.encode(customer);
    }

    public static CustomerRecord decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, CustomerRecord customer) {
        HeaderCodec.write(writer, customer.header());
        writer.flags(FLAGS);
        writer.optionalText(customer.name());
        writer.optionalText(customer.owner());
        writer.optionalDay(customer.ownerSince());
        writer.optionalText(customer.segment());
        writer.optionalInstant(customer.createdAt());
        writer.each(customer.tags(), DatedTagCodec::write);
    }

    public static CustomerRecord read(BinaryReader reader) {
        var header = HeaderCodec.read(reader);
        reader.flags(FLAGS);
        var name = reader.optionalText();
        var owner = reader.optionalText();
        var ownerSince = reader.optionalDay();
        var segment = reader.optionalText();
        var createdAt = reader.optionalInstant();
        return new CustomerRecord(
                header, name, owner, ownerSince, segment, reader.list(DatedTagCodec::read), createdAt);
    }
}
