package dev.premia.cli.work;

import dev.premia.cli.NumberText;
import dev.premia.cli.Output;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;

/** A column of a report of KPIs: one of the catalogue, or one that a plan defines. */
interface ReportedKpi {

    /** As it was asked for. */
    String text();

    /** The title of its column, in the language of the output. */
    String title(Output output);

    Unit unit();

    /** The currency in which money is measured. */
    String currency(BatchResult result);

    /** The value over a window or a part of it; undefined where it has none. */
    Value value(BatchResult result, Subject subject, Span span);

    /** The target of a whole window, null without one. */
    BigDecimal target(BatchResult result, Subject subject, Window window);

    /** A value for people; money without its currency, which the title of the table names. */
    default String shown(BigDecimal value, String currency, NumberText numbers) {
        return switch (unit()) {
            case MONEY -> numbers.amount(value, currency);
            case RATIO -> numbers.percent(value);
            case COUNT, POINTS, NONE -> numbers.atMost(value, 2);
            case SECONDS, DAYS -> numbers.atMost(value, 1);
        };
    }
}
