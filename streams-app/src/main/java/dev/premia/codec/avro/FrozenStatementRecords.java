package dev.premia.codec.avro;

import dev.premia.domain.money.Currencies;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.Window;
import dev.premia.schemas.StatementBalance;
import dev.premia.schemas.StatementLine;
import dev.premia.schemas.WindowKind;
import java.util.ArrayList;
import java.util.List;

/** Lines and balances of statements in the form of their contracts, and back. */
public final class FrozenStatementRecords {
    private FrozenStatementRecords() {}

    public static List<StatementLine> lines(List<FrozenStatement.Line> lines) {
        List<StatementLine> written = new ArrayList<>(lines.size());
        for (FrozenStatement.Line line : lines) {
            written.add(new StatementLine(
                    line.plan(),
                    line.version(),
                    line.component(),
                    WindowKind.valueOf(line.window().kind().label()),
                    line.window().start(),
                    line.minor(),
                    line.currency()));
        }
        return written;
    }

    /**
     * The lines of a record.
     *
     * @throws ContractValueException when a window has no form in the domain
     */
    public static List<FrozenStatement.Line> readLines(List<StatementLine> written) {
        List<FrozenStatement.Line> lines = new ArrayList<>(written.size());
        for (StatementLine line : written) {
            Window window = Fields.window(line.getWindowKind(), line.getWindowStart());
            lines.add(new FrozenStatement.Line(
                    line.getPlan(),
                    line.getPlanVersion(),
                    line.getComponent(),
                    window,
                    line.getAmountMinor(),
                    line.getCurrency()));
        }
        return lines;
    }

    public static List<StatementBalance> balances(List<FrozenStatement.Balance> balances) {
        List<StatementBalance> written = new ArrayList<>(balances.size());
        for (FrozenStatement.Balance balance : balances) {
            written.add(new StatementBalance(
                    balance.organisation(),
                    balance.currency(),
                    Currencies.minorDigits(balance.currency()),
                    balance.posted(),
                    balance.carriedIn(),
                    balance.guaranteed(),
                    balance.advanced(),
                    balance.recovered(),
                    balance.payout(),
                    balance.carriedOut(),
                    balance.debt()));
        }
        return written;
    }

    public static List<FrozenStatement.Balance> readBalances(List<StatementBalance> written) {
        List<FrozenStatement.Balance> balances = new ArrayList<>(written.size());
        for (StatementBalance balance : written) {
            balances.add(new FrozenStatement.Balance(
                    balance.getOrganisation(),
                    balance.getCurrency(),
                    balance.getPostedMinor(),
                    balance.getCarriedInMinor(),
                    balance.getGuaranteedMinor(),
                    balance.getAdvancedMinor(),
                    balance.getRecoveredMinor(),
                    balance.getPayoutMinor(),
                    balance.getCarriedOutMinor(),
                    balance.getDebtMinor()));
        }
        return balances;
    }
}
