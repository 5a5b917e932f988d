package dev.premia.domain.credit;

import dev.premia.domain.event.ContractEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.MarketEvent;
import dev.premia.domain.event.SpendEvent;
import dev.premia.domain.event.WorktimeEvent;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Turns spending, hours, sizes of markets and contracts into day cells: they speak of calendar days, in any zone. */
final class RecordedFigureMeasuring {
    private RecordedFigureMeasuring() {}

    /**
     * @param renewed whether a won deal renews the contract
     */
    static void addCells(ManagerEvent event, boolean renewed, CellSink sink) {
        if (event instanceof SpendEvent spend) {
            long currency = Currencies.numericCode(spend.currency());
            sink.add(day(spend.spentOn()), Measures.SPEND, currency, minor(spend.amount(), spend.currency()));
        } else if (event instanceof WorktimeEvent worktime) {
            long hours = worktime.hours()
                    .movePointRight(Measures.HOUR_DIGITS)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            sink.add(day(worktime.day()), Measures.WORKED_HOURS, 0, hours);
        } else if (event instanceof MarketEvent market) {
            long dimension = Measures.market(market.window().kind(), Currencies.numericCode(market.currency()));
            long size = minor(market.amount(), market.currency());
            sink.add(market.window().firstEpochDay(), Measures.MARKET_SIZE, dimension, size);
            sink.add(market.window().firstEpochDay(), Measures.MARKET_FIGURES, dimension, 1);
        } else if (event instanceof ContractEvent contract && contract.expiresOn() != null) {
            addContract(contract, renewed, sink);
        }
    }

    private static void addContract(ContractEvent contract, boolean renewed, CellSink sink) {
        int day = day(contract.expiresOn());
        sink.add(day, Measures.CONTRACTS_EXPIRING, 0, 1);
        sink.add(day, Measures.CONTRACTS_RENEWED, 0, renewed ? 1 : 0);
        if (contract.value() != null) {
            long currency = Currencies.numericCode(contract.currency());
            long value = minor(contract.value(), contract.currency());
            sink.add(day, Measures.EXPIRING_VALUE, currency, value);
            sink.add(day, Measures.RENEWED_VALUE, currency, renewed ? value : 0);
        }
    }

    private static int day(LocalDate day) {
        return (int) day.toEpochDay();
    }

    private static long minor(BigDecimal amount, String currency) {
        return Currencies.toMinor(amount, currency);
    }
}
