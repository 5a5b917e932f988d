package dev.premia.payroll;

import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.replay.BatchResult;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was earned, posted, paid and carried, by month, manager, legal entity and unit. */
public final class PayrollRegister {
    private final BatchResult result;
    private final ClosedPeriods closed;
    private final Map<Key, Sums> sums = new TreeMap<>();

    private PayrollRegister(BatchResult result) {
        this.result = result;
        this.closed = result.decisions().closed();
    }

    /**
     * One line of the register; amounts in minor units of {@code currency}.
     *
     * @param organisation the legal entity, null where none is known
     * @param employeeNumber within it, null where none is known
     * @param closed whether the month is closed; nothing is paid from an open one
     * @param accrued what the origin windows that end in the month are worth by what is known now
     * @param posted what the month's payroll has of them and of earlier ones
     * @param paid what the closed month pays
     * @param carried the negative balance after it, never above 0
     * @param debt advances that are not paid back after it
     * @param receivable what somebody who has left owes, for finance to decide: carried and debt of the last closed month
     * @param handedOver what batches pay, those without an answer as well
     * @param acknowledged what payroll has taken of them
     */
    public record Row(
            YearMonth period,
            String manager,
            String organisation,
            String employeeNumber,
            String currency,
            boolean closed,
            long accrued,
            long posted,
            long paid,
            long carried,
            long debt,
            long receivable,
            long handedOver,
            long acknowledged) {}

    private record Key(YearMonth period, String manager, String organisation, String currency)
            implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::period)
                .thenComparing(Key::manager)
                .thenComparing(Key::organisation, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Key::currency);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Sums {
        private long accrued;
        private long posted;
        private FrozenStatement.Balance balance;
        private long handedOver;
        private long acknowledged;
    }

    /**
     * Makes the register of everything.
     *
     * @param exports what was handed over
     */
    public static List<Row> of(BatchResult result, Collection<Handover> exports) {
        PayrollRegister register = new PayrollRegister(result);
        register.frozen();
        register.computed();
        exports.forEach(register::handedOver);
        List<Row> rows = new ArrayList<>();
        register.sums.forEach((key, sum) -> rows.add(register.row(key, sum)));
        return rows;
    }

    private Sums at(YearMonth period, String manager, String organisation, String currency) {
        return sums.computeIfAbsent(new Key(period, manager, organisation, currency), key -> new Sums());
    }

    private void frozen() {
        for (YearMonth month : closed.completed().keySet()) {
            for (FrozenStatement statement : closed.results(month).values()) {
                for (FrozenStatement.Balance balance : statement.balances()) {
                    Sums sum = at(month, statement.manager(), balance.organisation(), balance.currency());
                    sum.balance = balance;
                    sum.posted = balance.posted();
                }
            }
        }
    }

    private void computed() {
        for (BatchResult.Line line : result.lines()) {
            Sums sum = of(Posting.periodOf(line.window()), line);
            sum.accrued = Math.addExact(sum.accrued, line.minor());
        }
        for (BatchResult.Line line : result.postedLines()) {
            if (!closed.isClosed(line.posting())) {
                Sums sum = of(line.posting(), line);
                sum.posted = Math.addExact(sum.posted, line.minor());
            }
        }
    }

    /** Where a line belongs: of a closed month to the legal entity that had postings then, else to today's. */
    private Sums of(YearMonth month, BatchResult.Line line) {
        ManagerRecord manager = result.organisation().manager(line.manager());
        String organisation = manager == null ? null : manager.organisation();
        FrozenStatement statement =
                closed.isClosed(month) ? closed.results(month).get(line.manager()) : null;
        List<FrozenStatement.Balance> balances = statement == null ? List.of() : statement.balances();
        for (FrozenStatement.Balance balance : balances) {
            if (balance.currency().equals(line.currency()) && balance.posted() != 0) {
                organisation = balance.organisation();
            }
        }
        return at(month, line.manager(), organisation, line.currency());
    }

    private void handedOver(Handover batch) {
        for (Handover.Row row : batch.standing()) {
            FrozenStatement statement = closed.results(batch.period()).get(row.manager());
            boolean named = statement != null
                    && statement.balances().stream()
                            .anyMatch(balance -> batch.organisation().equals(balance.organisation()));
            Sums sum = at(batch.period(), row.manager(), named ? batch.organisation() : null, batch.currency());
            sum.handedOver = Math.addExact(sum.handedOver, row.minor());
            sum.acknowledged = batch.isOpen() ? sum.acknowledged : Math.addExact(sum.acknowledged, row.minor());
        }
    }

    private Row row(Key key, Sums sum) {
        ManagerRecord manager = result.organisation().manager(key.manager());
        boolean same = manager != null
                && (key.organisation() == null || key.organisation().equals(manager.organisation()));
        FrozenStatement.Balance balance = sum.balance;
        long carried = balance == null ? 0 : balance.carriedOut();
        long debt = balance == null ? 0 : balance.debt();
        return new Row(
                key.period(),
                key.manager(),
                key.organisation(),
                same ? manager.employeeNumber() : null,
                key.currency(),
                closed.isClosed(key.period()),
                sum.accrued,
                sum.posted,
                balance == null ? 0 : balance.payout(),
                carried,
                debt,
                hasLeft(manager, key.period()) ? Math.subtractExact(debt, carried) : 0,
                sum.handedOver,
                sum.acknowledged);
    }

    private boolean hasLeft(ManagerRecord manager, YearMonth period) {
        LocalDate last = manager == null ? null : manager.leftOn();
        return last != null && !last.isAfter(period.atEndOfMonth()) && period.equals(closed.last());
    }
}
