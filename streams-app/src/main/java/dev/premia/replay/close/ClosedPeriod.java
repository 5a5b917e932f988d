package dev.premia.replay.close;

import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.PayBalances;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.replay.BatchResult;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a close freezes: a statement for everybody to whom something is posted, carried or owed.
 *
 * @param statements by manager
 * @param digest over the digests of all statements
 */
public record ClosedPeriod(YearMonth period, List<FrozenStatement> statements, String digest) {

    public ClosedPeriod {
        statements = List.copyOf(statements);
    }

    /**
     * Computes what a close freezes.
     *
     * @param result computed from what counts for the close, and from the closes before it
     */
    public static ClosedPeriod of(BatchResult result, YearMonth period) {
        ClosedPeriods closed = result.decisions().closed();
        TreeMap<String, List<FrozenStatement.Line>> lines = new TreeMap<>();
        for (BatchResult.Line line : result.postedLines()) {
            if (line.posting().equals(period)) {
                lines.computeIfAbsent(line.manager(), manager -> new ArrayList<>())
                        .add(line.toStatementLine());
            }
        }
        TreeSet<String> managers = new TreeSet<>(lines.keySet());
        Map<String, List<FrozenStatement.Balance>> before = balances(closed);
        managers.addAll(before.keySet());
        result.guaranteed(period).forEach(managers::add);
        List<FrozenStatement> statements = new ArrayList<>();
        TreeMap<String, String> seals = new TreeMap<>();
        for (String manager : managers) {
            List<FrozenStatement.Line> own = lines.getOrDefault(manager, List.of());
            ManagerRecord employee = result.organisation().manager(manager);
            List<FrozenStatement.Balance> balances = PayBalances.next(
                    before.getOrDefault(manager, List.of()),
                    employee == null ? null : employee.organisation(),
                    own,
                    result.guarantees(manager, period));
            if (!own.isEmpty() || !balances.isEmpty()) {
                FrozenStatement statement =
                        new FrozenStatement(manager, period, own, balances, StatementDigest.of(manager, own));
                statements.add(statement);
                seals.put(manager, statement.seal());
            }
        }
        return new ClosedPeriod(period, statements, StatementDigest.ofPeriod(seals));
    }

    /** The balances after the last closed month of those who had one. */
    private static Map<String, List<FrozenStatement.Balance>> balances(ClosedPeriods closed) {
        Map<String, List<FrozenStatement.Balance>> balances = new TreeMap<>();
        if (closed.last() != null) {
            closed.results(closed.last()).forEach((manager, statement) -> balances.put(manager, statement.balances()));
        }
        return balances;
    }

    /**
     * The open months before one that have entries or guarantee something, with how many: they must be closed first.
     *
     * @param result computed as for the close
     */
    public static Map<YearMonth, Long> openBefore(BatchResult result, YearMonth period) {
        ClosedPeriods closed = result.decisions().closed();
        Map<YearMonth, Long> open = new TreeMap<>();
        for (BatchResult.Line line : result.postedLines()) {
            if (line.posting().isBefore(period) && !closed.isClosed(line.posting())) {
                open.merge(line.posting(), 1L, Long::sum);
            }
        }
        addGuaranteed(result, period, open);
        return open;
    }

    /** A month pays its guarantees only with a close of its own. */
    private static void addGuaranteed(BatchResult result, YearMonth period, Map<YearMonth, Long> open) {
        YearMonth last = result.decisions().closed().last();
        YearMonth month = last != null ? last.plusMonths(1) : firstGuaranteed(result, period);
        for (; month.isBefore(period); month = month.plusMonths(1)) {
            int guaranteed = result.guaranteed(month).size();
            if (guaranteed > 0) {
                open.merge(month, (long) guaranteed, Long::sum);
            }
        }
    }

    private static YearMonth firstGuaranteed(BatchResult result, YearMonth otherwise) {
        return result.plans().all().stream()
                .filter(version -> version.guarantee() != null)
                .map(version -> YearMonth.from(version.validFrom()))
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    /** The id of the close of a month. */
    public static String idOf(YearMonth period) {
        return "close-" + period;
    }

    /** The decisions that follow a close of which nothing else is in the log: a result for each statement, then the completion. */
    public List<Decision> decisions(Decision.Close close) {
        return decisions(close, new Decisions());
    }

    /**
     * The decisions that follow a close, and make what is in the log what was computed: a result for each statement that is not
     * there, an empty one for each that was not computed, then the completion.
     *
     * @param recorded what is in the log
     */
    public List<Decision> decisions(Decision.Close close, Decisions recorded) {
        Map<String, FrozenStatement> there = recorded.closed().results(period);
        List<Decision> decisions = new ArrayList<>(statements.size() + 1);
        Set<String> given = new HashSet<>();
        for (FrozenStatement statement : statements) {
            if (!statement.equals(there.get(statement.manager()))) {
                decisions.add(result(close, statement, recorded, given));
            }
        }
        Set<String> computed = statements.stream().map(FrozenStatement::manager).collect(Collectors.toSet());
        there.keySet().stream()
                .filter(manager -> !computed.contains(manager))
                .forEach(manager ->
                        decisions.add(result(close, FrozenStatement.empty(manager, period), recorded, given)));
        decisions.add(new Decision.CloseCompleted(
                heading(close, close.heading().id() + "-completed"), period, statements.size(), digest));
        return decisions;
    }

    /** The managers whose results in the log say something else than what was computed. */
    public List<String> differing(Map<String, FrozenStatement> recorded) {
        Map<String, FrozenStatement> computed = new TreeMap<>();
        statements.forEach(each -> computed.put(each.manager(), each));
        return recorded.values().stream()
                .filter(each -> !each.equals(computed.get(each.manager())))
                .map(FrozenStatement::manager)
                .toList();
    }

    /**
     * The same id whenever the command is repeated; one that replaces another is numbered.
     *
     * @param given the ids of the results before it, which are not recorded: a numbered one may be the first of another manager
     */
    private static Decision.CloseResult result(
            Decision.Close close, FrozenStatement statement, Decisions recorded, Set<String> given) {
        String first = close.heading().id() + "-" + statement.manager();
        String id = first;
        for (int number = 2; recorded.byId(id) != null || !given.add(id); number++) {
            id = first + "-" + number;
        }
        return new Decision.CloseResult(heading(close, id), statement);
    }

    private static Decision.Heading heading(Decision.Close close, String id) {
        Instant at = close.heading().at();
        return new Decision.Heading(
                id, at, close.heading().author(), null, close.heading().reason(), null);
    }
}
