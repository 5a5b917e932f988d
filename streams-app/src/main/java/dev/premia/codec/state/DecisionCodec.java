package dev.premia.codec.state;

import dev.premia.domain.control.Decision;
import dev.premia.domain.control.OffsetVector;
import java.time.YearMonth;
import java.time.ZoneId;

/** The stored form of a decision. */
public final class DecisionCodec {
    public static final StateFormat<Decision> FORMAT =
            StateFormat.of("decision", DecisionCodec::write, DecisionCodec::read);

    private static final int ADJUSTMENT = 1;
    private static final int HOLD = 2;
    private static final int RELEASE = 3;
    private static final int CONTEST_RESULT = 4;
    private static final int RESTATE_RATE = 5;
    private static final int CLOSE = 6;
    private static final int CLOSE_RESULT = 7;
    private static final int CLOSE_COMPLETED = 8;
    private static final int CREDIT_TRANSFER = 9;
    private static final int DISPUTE = 10;

    private DecisionCodec() {}

    private static void write(BinaryWriter out, Decision decision) {
        if (decision instanceof Decision.Adjustment adjustment) {
            out.raw(ADJUSTMENT);
            writeHeading(out, decision.heading());
            out.flags(1);
            out.text(adjustment.manager());
            out.optionalText(adjustment.toManager());
            out.text(adjustment.type());
            out.day(adjustment.period().atDay(1));
            out.signed(adjustment.minor());
            out.text(adjustment.unit());
        } else if (decision instanceof Decision.Hold hold) {
            out.raw(HOLD);
            writeHeading(out, decision.heading());
            out.flags(2);
            out.text(hold.deal());
            out.optionalText(hold.plan());
            out.optionalText(hold.component());
            out.day(hold.from());
        } else if (decision instanceof Decision.Release release) {
            out.raw(RELEASE);
            writeHeading(out, decision.heading());
            out.flags(2);
            out.text(release.deal());
            out.optionalText(release.plan());
            out.optionalText(release.component());
            out.day(release.from());
            out.decimal(release.share());
        } else if (decision instanceof Decision.ContestResult result) {
            out.raw(CONTEST_RESULT);
            writeHeading(out, decision.heading());
            out.text(result.plan());
            out.unsigned(result.version());
            out.text(result.component());
            TargetRecordCodec.writeWindow(out, result.window());
            out.each(result.places(), DecisionCodec::writePlace);
        } else if (decision instanceof Decision.RestateRate rate) {
            out.raw(RESTATE_RATE);
            writeHeading(out, decision.heading());
            out.text(rate.base());
            out.text(rate.quote());
            out.day(rate.day());
            out.signed(rate.revision());
        } else if (decision instanceof Decision.Close close) {
            out.raw(CLOSE);
            writeHeading(out, decision.heading());
            out.day(close.period().atDay(1));
            out.instant(close.cutoff());
            out.text(close.zone().getId());
            writeVector(out, close.vector());
        } else if (decision instanceof Decision.CloseResult result) {
            out.raw(CLOSE_RESULT);
            writeHeading(out, decision.heading());
            FrozenStatementCodec.FORMAT.write(out, result.statement());
        } else if (decision instanceof Decision.CloseCompleted completed) {
            out.raw(CLOSE_COMPLETED);
            writeHeading(out, decision.heading());
            out.day(completed.period().atDay(1));
            out.unsigned(completed.managers());
            out.text(completed.digest());
        } else if (decision instanceof Decision.CreditTransfer transfer) {
            out.raw(CREDIT_TRANSFER);
            writeHeading(out, decision.heading());
            out.flags(1);
            out.text(transfer.deal());
            out.text(transfer.manager());
            out.text(transfer.toManager());
            out.decimal(transfer.share());
            out.optionalDay(transfer.from());
        } else if (decision instanceof Decision.Dispute dispute) {
            out.raw(DISPUTE);
            writeHeading(out, decision.heading());
            out.flags(1);
            out.text(dispute.manager());
            out.unsigned(dispute.sequence());
            out.optionalText(dispute.resolution());
        }
    }

    private static void writeVector(BinaryWriter out, OffsetVector vector) {
        out.each(vector.offsets().entrySet(), (writer, topic) -> {
            writer.text(topic.getKey());
            writer.each(topic.getValue().entrySet(), (inner, end) -> {
                inner.unsigned(end.getKey());
                inner.unsigned(end.getValue());
            });
        });
    }

    private static OffsetVector readVector(BinaryReader in) {
        OffsetVector.Builder vector = new OffsetVector.Builder();
        int topics = in.count();
        for (int i = 0; i < topics; i++) {
            String topic = in.text();
            int partitions = in.count();
            for (int j = 0; j < partitions; j++) {
                vector.put(topic, (int) in.unsigned(), in.unsigned());
            }
        }
        return vector.build();
    }

    private static Decision read(BinaryReader in) {
        int tag = in.raw();
        Decision.Heading heading = readHeading(in);
        return switch (tag) {
            case ADJUSTMENT -> {
                in.flags(1);
                yield new Decision.Adjustment(
                        heading,
                        in.text(),
                        in.optionalText(),
                        in.text(),
                        YearMonth.from(in.day()),
                        in.signed(),
                        in.text());
            }
            case HOLD -> {
                in.flags(2);
                yield new Decision.Hold(heading, in.text(), in.optionalText(), in.optionalText(), in.day());
            }
            case RELEASE -> {
                in.flags(2);
                yield new Decision.Release(
                        heading, in.text(), in.optionalText(), in.optionalText(), in.day(), in.decimal());
            }
            case CONTEST_RESULT ->
                new Decision.ContestResult(
                        heading,
                        in.text(),
                        (int) in.unsigned(),
                        in.text(),
                        TargetRecordCodec.readWindow(in),
                        in.list(DecisionCodec::readPlace));
            case RESTATE_RATE -> new Decision.RestateRate(heading, in.text(), in.text(), in.day(), in.signed());
            case CLOSE ->
                new Decision.Close(
                        heading, YearMonth.from(in.day()), in.instant(), ZoneId.of(in.text()), readVector(in));
            case CLOSE_RESULT -> new Decision.CloseResult(heading, FrozenStatementCodec.FORMAT.read(in));
            case CLOSE_COMPLETED ->
                new Decision.CloseCompleted(heading, YearMonth.from(in.day()), (int) in.unsigned(), in.text());
            case CREDIT_TRANSFER -> {
                in.flags(1);
                yield new Decision.CreditTransfer(
                        heading, in.text(), in.text(), in.text(), in.decimal(), in.optionalDay());
            }
            case DISPUTE -> {
                in.flags(1);
                yield new Decision.Dispute(heading, in.text(), in.unsigned(), in.optionalText());
            }
            default ->
                throw new StateFormatException("A decision has an unknown tag: it was written by a newer release.");
        };
    }

    private static void writeHeading(BinaryWriter out, Decision.Heading heading) {
        out.text(heading.id());
        out.flags(5);
        out.optionalInstant(heading.at());
        out.optionalText(heading.author());
        out.optionalText(heading.approver());
        out.optionalText(heading.reason());
        out.optionalText(heading.document());
    }

    private static Decision.Heading readHeading(BinaryReader in) {
        String id = in.text();
        in.flags(5);
        return new Decision.Heading(
                id, in.optionalInstant(), in.optionalText(), in.optionalText(), in.optionalText(), in.optionalText());
    }

    private static void writePlace(BinaryWriter out, Decision.Place place) {
        out.text(place.manager());
        out.unsigned(place.place());
        out.flags(1);
        out.optionalDecimal(place.value());
        out.signed(place.prizeMinor());
    }

    private static Decision.Place readPlace(BinaryReader in) {
        String manager = in.text();
        int place = (int) in.unsigned();
        in.flags(1);
        return new Decision.Place(manager, place, in.optionalDecimal(), in.signed());
    }
}
