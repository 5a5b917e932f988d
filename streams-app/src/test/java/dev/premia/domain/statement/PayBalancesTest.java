package dev.premia.domain.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.statement.FrozenStatement.Balance;
import dev.premia.domain.statement.FrozenStatement.Line;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayBalancesTest {
    private static final Guarantee LOAN = new Guarantee("RUB", 200_000, true);
    private static final Guarantee GIFT = new Guarantee("RUB", 200_000, false);

    private static Line line(long minor, String currency) {
        return new Line("p", 1, "c", new Window(WindowKind.MONTH, LocalDate.of(2026, 10, 1)), minor, currency);
    }

    private static List<Balance> month(List<Balance> before, String organisation, Guarantee guarantee, long... posted) {
        List<Line> lines = new ArrayList<>();
        for (long minor : posted) {
            lines.add(line(minor, "RUB"));
        }
        return PayBalances.next(before, organisation, lines, guarantee == null ? List.of() : List.of(guarantee));
    }

    @Test
    void shouldPayAndRecoverTheLoanOfTheWorkedExample() {
        long[] earned = {275_000, 300_000, 150_000, 237_500, 300_000, 275_000};
        List<Long> paid = new ArrayList<>();
        List<Long> debts = new ArrayList<>();
        List<Balance> balances = List.of();
        for (long minor : earned) {
            balances = month(balances, null, LOAN, minor);
            paid.add(balances.get(0).payout());
            debts.add(balances.get(0).debt());
        }

        assertThat(paid).containsExactly(275_000L, 300_000L, 200_000L, 200_000L, 287_500L, 275_000L);
        assertThat(debts).containsExactly(0L, 0L, 50_000L, 12_500L, 0L, 0L);
    }

    @Test
    void shouldOweNothingWhenTheGuaranteeIsNoLoan() {
        List<Balance> first = month(List.of(), null, GIFT, 50_000);
        List<Balance> second = month(first, null, GIFT, 500_000);

        assertThat(first).containsExactly(new Balance(null, "RUB", 50_000, 0, 200_000, 150_000, 0, 200_000, 0, 0));
        assertThat(second).containsExactly(new Balance(null, "RUB", 500_000, 0, 200_000, 0, 0, 500_000, 0, 0));
    }

    @Test
    void shouldCarryWhatIsNegativeAndNetItLater() {
        List<Balance> first = month(List.of(), null, null, 10_000, -60_000);
        List<Balance> second = month(first, null, null, 20_000);
        List<Balance> third = month(second, null, null, 40_000);

        assertThat(first).containsExactly(new Balance(null, "RUB", -50_000, 0, 0, 0, 0, 0, -50_000, 0));
        assertThat(second).containsExactly(new Balance(null, "RUB", 20_000, -50_000, 0, 0, 0, 0, -30_000, 0));
        assertThat(third).containsExactly(new Balance(null, "RUB", 40_000, -30_000, 0, 0, 0, 10_000, 0, 0));
    }

    @Test
    void shouldLendTheWholeGuaranteeWhenTheMonthIsNegative() {
        assertThat(month(List.of(), null, LOAN, -70_000))
                .containsExactly(new Balance(null, "RUB", -70_000, 0, 200_000, 200_000, 0, 200_000, -70_000, 200_000));
    }

    @Test
    void shouldRecoverEverythingThatIsEarnedOnceNothingIsGuaranteed() {
        List<Balance> first = month(List.of(), null, LOAN, 0);
        List<Balance> second = month(first, null, null, 30_000);

        assertThat(second).containsExactly(new Balance(null, "RUB", 30_000, 0, 0, 0, 30_000, 0, 0, 170_000));
    }

    @Test
    void shouldKeepBalancesOfLegalEntitiesAndUnitsApart() {
        List<Balance> first = PayBalances.next(
                List.of(), "north", List.of(line(-500, "RUB"), line(700, "USD"), line(3, "points")), List.of());
        List<Balance> second = PayBalances.next(first, "south", List.of(line(900, "RUB")), List.of());

        assertThat(first)
                .containsExactly(
                        new Balance("north", "RUB", -500, 0, 0, 0, 0, 0, -500, 0),
                        new Balance("north", "USD", 700, 0, 0, 0, 0, 700, 0, 0),
                        new Balance("north", "points", 3, 0, 0, 0, 0, 3, 0, 0));
        assertThat(second)
                .containsExactly(
                        new Balance("north", "RUB", 0, -500, 0, 0, 0, 0, -500, 0),
                        new Balance("south", "RUB", 900, 0, 0, 0, 0, 900, 0, 0));
    }

    @Test
    void shouldHaveNoBalanceWhenNothingIsPostedGuaranteedOrOpen() {
        assertThat(month(month(List.of(), null, null, 100), null, null)).isEmpty();
    }
}
