package dev.premia.codec.state;

import dev.premia.domain.event.CreditShare;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.event.DealStatus;
import java.math.BigDecimal;
import java.util.List;

/** The stored form of a deal at a revision. */
public final class DealEventCodec {
    private static final int FLAGS = 17;
    private static final int CREDIT_FLAGS = 4;
    private static final int LINE_FLAGS = 5;
    private static final EnumNumbers<DealStatus> STATUSES =
            new EnumNumbers<>(DealStatus.class, List.of(DealStatus.OPEN, DealStatus.WON, DealStatus.LOST));

    public static final StateFormat<DealEvent> FORMAT =
            StateFormat.of("deal event", DealEventCodec::write, DealEventCodec::read);

    private DealEventCodec() {}

    public static byte[] encode(DealEvent deal) {
        return FORMAT.encode(deal);
    }

    public static DealEvent decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, DealEvent deal) {
        HeaderCodec.write(writer, deal.header());
        writer.flags(FLAGS);
        writer.optionalText(deal.pipeline());
        writer.optionalText(deal.stage());
        STATUSES.writeOptional(writer, deal.status());
        writer.optionalDecimal(deal.amount());
        writer.optionalText(deal.currency());
        writer.optionalDecimal(deal.cost());
        writer.optionalDecimal(deal.expenses());
        writer.optionalDecimal(deal.tax());
        writer.optionalInstant(deal.createdAt());
        writer.optionalInstant(deal.closedAt());
        writer.optionalText(deal.owner());
        writer.optionalText(deal.customer());
        writer.optionalText(deal.lead());
        writer.optionalText(deal.campaign());
        writer.optionalText(deal.segment());
        writer.optionalText(deal.contractRenewal());
        writer.optionalText(deal.lostReason());
        writer.each(deal.credits(), DealEventCodec::writeCredit);
        writer.each(deal.tags(), BinaryWriter::text);
        writer.each(deal.lines(), DealEventCodec::writeLine);
        writer.texts(deal.attributes());
    }

    public static DealEvent read(BinaryReader reader) {
        var header = HeaderCodec.read(reader);
        reader.flags(FLAGS);
        var pipeline = reader.optionalText();
        var stage = reader.optionalText();
        var status = STATUSES.readOptional(reader);
        var amount = reader.optionalDecimal();
        var currency = reader.optionalText();
        var cost = reader.optionalDecimal();
        var expenses = reader.optionalDecimal();
        var tax = reader.optionalDecimal();
        var createdAt = reader.optionalInstant();
        var closedAt = reader.optionalInstant();
        var owner = reader.optionalText();
        var customer = reader.optionalText();
        var lead = reader.optionalText();
        var campaign = reader.optionalText();
        var segment = reader.optionalText();
        var contractRenewal = reader.optionalText();
        var lostReason = reader.optionalText();
        var credits = reader.list(DealEventCodec::readCredit);
        var tags = reader.list(BinaryReader::text);
        var lines = reader.list(DealEventCodec::readLine);
        var attributes = reader.texts();
        return new DealEvent(
                header,
                pipeline,
                stage,
                status,
                amount,
                currency,
                cost,
                expenses,
                tax,
                createdAt,
                closedAt,
                owner,
                credits,
                customer,
                lead,
                campaign,
                segment,
                contractRenewal,
                lostReason,
                tags,
                lines,
                attributes);
    }

    private static void writeCredit(BinaryWriter writer, CreditShare credit) {
        writer.flags(CREDIT_FLAGS);
        writer.flag(credit.overlay());
        writer.optionalText(credit.manager());
        writer.optionalDecimal(credit.share());
        if (writer.flag(credit.weight() != null)) {
            writer.signed(credit.weight());
        }
    }

    private static CreditShare readCredit(BinaryReader reader) {
        reader.flags(CREDIT_FLAGS);
        boolean overlay = reader.flag();
        String manager = reader.optionalText();
        BigDecimal share = reader.optionalDecimal();
        Long weight = reader.flag() ? (Long) reader.signed() : null;
        return new CreditShare(manager, share, weight, overlay);
    }

    private static void writeLine(BinaryWriter writer, DealLine line) {
        writer.flags(LINE_FLAGS);
        writer.optionalText(line.product());
        writer.optionalDecimal(line.quantity());
        writer.optionalDecimal(line.price());
        writer.optionalDecimal(line.cost());
        if (writer.flag(!line.tags().isEmpty())) {
            writer.each(line.tags(), BinaryWriter::text);
        }
    }

    private static DealLine readLine(BinaryReader reader) {
        reader.flags(LINE_FLAGS);
        return new DealLine(
                reader.optionalText(),
                reader.optionalDecimal(),
                reader.optionalDecimal(),
                reader.optionalDecimal(),
                reader.flag() ? reader.list(BinaryReader::text) : List.of());
    }
}
