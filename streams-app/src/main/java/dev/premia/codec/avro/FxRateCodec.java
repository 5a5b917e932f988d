package dev.premia.codec.avro;

import dev.premia.domain.event.FxRateRecord;
import dev.premia.schemas.FxRate;
import java.util.Map;

/** Exchange rates. The contract's attributes have no place in the domain. */
public final class FxRateCodec {
    private FxRateCodec() {}

    public static FxRateRecord fromAvro(FxRate rate) {
        return new FxRateRecord(
                Fields.header(
                        rate.getId(), rate.getRevision(), rate.getChangedAt(), rate.getDeleted(), rate.getSource()),
                rate.getBase(),
                rate.getQuote(),
                rate.getDate(),
                rate.getRate(),
                rate.getUnits());
    }

    /**
     * @throws ContractValueException when the rate has more digits than the contract keeps
     */
    public static FxRate toAvro(FxRateRecord event) {
        FxRate rate = new FxRate();
        rate.setId(Fields.required(event.id()));
        rate.setRevision(event.revision());
        rate.setSource(Fields.required(event.header().source()));
        rate.setDeleted(event.header().deleted());
        rate.setChangedAt(event.header().changedAt());
        rate.setBase(event.base());
        rate.setQuote(event.quote());
        rate.setDate(event.date());
        rate.setRate(Fields.factor("rate", event.rate()));
        rate.setUnits(event.units());
        rate.setAttributes(Map.of());
        return rate;
    }
}
