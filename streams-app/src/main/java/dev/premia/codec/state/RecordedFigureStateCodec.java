package dev.premia.codec.state;

import dev.premia.domain.event.ContractEvent;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.MarketEvent;
import dev.premia.domain.event.SpendEvent;
import dev.premia.domain.event.WorktimeEvent;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;

/** The stored forms of spending, hours, sizes of markets and contracts, after their header. */
final class RecordedFigureStateCodec {
    private RecordedFigureStateCodec() {}

    static void write(BinaryWriter out, SpendEvent spend) {
        out.flags(5);
        out.optionalText(spend.campaign());
        out.optionalDecimal(spend.amount());
        out.optionalText(spend.currency());
        out.optionalDay(spend.spentOn());
        out.optionalText(spend.channel());
        out.texts(spend.attributes());
    }

    static SpendEvent readSpend(BinaryReader in, Header header) {
        in.flags(5);
        return new SpendEvent(
                header,
                in.optionalText(),
                in.optionalDecimal(),
                in.optionalText(),
                in.optionalDay(),
                in.optionalText(),
                in.texts());
    }

    static void write(BinaryWriter out, WorktimeEvent worktime) {
        out.flags(3);
        out.optionalText(worktime.manager());
        out.optionalDay(worktime.day());
        out.optionalDecimal(worktime.hours());
        out.texts(worktime.attributes());
    }

    static WorktimeEvent readWorktime(BinaryReader in, Header header) {
        in.flags(3);
        return new WorktimeEvent(header, in.optionalText(), in.optionalDay(), in.optionalDecimal(), in.texts());
    }

    static void write(BinaryWriter out, MarketEvent market) {
        out.flags(4);
        if (out.flag(market.window() != null)) {
            out.raw(market.window().kind().number());
            out.day(market.window().start());
        }
        out.optionalText(market.segment());
        out.optionalDecimal(market.amount());
        out.optionalText(market.currency());
        out.texts(market.attributes());
    }

    static MarketEvent readMarket(BinaryReader in, Header header) {
        in.flags(4);
        Window window = in.flag() ? new Window(WindowKind.ofNumber(in.raw()), in.day()) : null;
        return new MarketEvent(header, window, in.optionalText(), in.optionalDecimal(), in.optionalText(), in.texts());
    }

    static void write(BinaryWriter out, ContractEvent contract) {
        out.flags(6);
        out.optionalText(contract.customer());
        out.optionalText(contract.manager());
        out.optionalDecimal(contract.value());
        out.optionalText(contract.currency());
        out.optionalDay(contract.startsOn());
        out.optionalDay(contract.expiresOn());
        out.texts(contract.attributes());
    }

    static ContractEvent readContract(BinaryReader in, Header header) {
        in.flags(6);
        return new ContractEvent(
                header,
                in.optionalText(),
                in.optionalText(),
                in.optionalDecimal(),
                in.optionalText(),
                in.optionalDay(),
                in.optionalDay(),
                in.texts());
    }
}
