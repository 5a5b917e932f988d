package dev.premia.domain.control;

import dev.premia.domain.statement.FrozenStatement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The closed posting periods and what is frozen in them. A close covers every earlier month: one without entries is closed with
 * the next one. Not thread-safe.
 */
public final class ClosedPeriods {
    private final TreeMap<YearMonth, Decision.Close> closes = new TreeMap<>();
    private final TreeMap<YearMonth, TreeMap<String, FrozenStatement>> results = new TreeMap<>();
    private final TreeMap<YearMonth, Decision.CloseCompleted> completed = new TreeMap<>();
    private final TreeMap<YearMonth, Decision.CloseCompleted> refused = new TreeMap<>();

    /** Takes in a decision about a close; others are of no concern. */
    void add(Decision decision) {
        if (decision instanceof Decision.Close close) {
            closes.put(close.period(), close);
        } else if (decision instanceof Decision.CloseResult result) {
            freeze(result.statement());
        } else if (decision instanceof Decision.CloseCompleted end) {
            completed.put(end.period(), end);
        }
    }

    /** The last result of a manager counts; an empty one takes back those before it. */
    private void freeze(FrozenStatement statement) {
        TreeMap<String, FrozenStatement> ofMonth =
                results.computeIfAbsent(statement.period(), period -> new TreeMap<>());
        if (statement.isEmpty()) {
            ofMonth.remove(statement.manager());
        } else {
            ofMonth.put(statement.manager(), statement);
        }
    }

    /** One that came before its close has nothing to do with it. */
    void refuse(Decision.CloseCompleted completion) {
        if (closes.containsKey(completion.period())) {
            refused.put(completion.period(), completion);
        }
    }

    /** The completion that was recorded for a month whose results it does not sum up; null where there is none. */
    public Decision.CloseCompleted refused(YearMonth period) {
        return closes.containsKey(period) && !completed.containsKey(period) ? refused.get(period) : null;
    }

    /** The closes by month, completed or not. */
    public SortedMap<YearMonth, Decision.Close> closes() {
        return Collections.unmodifiableSortedMap(closes);
    }

    /** The months of which all results are there, ascending. */
    public SortedMap<YearMonth, Decision.CloseCompleted> completed() {
        return Collections.unmodifiableSortedMap(completed);
    }

    /** The latest month of which all results are there; null while there is none. */
    public YearMonth last() {
        return completed.isEmpty() ? null : completed.lastKey();
    }

    /** Whether nothing is posted to a month any more. */
    public boolean isClosed(YearMonth month) {
        return last() != null && !month.isAfter(last());
    }

    /** The close with which a month was cut off: its own, or the next one; null while there is none. */
    public Decision.Close closeOf(YearMonth month) {
        Map.Entry<YearMonth, Decision.Close> entry = closes.ceilingEntry(month);
        return entry == null ? null : entry.getValue();
    }

    /** The first open month that is not before one. */
    public YearMonth firstOpen(YearMonth month) {
        return isClosed(month) ? last().plusMonths(1) : month;
    }

    /** The results that are there for a month, by manager, whether its close is completed or not. */
    public SortedMap<String, FrozenStatement> results(YearMonth month) {
        return Collections.unmodifiableSortedMap(results.getOrDefault(month, new TreeMap<>()));
    }

    /** The statements of a manager in completed months, ascending; months without one are left out. */
    public List<FrozenStatement> statements(String manager) {
        List<FrozenStatement> statements = new ArrayList<>();
        for (YearMonth month : completed.keySet()) {
            FrozenStatement statement = results(month).get(manager);
            if (statement != null) {
                statements.add(statement);
            }
        }
        return statements;
    }
}
