package dev.premia.codec.state;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealCredit.Cash;
import dev.premia.domain.credit.DealCredit.Line;
import dev.premia.domain.credit.DealOutcome;
import dev.premia.domain.credit.LineMoney;
import dev.premia.domain.event.DatedTag;
import java.util.List;
import java.util.Map;

/** The stored form of one party's part of a deal, and of all of them. */
public final class DealCreditCodec {
    private static final int FLAGS = 16;
    private static final int LINE_FLAGS = 7;
    private static final EnumNumbers<DealOutcome> OUTCOMES = new EnumNumbers<>(
            DealOutcome.class, List.of(DealOutcome.OPEN, DealOutcome.WON, DealOutcome.LOST, DealOutcome.REFUNDED));

    public static final StateFormat<DealCredit> FORMAT =
            StateFormat.of("deal credit", DealCreditCodec::write, DealCreditCodec::read);
    public static final StateFormat<List<DealCredit>> LIST =
            StateFormat.of("list of deal credits", DealCreditCodec::writeAll, DealCreditCodec::readAll);

    private DealCreditCodec() {}

    public static byte[] encode(DealCredit credit) {
        return FORMAT.encode(credit);
    }

    public static DealCredit decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static byte[] encodeAll(List<DealCredit> credits) {
        return LIST.encode(credits);
    }

    public static List<DealCredit> decodeAll(byte[] bytes) {
        return LIST.decode(bytes);
    }

    public static void writeAll(BinaryWriter writer, List<DealCredit> credits) {
        writer.each(credits, DealCreditCodec::write);
    }

    public static List<DealCredit> readAll(BinaryReader reader) {
        return reader.list(DealCreditCodec::read);
    }

    public static void write(BinaryWriter writer, DealCredit credit) {
        writer.text(credit.deal());
        writer.signed(credit.revision());
        SubjectCodec.write(writer, credit.subject());
        OUTCOMES.write(writer, credit.outcome());
        writer.signed(credit.shareNanos());
        writer.signed(credit.wholeMinor());
        writer.signed(credit.creditedMinor());
        writer.flags(FLAGS);
        writer.flag(credit.overlay());
        writer.optionalInstant(credit.createdAt());
        writer.optionalInstant(credit.closedAt());
        writer.optionalText(credit.currency());
        writer.optionalText(credit.customer());
        writer.optionalText(credit.lead());
        writer.optionalText(credit.campaign());
        writer.optionalText(credit.segment());
        writer.optionalText(credit.pipeline());
        writer.optionalText(credit.stage());
        writer.optionalText(credit.lostReason());
        writer.optionalText(credit.contractRenewal());
        writer.each(credit.stages(), BinaryWriter::signed);
        writeCash(writer, credit);
        if (writer.flag(credit.costs() != null)) {
            ConversionCodec.writeCosts(writer, credit.costs());
        }
        boolean simple = credit.tags().isEmpty()
                && credit.lines().isEmpty()
                && credit.attributes().isEmpty();
        boolean detailed = writer.flag(!simple);
        boolean converted = writer.flag(!credit.conversions().isEmpty());
        if (detailed) {
            writer.each(credit.tags(), BinaryWriter::text);
            writer.each(credit.lines(), DealCreditCodec::writeLine);
            writer.texts(credit.attributes());
        }
        if (converted) {
            writer.each(credit.conversions(), ConversionCodec::write);
        }
    }

    public static DealCredit read(BinaryReader reader) {
        var deal = reader.text();
        long revision = reader.signed();
        var subject = SubjectCodec.read(reader);
        var outcome = OUTCOMES.read(reader);
        long shareNanos = reader.signed();
        long wholeMinor = reader.signed();
        long creditedMinor = reader.signed();
        reader.flags(FLAGS);
        boolean overlay = reader.flag();
        var createdAt = reader.optionalInstant();
        var closedAt = reader.optionalInstant();
        var currency = reader.optionalText();
        var customer = reader.optionalText();
        var lead = reader.optionalText();
        var campaign = reader.optionalText();
        var segment = reader.optionalText();
        var pipeline = reader.optionalText();
        var stage = reader.optionalText();
        var lostReason = reader.optionalText();
        var contractRenewal = reader.optionalText();
        List<Long> stages = reader.list(BinaryReader::signed);
        var cash = readCash(reader, wholeMinor, creditedMinor);
        var costs = reader.flag() ? ConversionCodec.readCosts(reader) : null;
        boolean detailed = reader.flag();
        boolean converted = reader.flag();
        return new DealCredit(
                deal,
                revision,
                subject,
                overlay,
                outcome,
                createdAt,
                closedAt,
                shareNanos,
                currency,
                wholeMinor,
                creditedMinor,
                cash,
                costs,
                customer,
                lead,
                campaign,
                segment,
                pipeline,
                stage,
                stages,
                lostReason,
                contractRenewal,
                detailed ? reader.list(BinaryReader::text) : List.of(),
                detailed ? reader.list(DealCreditCodec::readLine) : List.of(),
                detailed ? reader.texts() : Map.of(),
                List.of(),
                converted ? reader.list(ConversionCodec::read) : List.of());
    }

    /** Most deals have no movement of money: they take one flag. */
    private static void writeCash(BinaryWriter writer, DealCredit credit) {
        Cash cash = credit.cash();
        if (writer.flag(!cash.equals(Cash.unpaid(credit.wholeMinor(), credit.creditedMinor())))) {
            ConversionCodec.writeCash(writer, cash);
        }
    }

    private static Cash readCash(BinaryReader reader, long wholeMinor, long creditedMinor) {
        return reader.flag() ? ConversionCodec.readCash(reader) : Cash.unpaid(wholeMinor, creditedMinor);
    }

    private static void writeLine(BinaryWriter writer, Line line) {
        writer.flags(LINE_FLAGS);
        writer.optionalText(line.product());
        writer.optionalText(line.category());
        boolean tagged = writer.flag(!line.tags().isEmpty());
        writer.signed(line.creditedMinor());
        if (writer.flag(line.grossMinor() != line.creditedMinor())) {
            writer.signed(line.grossMinor());
        }
        writer.signed(line.quantityMillis());
        if (writer.flag(line.creditedMillis() != line.quantityMillis())) {
            writer.signed(line.creditedMillis());
        }
        LineMoney money = line.money();
        if (writer.flag(money.wholeMinor() != money.creditedMinor())) {
            writer.signed(money.wholeMinor());
        }
        if (writer.flag(money.wholeGrossMinor() != money.wholeMinor())) {
            writer.signed(money.wholeGrossMinor());
        }
        if (tagged) {
            writer.each(line.tags(), DatedTagCodec::write);
        }
    }

    private static Line readLine(BinaryReader reader) {
        reader.flags(LINE_FLAGS);
        var product = reader.optionalText();
        var category = reader.optionalText();
        boolean tagged = reader.flag();
        long creditedMinor = reader.signed();
        long grossMinor = reader.flag() ? reader.signed() : creditedMinor;
        long quantityMillis = reader.signed();
        long creditedMillis = reader.flag() ? reader.signed() : quantityMillis;
        long wholeMinor = reader.flag() ? reader.signed() : creditedMinor;
        long wholeGrossMinor = reader.flag() ? reader.signed() : wholeMinor;
        LineMoney money = new LineMoney(creditedMinor, grossMinor, wholeMinor, wholeGrossMinor);
        List<DatedTag> tags = tagged ? reader.list(DatedTagCodec::read) : List.of();
        return new Line(product, category, tags, money, quantityMillis, creditedMillis);
    }
}
