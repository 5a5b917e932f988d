package dev.premia.topology.managers;

import dev.premia.codec.avro.FrozenStatementRecords;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.schemas.Statement;
import dev.premia.schemas.StatementTotal;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.StatementChanged;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Makes the statements of a manager: of an open posting period from what has been booked, of a closed one what is frozen. */
final class Statements {
    private final ManagerStores stores;

    Statements(ManagerStores stores) {
        this.stores = stores;
    }

    /**
     * Publishes a statement.
     *
     * @return its totals by unit
     */
    Map<String, Long> publish(String managerId, YearMonth period, long timestamp, Consumer<Output> out) {
        List<FrozenStatement.Line> lines = new ArrayList<>();
        Map<String, Long> totals = new TreeMap<>();
        stores.eachLedgerRow(managerId, (plan, window, row) -> {
            new TreeMap<>(row.booked()).forEach((component, booked) -> {
                long minor = booked.openMinor(period);
                if (minor != 0) {
                    lines.add(new FrozenStatement.Line(
                            plan, booked.version(), component, window, minor, booked.currency()));
                    totals.merge(booked.currency(), minor, Math::addExact);
                }
            });
        });
        out.accept(new StatementChanged(record(
                new FrozenStatement(managerId, period, lines, List.of(), StatementDigest.of(managerId, lines)),
                totals,
                false,
                timestamp)));
        return totals;
    }

    /** The statement of a closed period. */
    static Statement frozen(FrozenStatement statement, long timestamp) {
        Map<String, Long> totals = new TreeMap<>();
        statement.lines().forEach(line -> totals.merge(line.currency(), line.minor(), Math::addExact));
        return record(statement, totals, true, timestamp);
    }

    /** The frozen statement of somebody of whom the close knows nothing. */
    static FrozenStatement nothing(String managerId, YearMonth period) {
        return FrozenStatement.empty(managerId, period);
    }

    private static Statement record(FrozenStatement content, Map<String, Long> totals, boolean frozen, long timestamp) {
        Statement statement = new Statement();
        statement.setManager(content.manager());
        statement.setPostingPeriod(content.period().toString());
        statement.setLines(FrozenStatementRecords.lines(content.lines()));
        statement.setTotals(totals(totals));
        statement.setDigest(content.digest());
        statement.setFrozen(frozen);
        statement.setUpdatedAt(Instant.ofEpochMilli(timestamp));
        statement.setBalances(FrozenStatementRecords.balances(content.balances()));
        return statement;
    }

    private static List<StatementTotal> totals(Map<String, Long> totals) {
        List<StatementTotal> list = new ArrayList<>(totals.size());
        totals.forEach(
                (currency, total) -> list.add(new StatementTotal(currency, Currencies.minorDigits(currency), total)));
        return list;
    }
}
