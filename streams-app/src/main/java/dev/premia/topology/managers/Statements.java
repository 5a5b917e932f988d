package dev.premia.topology.managers;

import dev.premia.domain.ledger.Ledger.Booked;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.ledger.StatementDigest;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.Window;
import dev.premia.schemas.Statement;
import dev.premia.schemas.StatementLine;
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

/** Makes the provisional statement of a manager and posting period from what has been booked. */
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
        List<StatementLine> lines = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Map<String, Long> totals = new TreeMap<>();
        stores.eachLedgerRow(managerId, (plan, window, row) -> {
            if (Posting.periodOf(window).equals(period)) {
                new TreeMap<>(row.booked()).forEach((component, booked) -> {
                    lines.add(line(plan, window, component, booked));
                    texts.add(StatementDigest.line(
                            managerId, plan, window, component, booked.minor(), booked.currency()));
                    totals.merge(booked.currency(), booked.minor(), Math::addExact);
                });
            }
        });
        Statement statement = new Statement();
        statement.setManager(managerId);
        statement.setPostingPeriod(period.toString());
        statement.setLines(lines);
        statement.setBalances(List.of());
        statement.setTotals(totals(totals));
        statement.setDigest(StatementDigest.of(texts));
        statement.setFrozen(false);
        statement.setUpdatedAt(Instant.ofEpochMilli(timestamp));
        out.accept(new StatementChanged(statement));
        return totals;
    }

    private static StatementLine line(String plan, Window window, String component, Booked booked) {
        return new StatementLine(
                plan,
                booked.version(),
                component,
                AccrualRecords.windowKind(window),
                window.start(),
                booked.minor(),
                booked.currency());
    }

    private static List<StatementTotal> totals(Map<String, Long> totals) {
        List<StatementTotal> list = new ArrayList<>(totals.size());
        totals.forEach(
                (currency, total) -> list.add(new StatementTotal(currency, Currencies.minorDigits(currency), total)));
        return list;
    }
}
