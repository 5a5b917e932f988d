package dev.premia.replay.verify;

import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.verify.Difference.Kind;
import dev.premia.schemas.Statement;
import dev.premia.schemas.StatementLine;
import dev.premia.schemas.StatementTotal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares the latest statements with the lines of a batch result. */
final class StatementVerification {
    private final Map<String, Statement> latest = new TreeMap<>();

    /** The parts of a statement that must agree. */
    private record Content(List<String> lines, Map<String, Long> totals, String digest, boolean frozen) {
        static final Content EMPTY = new Content(List.of(), Map.of(), null, false);
    }

    void add(Statement statement) {
        latest.put(key(statement.getManager(), statement.getPostingPeriod()), statement);
    }

    /** How many statements there are of the managers. */
    int count(Predicate<String> managers) {
        return (int) latest.values().stream()
                .filter(statement -> managers.test(statement.getManager()))
                .count();
    }

    /**
     * @param lines those of the managers, and of no others
     * @param closed whether the statements of a period are frozen
     * @param managers whose statements are compared
     * @param periods which statements are compared
     */
    List<Difference> compare(
            List<Line> lines, Predicate<YearMonth> closed, Predicate<String> managers, Predicate<YearMonth> periods) {
        Map<String, List<Line>> expected = new TreeMap<>();
        for (Line line : lines) {
            expected.computeIfAbsent(key(line.manager(), line.posting().toString()), k -> new ArrayList<>())
                    .add(line);
        }
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        latest.forEach((key, statement) -> {
            if (managers.test(statement.getManager()) && periods.test(YearMonth.parse(statement.getPostingPeriod()))) {
                keys.add(key);
            }
        });
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            Content wanted = expected.containsKey(key) ? content(expected.get(key), closed) : Content.EMPTY;
            Content found = latest.containsKey(key) ? content(latest.get(key), closed) : Content.EMPTY;
            compare(key, wanted, found, differences);
        }
        return differences;
    }

    private static void compare(String key, Content wanted, Content found, List<Difference> differences) {
        if (!wanted.lines().equals(found.lines())) {
            List<String> missing = new ArrayList<>(wanted.lines());
            missing.removeAll(found.lines());
            List<String> surplus = new ArrayList<>(found.lines());
            surplus.removeAll(wanted.lines());
            boolean orderOnly = missing.isEmpty() && surplus.isEmpty();
            differences.add(new Difference(
                    Kind.STATEMENT,
                    key,
                    orderOnly ? "lines in the order of plan, window, component" : "lines " + missing,
                    orderOnly ? "the same lines otherwise" : "lines " + surplus));
        } else if (!wanted.totals().equals(found.totals())) {
            differences.add(new Difference(
                    Kind.STATEMENT, key, "totals " + wanted.totals(), "totals " + found.totals() + " in minor units"));
        } else if (!wanted.lines().isEmpty() && !wanted.digest().equals(found.digest())) {
            differences.add(
                    new Difference(Kind.STATEMENT, key, "digest " + wanted.digest(), "digest " + found.digest()));
        } else if (!wanted.lines().isEmpty() && wanted.frozen() != found.frozen()) {
            differences.add(new Difference(
                    Kind.STATEMENT,
                    key,
                    wanted.frozen() ? "frozen" : "not frozen",
                    found.frozen() ? "frozen" : "not frozen"));
        }
    }

    private static Content content(List<Line> lines, Predicate<YearMonth> closed) {
        List<String> texts = new ArrayList<>();
        List<String> digested = new ArrayList<>();
        Map<String, Long> totals = new TreeMap<>();
        for (Line line : lines) {
            texts.add(text(
                    line.plan(),
                    closed.test(line.posting()) ? line.version() : null,
                    line.component(),
                    line.window(),
                    LedgerVerification.money(line.minor(), line.currency())));
            digested.add(StatementDigest.line(
                    line.manager(), line.plan(), line.window(), line.component(), line.minor(), line.currency()));
            totals.merge(line.currency(), line.minor(), Math::addExact);
        }
        return new Content(
                texts,
                totals,
                StatementDigest.of(digested),
                closed.test(lines.get(0).posting()));
    }

    private static Content content(Statement statement, Predicate<YearMonth> closed) {
        boolean isClosed = closed.test(YearMonth.parse(statement.getPostingPeriod()));
        List<String> texts = new ArrayList<>();
        for (StatementLine line : statement.getLines()) {
            texts.add(text(
                    line.getPlan(),
                    isClosed ? line.getPlanVersion() : null,
                    line.getComponent(),
                    LedgerVerification.window(line.getWindowKind(), line.getWindowStart()),
                    LedgerVerification.money(line.getAmountMinor(), line.getCurrency())));
        }
        Map<String, Long> totals = new TreeMap<>();
        for (StatementTotal total : statement.getTotals()) {
            totals.merge(total.getCurrency(), total.getTotalMinor(), Math::addExact);
        }
        return new Content(texts, totals, statement.getDigest(), statement.getFrozen());
    }

    /**
     * @param version null in an open month: its lines name the version of their last entry, and another version that pays the same
     *     makes no entry
     */
    private static String text(String plan, Integer version, String component, Window window, String amount) {
        return plan + (version == null ? "" : " v" + version) + " " + component + " " + window + " " + amount;
    }

    private static String key(String manager, String period) {
        return manager + ", payroll " + period;
    }
}
