package dev.premia.topology.managers;

import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.ledger.Ledger;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.StatementChanged;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.PendingSubject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Shuts the closed posting periods in the ledger of a manager, once each, in their order. */
final class PeriodCloser {
    /** Why the two entries of a close are booked. */
    static final String REASON = "cutoff";

    private final ManagerStores stores;
    private final ReferenceView references;
    private final LedgerWriter writer;
    private final Statements statements;

    PeriodCloser(ManagerStores stores, ReferenceView references, LedgerWriter writer, Statements statements) {
        this.stores = stores;
        this.references = references;
        this.writer = writer;
        this.statements = statements;
    }

    void close(String managerId, PendingSubject pending, Consumer<Output> out) {
        String key = Subject.manager(managerId).key();
        YearMonth shut = stores.subjects().get(key).closedUpTo();
        SortedMap<YearMonth, Decision.CloseCompleted> completed =
                references.decisions().closed().completed();
        for (YearMonth period : (shut == null ? completed : completed.tailMap(shut.plusMonths(1))).keySet()) {
            close(managerId, period, pending, out);
            stores.subjects().put(key, stores.subjects().get(key).withClosed(period));
        }
    }

    private void close(String managerId, YearMonth period, PendingSubject pending, Consumer<Output> out) {
        FrozenStatement frozen = stores.takeFrozen(managerId, period);
        Map<LedgerWriter.Account, List<FrozenStatement.Line>> lines = linesByAccount(managerId, frozen);
        boolean concerned = frozen != null || !lines.isEmpty();
        Set<YearMonth> moved = new TreeSet<>();
        for (Map.Entry<LedgerWriter.Account, List<FrozenStatement.Line>> each : lines.entrySet()) {
            LedgerWriter.Account account = each.getKey();
            Map<String, Ledger.Booked> booked = stores.ledgerRow(managerId, account.plan(), account.window())
                    .booked();
            Ledger.Closing closing = Ledger.close(period, booked, each.getValue());
            writer.number(account, closing.entries(), delta -> null, REASON, pending, out);
            closing.entries().forEach(entry -> moved.add(entry.period()));
            writer.keep(account, closing.booked());
        }
        for (YearMonth month : moved) {
            if (month.isBefore(period)) {
                out.accept(new StatementChanged(
                        Statements.frozen(Statements.nothing(managerId, month), pending.timestamp())));
            }
        }
        if (concerned) {
            FrozenStatement statement = frozen != null ? frozen : Statements.nothing(managerId, period);
            out.accept(new StatementChanged(Statements.frozen(statement, pending.timestamp())));
        }
        if (moved.contains(period.plusMonths(1))) {
            statements.publish(managerId, period.plusMonths(1), pending.timestamp(), out);
        }
    }

    /** The frozen lines by plan and window, with the accounts of the ledger that have none. */
    private Map<LedgerWriter.Account, List<FrozenStatement.Line>> linesByAccount(
            String managerId, FrozenStatement frozen) {
        Map<LedgerWriter.Account, List<FrozenStatement.Line>> lines = new TreeMap<>(LedgerWriter.Account.ORDER);
        stores.eachLedgerRow(
                managerId,
                (plan, window, row) -> lines.put(new LedgerWriter.Account(managerId, plan, window), new ArrayList<>()));
        for (FrozenStatement.Line line : frozen == null ? List.<FrozenStatement.Line>of() : frozen.lines()) {
            lines.computeIfAbsent(
                            new LedgerWriter.Account(managerId, line.plan(), line.window()),
                            account -> new ArrayList<>())
                    .add(line);
        }
        return lines;
    }
}
