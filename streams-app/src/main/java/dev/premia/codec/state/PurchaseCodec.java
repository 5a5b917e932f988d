package dev.premia.codec.state;

import dev.premia.domain.credit.CustomerPurchases.Party;
import dev.premia.domain.credit.CustomerPurchases.Purchase;

/** The stored form of one won deal of a customer. */
public final class PurchaseCodec {
    public static final StateFormat<Purchase> FORMAT =
            StateFormat.of("purchase", PurchaseCodec::write, PurchaseCodec::read);

    private PurchaseCodec() {}

    public static byte[] encode(Purchase purchase) {
        return FORMAT.encode(purchase);
    }

    public static Purchase decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, Purchase purchase) {
        writer.instant(purchase.closedAt());
        writer.text(purchase.deal());
        writer.flags(1);
        writer.flag(purchase.costed());
        writer.each(purchase.parties(), PurchaseCodec::writeParty);
        writer.each(purchase.products(), BinaryWriter::text);
    }

    public static Purchase read(BinaryReader reader) {
        var closedAt = reader.instant();
        var deal = reader.text();
        reader.flags(1);
        boolean costed = reader.flag();
        return new Purchase(
                closedAt, deal, costed, reader.list(PurchaseCodec::readParty), reader.list(BinaryReader::text));
    }

    private static void writeParty(BinaryWriter writer, Party party) {
        writer.flags(1);
        writer.flag(party.overlay());
        SubjectCodec.write(writer, party.subject());
    }

    private static Party readParty(BinaryReader reader) {
        reader.flags(1);
        boolean overlay = reader.flag();
        return new Party(SubjectCodec.read(reader), overlay);
    }
}
