package dev.premia.domain.plan.own;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.event.DatedTag;
import dev.premia.domain.formula.Symbol;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.DealField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a deal and of its lines: those that filters on deals know, and further ones. */
final class DealFields {
    /** Digits of quantities; a third of a unit is credited as 0.3333. */
    private static final int QUANTITY_DIGITS = 4;

    private static final int MILLIS_DIGITS = 3;

    private DealFields() {}

    /** The fields of a deal and of its lines. */
    static Map<String, FactField> ofDeals() {
        return fields();
    }

    /** The fields of a payment: its amount, negative for what went back, and what its deal says. */
    static Map<String, FactField> ofPayments() {
        Map<String, FactField> fields = new LinkedHashMap<>();
        DealField.SYMBOLS.forEach((name, symbol) -> fields.put(name, wrapped(name, symbol)));
        put(fields, FactField.money("amount", row -> amount(row, row.payment().wholeMinor()), row -> row.payment()
                .creditedMinor()));
        put(fields, FactField.money("deal_amount", row -> amount(row, row.deal().wholeMinor()), row -> row.deal()
                .creditedMinor()));
        return fields;
    }

    private static Map<String, FactField> fields() {
        Map<String, FactField> fields = new LinkedHashMap<>();
        DealField.SYMBOLS.forEach((name, symbol) -> fields.put(name, wrapped(name, symbol)));
        put(fields, FactField.money("amount", row -> amount(row, row.deal().wholeMinor()), row -> row.deal()
                .creditedMinor()));
        put(fields, FactField.money("cost", DealFields::cost, row -> row.deal()
                .costs()
                .costMinor()));
        put(
                fields,
                FactField.money(
                        "profit",
                        DealFields::profit,
                        row -> row.deal().creditedMinor() - row.deal().costs().costMinor()));
        put(fields, FactField.texts("tag", row -> row.deal().tags()));
        put(fields, FactField.text("line.product", row -> row.line().product()).ofALine());
        put(fields, FactField.text("line.category", DealFields::category).ofALine());
        put(fields, FactField.texts("line.tags", DealFields::lineTags).ofALine());
        put(
                fields,
                FactField.money("line.amount", row -> amount(row, lineMinor(row)), row -> row.line()
                                .creditedMinor())
                        .ofALine());
        put(
                fields,
                FactField.number("line.quantity", Unit.COUNT, QUANTITY_DIGITS, DealFields::quantity)
                        .ofALine());
        put(
                fields,
                FactField.money("line.price", DealFields::price, DealFields::creditedPrice)
                        .ofALine());
        return fields;
    }

    private static void put(Map<String, FactField> fields, FactField field) {
        fields.put(field.name(), field);
    }

    /** A field that filters on deals know already. */
    private static FactField wrapped(String name, Symbol symbol) {
        Object handle = symbol.handle();
        return switch (symbol.type()) {
            case NUMBER ->
                FactField.number(name, symbol.unit(), QUANTITY_DIGITS, row -> scope(row)
                        .number(handle)
                        .orElse(null));
            case STRING -> FactField.text(name, row -> scope(row).string(handle));
            case STRING_LIST -> FactField.texts(name, row -> scope(row).strings(handle));
            case BOOLEAN -> FactField.flag(name, row -> scope(row).bool(handle));
        };
    }

    private static DealField.DealScope scope(FactRow row) {
        return new DealField.DealScope(row.deal());
    }

    private static BigDecimal amount(FactRow row, long minor) {
        String currency = row.deal().currency();
        return currency == null ? null : Currencies.toAmount(minor, currency);
    }

    private static BigDecimal cost(FactRow row) {
        DealCredit.Costs costs = row.deal().costs();
        return costs == null ? null : amount(row, costs.wholeMinor());
    }

    private static BigDecimal profit(FactRow row) {
        DealCredit.Costs costs = row.deal().costs();
        return costs == null ? null : amount(row, row.deal().wholeMinor() - costs.wholeMinor());
    }

    private static String category(FactRow row) {
        String category = row.line().category();
        return category == null ? "" : category;
    }

    /** Measuring leaves those tags only that hold on the day of the close. */
    private static List<String> lineTags(FactRow row) {
        return row.line().tags().stream().map(DatedTag::tag).distinct().toList();
    }

    /** The line of the whole deal, however it is split. */
    private static long lineMinor(FactRow row) {
        return row.line().money().wholeMinor();
    }

    private static BigDecimal quantity(FactRow row) {
        return BigDecimal.valueOf(row.line().quantityMillis(), MILLIS_DIGITS);
    }

    private static BigDecimal price(FactRow row) {
        BigDecimal amount = amount(row, lineMinor(row));
        long millis = row.line().quantityMillis();
        return amount == null || millis == 0
                ? null
                : amount.divide(quantity(row), Currencies.minorDigits(row.deal().currency()), RoundingMode.HALF_UP);
    }

    /** The receiver's share of the price of one unit, so that a mean weighs a shared line less. */
    private static long creditedPrice(FactRow row) {
        return price(row)
                .multiply(BigDecimal.valueOf(row.deal().shareNanos(), DealCredit.SHARE_DIGITS))
                .movePointRight(Currencies.minorDigits(row.deal().currency()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
