package dev.premia.domain.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.statement.FrozenStatement.Balance;
import dev.premia.domain.statement.FrozenStatement.Line;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Balances neither make nor lose money, however the months go. */
class PayBalancesPropertyTest {
    private static final Window WINDOW = new Window(WindowKind.MONTH, LocalDate.of(2026, 10, 1));

    /**
     * @param guarantee null for none
     */
    record Month(long posted, Guarantee guarantee) {}

    @Provide
    Arbitrary<List<Month>> months() {
        Arbitrary<Guarantee> guarantees = Combinators.combine(
                        Arbitraries.longs().between(1, 100_000), Arbitraries.of(true, false))
                .as((minor, loan) -> new Guarantee("RUB", minor, loan));
        return Combinators.combine(Arbitraries.longs().between(-150_000, 250_000), guarantees.injectNull(0.4))
                .as(Month::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(24);
    }

    @Property
    void shouldConserveMoneyAndPayNeitherBelowZeroNorBelowTheGuarantee(@ForAll("months") List<Month> months) {
        List<Balance> balances = List.of();
        long[] payouts = new long[months.size()];
        long posted = 0;
        long advanced = 0;
        long lent = 0;
        long recovered = 0;
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            Balance before = balances.isEmpty() ? null : balances.get(0);
            balances = PayBalances.next(
                    balances,
                    null,
                    List.of(new Line("p", 1, "c", WINDOW, month.posted(), "RUB")),
                    month.guarantee() == null ? List.of() : List.of(month.guarantee()));
            assertThat(balances).hasSize(1);
            Balance now = balances.get(0);
            payouts[i] = now.payout();
            posted += month.posted();
            advanced += now.advanced();
            recovered += now.recovered();
            boolean loan = month.guarantee() != null && month.guarantee().recoverable();
            lent += loan ? now.advanced() : 0;

            assertThat(now.payout()).isNotNegative();
            assertThat(now.payout()).isGreaterThanOrEqualTo(month.guarantee() == null ? 0 : now.guaranteed());
            assertThat(now.guaranteed())
                    .isEqualTo(month.guarantee() == null ? 0 : month.guarantee().minor());
            assertThat(now.carriedOut()).isNotPositive();
            assertThat(now.carriedIn()).isEqualTo(before == null ? 0 : before.carriedOut());
            assertThat(now.recovered()).isBetween(0L, before == null ? 0 : before.debt());
            assertThat(Math.min(now.advanced(), now.recovered()))
                    .as("nothing is lent to be paid back at once")
                    .isZero();
            assertThat(now.debt()).as("open loans").isEqualTo(lent - recovered).isNotNegative();
        }
        Balance last = balances.get(0);
        assertThat(LongStream.of(payouts).sum()).isEqualTo(posted + advanced - recovered - last.carriedOut());
    }
}
