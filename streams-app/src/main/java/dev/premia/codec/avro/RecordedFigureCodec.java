package dev.premia.codec.avro;

import dev.premia.domain.event.ContractEvent;
import dev.premia.domain.event.MarketEvent;
import dev.premia.domain.event.SpendEvent;
import dev.premia.domain.event.WorktimeEvent;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.schemas.Contract;
import dev.premia.schemas.Market;
import dev.premia.schemas.Spend;
import dev.premia.schemas.Worktime;
import java.time.LocalDate;
import java.util.Locale;

/** Spending, hours, sizes of markets, contracts. */
public final class RecordedFigureCodec {
    private RecordedFigureCodec() {}

    public static SpendEvent fromAvro(Spend spend) {
        String source = spend.getSource();
        return new SpendEvent(
                Fields.header(spend.getId(), spend.getRevision(), spend.getChangedAt(), spend.getDeleted(), source),
                Qualified.id(source, spend.getCampaign()),
                spend.getAmount(),
                spend.getCurrency(),
                spend.getSpentOn(),
                spend.getChannel(),
                spend.getAttributes());
    }

    public static WorktimeEvent fromAvro(Worktime worktime) {
        String source = worktime.getSource();
        return new WorktimeEvent(
                Fields.header(
                        worktime.getId(),
                        worktime.getRevision(),
                        worktime.getChangedAt(),
                        worktime.getDeleted(),
                        source),
                Qualified.id(source, worktime.getManager()),
                worktime.getDay(),
                worktime.getHours(),
                worktime.getAttributes());
    }

    /**
     * @throws ContractValueException when the first day is not the first day of such a window
     */
    public static MarketEvent fromAvro(Market market) {
        return new MarketEvent(
                Fields.header(
                        market.getId(),
                        market.getRevision(),
                        market.getChangedAt(),
                        market.getDeleted(),
                        market.getSource()),
                window(market),
                market.getSegment(),
                market.getAmount(),
                market.getCurrency(),
                market.getAttributes());
    }

    public static ContractEvent fromAvro(Contract contract) {
        String source = contract.getSource();
        return new ContractEvent(
                Fields.header(
                        contract.getId(),
                        contract.getRevision(),
                        contract.getChangedAt(),
                        contract.getDeleted(),
                        source),
                Qualified.id(source, contract.getCustomer()),
                Qualified.id(source, contract.getManager()),
                contract.getValue(),
                contract.getCurrency(),
                contract.getStartsOn(),
                contract.getExpiresOn(),
                contract.getAttributes());
    }

    private static Window window(Market market) {
        LocalDate start = market.getStartsOn();
        if (market.getDeleted() || start == null || market.getWindow() == null) {
            return null;
        }
        if (market.getWindow() == dev.premia.schemas.WindowKind.unknown) {
            throw new ContractValueException("window", "unknown", "day, week, month, quarter or year");
        }
        WindowKind kind = WindowKind.valueOf(market.getWindow().name().toUpperCase(Locale.ROOT));
        if (!kind.startOf(start).equals(start)) {
            throw new ContractValueException(
                    "starts_on", start.toString(), kind.startOf(start) + ", the first day of that " + kind.label());
        }
        return new Window(kind, start);
    }
}
