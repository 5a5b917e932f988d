package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;

/** A KPI of a result, and how its values are shown. */
final class Figure {
    private final ChosenKpi kpi;
    private final BatchResult result;
    private final Output output;

    Figure(ChosenKpi kpi, BatchResult result, Output output) {
        this.kpi = kpi;
        this.result = result;
        this.output = output;
    }

    Value of(Subject subject, Window window) {
        return result.kpi(kpi.kpi(), kpi.parameters(), subject, Span.of(window), result.settings());
    }

    /** The title of the KPI with what is shown of it. */
    String title(String of) {
        String currency =
                kpi.kpi().unit() == Unit.MONEY ? ", " + result.settings().currency() : "";
        return output.text(kpi.kpi().titleRu(), kpi.kpi().titleEn()) + ": " + of + currency + ", "
                + result.settings().zone();
    }

    String name() {
        return kpi.text();
    }

    /** In the unit of the KPI. */
    Cell cell(Value value) {
        return cell(value.orElse(null));
    }

    /** In the unit of the KPI. */
    Cell cell(BigDecimal number) {
        return number == null
                ? null
                : new Cell(kpi.shown(number, result.settings().currency(), output.numbers()), number);
    }

    /** A fraction as a percentage. */
    static Cell percent(Value value, Output output) {
        BigDecimal number = value.orElse(null);
        return number == null ? null : new Cell(output.numbers().percent(number), number);
    }

    /** Minor units, shown without the currency. */
    static Cell amount(long minor, String currency, Output output) {
        BigDecimal amount = Currencies.toAmount(minor, currency);
        return new Cell(output.numbers().amount(amount, currency), amount);
    }

    /** Why there is no value, for machines. */
    static String reason(Value value) {
        return value instanceof Value.Undefined undefined ? undefined.reason() : null;
    }
}
