package dev.premia.payroll;

import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.FrozenStatement.Balance;
import dev.premia.domain.statement.FrozenStatement.Line;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Payroll of a small firm. */
final class Samples {
    static final YearMonth MARCH = YearMonth.of(2026, 3);

    static final PayrollTerms TERMS = new PayrollTerms(
            "ПКПИ",
            "Премия по KPI",
            Map.of("north", new PayrollTerms.Employer("ООО «Пример»", "7700000001", "770001001")));

    private Samples() {}

    static Payee payee(String number, String manager, String name) {
        return new Payee("north", number, manager, name, "Отдел продаж");
    }

    static Due due(Payee payee, long payout) {
        Balance balance = new Balance(payee.organisation(), "RUB", payout, 0, 0, 0, 0, payout, 0, 0);
        Line line =
                new Line("bonus", 4, "volume", new Window(WindowKind.MONTH, LocalDate.of(2026, 3, 1)), payout, "RUB");
        List<Line> lines = payout == 0 ? List.of() : List.of(line);
        return new Due(
                payee,
                balance,
                new FrozenStatement(
                        payee.manager(), MARCH, lines, List.of(balance), StatementDigest.of(payee.manager(), lines)));
    }

    static PayrollMonth month(Due... dues) {
        return new PayrollMonth(MARCH, "RUB", List.of(dues), List.of());
    }

    /** A payment and a reversal, with everything in names that files could stumble over. */
    static Batch batch() {
        return Batch.of(
                1,
                "north",
                MARCH,
                "RUB",
                List.of(
                        new Batch.Item(
                                payee("0000-00017", "crm/17", "Орлова Мария \"М;Ш\" <Ко> & Игоревна"),
                                1_850_000,
                                "bonus v4, 2026-03"),
                        new Batch.Item(
                                payee("0000-00023", "crm/23", "=1+1\tСомов"), -230_050, "Сторно: bonus v4, 2026-03")));
    }
}
