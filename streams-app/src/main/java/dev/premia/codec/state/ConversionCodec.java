package dev.premia.codec.state;

import dev.premia.domain.credit.Conversion;
import dev.premia.domain.credit.Conversion.RateUse;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.LineMoney;
import dev.premia.domain.fact.ExchangeRates.Applied;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.money.RateDate;
import java.time.ZoneId;
import java.util.List;

/** The stored form of a credit's money in another currency. */
final class ConversionCodec {
    private static final EnumNumbers<RateDate> RATE_DATES =
            new EnumNumbers<>(RateDate.class, List.of(RateDate.WIN_DATE, RateDate.PAYMENT_DATE));

    private ConversionCodec() {}

    static void write(BinaryWriter out, Conversion conversion) {
        MoneyView view = conversion.view();
        out.text(view.zone().getId());
        out.text(view.currency());
        RATE_DATES.write(out, view.rateDate());
        out.text(conversion.from());
        out.signed(conversion.wholeMinor());
        out.signed(conversion.creditedMinor());
        writeCash(out, conversion.cash());
        out.flags(1);
        if (out.flag(conversion.costs() != null)) {
            writeCosts(out, conversion.costs());
        }
        out.each(conversion.lines(), (to, line) -> {
            to.signed(line.creditedMinor());
            to.signed(line.grossMinor());
            to.signed(line.wholeMinor());
            to.signed(line.wholeGrossMinor());
        });
        out.each(conversion.uses(), ConversionCodec::writeUse);
    }

    static Conversion read(BinaryReader in) {
        ZoneId zone = ZoneId.of(in.text());
        MoneyView view = new MoneyView(zone, in.text(), RATE_DATES.read(in));
        String from = in.text();
        long whole = in.signed();
        long credited = in.signed();
        DealCredit.Cash cash = readCash(in);
        in.flags(1);
        DealCredit.Costs costs = in.flag() ? readCosts(in) : null;
        List<LineMoney> lines =
                in.list(line -> new LineMoney(line.signed(), line.signed(), line.signed(), line.signed()));
        return new Conversion(view, from, whole, credited, cash, costs, lines, in.list(ConversionCodec::readUse));
    }

    static void writeCosts(BinaryWriter out, DealCredit.Costs costs) {
        out.signed(costs.wholeMinor());
        out.signed(costs.costMinor());
        out.signed(costs.expensesMinor());
        out.signed(costs.taxMinor());
    }

    static DealCredit.Costs readCosts(BinaryReader in) {
        return new DealCredit.Costs(in.signed(), in.signed(), in.signed(), in.signed());
    }

    static void writeCash(BinaryWriter out, DealCredit.Cash cash) {
        out.signed(cash.wholeMinor());
        out.signed(cash.creditedMinor());
        out.each(cash.payments(), (to, payment) -> {
            to.instant(payment.paidAt());
            to.signed(payment.wholeMinor());
            to.signed(payment.creditedMinor());
        });
    }

    static DealCredit.Cash readCash(BinaryReader in) {
        return new DealCredit.Cash(
                in.signed(),
                in.signed(),
                in.list(each -> new DealCredit.Payment(each.instant(), each.signed(), each.signed())));
    }

    private static void writeUse(BinaryWriter out, RateUse use) {
        out.day(use.day());
        out.flags(2);
        if (out.flag(use.rate() != null)) {
            out.flag(use.rate().inverse());
            out.day(use.rate().date());
            out.decimal(use.rate().rate());
            out.unsigned(use.rate().units());
        } else {
            out.flag(false);
        }
    }

    private static RateUse readUse(BinaryReader in) {
        var day = in.day();
        in.flags(2);
        boolean known = in.flag();
        boolean inverse = in.flag();
        return new RateUse(day, known ? new Applied(in.day(), in.decimal(), (int) in.unsigned(), inverse) : null);
    }
}
