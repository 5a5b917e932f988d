package dev.premia.codec.state;

import dev.premia.domain.event.FxRateRecord;

/** The stored form of an exchange rate at a revision. */
public final class FxRateRecordCodec {
    public static final StateFormat<FxRateRecord> FORMAT =
            StateFormat.of("exchange rate record", FxRateRecordCodec::write, FxRateRecordCodec::read);

    private static final int FLAGS = 4;

    private FxRateRecordCodec() {}

    private static void write(BinaryWriter out, FxRateRecord rate) {
        HeaderCodec.write(out, rate.header());
        out.flags(FLAGS);
        out.optionalText(rate.base());
        out.optionalText(rate.quote());
        out.optionalDay(rate.date());
        out.optionalDecimal(rate.rate());
        out.signed(rate.units());
    }

    private static FxRateRecord read(BinaryReader in) {
        var header = HeaderCodec.read(in);
        in.flags(FLAGS);
        return new FxRateRecord(
                header, in.optionalText(), in.optionalText(), in.optionalDay(), in.optionalDecimal(), in.signedInt());
    }
}
