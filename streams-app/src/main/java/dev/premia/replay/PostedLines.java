package dev.premia.replay;

import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult.Line;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Divides what the plans say over posting periods: closed ones say what is frozen, the first open one all the rest. */
final class PostedLines {
    private PostedLines() {}

    /** What is added up over posting periods. */
    private record Account(String manager, String plan, Window window, String component, String currency)
            implements Comparable<Account> {
        private static final Comparator<Account> ORDER = Comparator.comparing(Account::manager)
                .thenComparing(Account::plan)
                .thenComparing(Account::window)
                .thenComparing(Account::component)
                .thenComparing(Account::currency);

        static Account of(Line line) {
            return new Account(line.manager(), line.plan(), line.window(), line.component(), line.currency());
        }

        @Override
        public int compareTo(Account other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * @param says what every component pays, each posted to the month of its window's last day
     */
    static List<Line> of(List<Line> says, ClosedPeriods closed) {
        if (closed.completed().isEmpty()) {
            return says;
        }
        List<Line> posted = new ArrayList<>();
        TreeMap<Account, Line> rest = new TreeMap<>();
        for (YearMonth period : closed.completed().keySet()) {
            for (FrozenStatement statement : closed.results(period).values()) {
                for (FrozenStatement.Line frozen : statement.lines()) {
                    Line line = line(statement.manager(), frozen, period, frozen.minor());
                    posted.add(line);
                    rest.merge(
                            Account.of(line),
                            line(statement.manager(), frozen, period, -frozen.minor()),
                            PostedLines::sum);
                }
            }
        }
        for (Line line : says) {
            rest.merge(
                    Account.of(line),
                    line,
                    (before, now) -> at(now, now.posting(), sum(before, now).minor()));
        }
        rest.values().forEach(line -> {
            if (line.minor() != 0) {
                posted.add(at(line, closed.firstOpen(Posting.periodOf(line.window())), line.minor()));
            }
        });
        posted.sort(Comparator.naturalOrder());
        return posted;
    }

    private static Line line(String manager, FrozenStatement.Line frozen, YearMonth period, long minor) {
        return new Line(
                manager,
                frozen.plan(),
                frozen.version(),
                frozen.component(),
                frozen.window(),
                period,
                minor,
                frozen.currency());
    }

    private static Line sum(Line before, Line after) {
        return at(after, after.posting(), Math.addExact(before.minor(), after.minor()));
    }

    private static Line at(Line line, YearMonth posting, long minor) {
        return new Line(
                line.manager(),
                line.plan(),
                line.version(),
                line.component(),
                line.window(),
                posting,
                minor,
                line.currency());
    }
}
