package dev.premia.domain.analysis;

import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.formula.Value;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.money.Decimals;
import dev.premia.domain.statement.FrozenStatement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How well a closed month held: how many of its lines had to be corrected, and how long the close took.
 *
 * @param lines of the frozen statements, those that belong to the month itself
 * @param corrected lines of the month for which something was posted to a later month
 * @param share corrected / lines with 34 digits; undefined without lines
 * @param timeToClose from the end of the month, in the zone of the close, to the moment of the close; null where that is not
 *     known
 */
public record CloseHealth(YearMonth month, int lines, int corrected, Value share, Duration timeToClose) {
    /** Why there is no share. */
    public static final String NO_LINES = "share is undefined: no lines in the month";

    /** What is posted to a month for somebody's component and origin window. */
    public record Posted(String manager, FrozenStatement.Line line, YearMonth month) {
        private boolean isLateFor(YearMonth origin) {
            return month.isAfter(origin) && Posting.periodOf(line.window()).equals(origin);
        }
    }

    /** Every closed month, ascending. */
    public static List<CloseHealth> of(ClosedPeriods closed, Collection<Posted> posted) {
        List<CloseHealth> months = new ArrayList<>();
        for (YearMonth month : closed.completed().keySet()) {
            int lines = 0;
            for (FrozenStatement statement : closed.results(month).values()) {
                for (FrozenStatement.Line line : statement.lines()) {
                    lines += Posting.periodOf(line.window()).equals(month) ? 1 : 0;
                }
            }
            int corrected = (int) posted.stream()
                    .filter(each -> each.isLateFor(month))
                    .map(each -> List.of(
                            each.manager(),
                            each.line().plan(),
                            each.line().component(),
                            each.line().window()))
                    .distinct()
                    .count();
            Value share = lines == 0
                    ? Value.undefined(NO_LINES)
                    : Value.of(Decimals.divide(BigDecimal.valueOf(corrected), BigDecimal.valueOf(lines)));
            months.add(new CloseHealth(
                    month, lines, corrected, share, timeToClose(closed.closes().get(month))));
        }
        return months;
    }

    private static Duration timeToClose(Decision.Close close) {
        return close.heading().at() == null
                ? null
                : Duration.between(
                        close.period()
                                .plusMonths(1)
                                .atDay(1)
                                .atStartOfDay(close.zone())
                                .toInstant(),
                        close.heading().at());
    }
}
