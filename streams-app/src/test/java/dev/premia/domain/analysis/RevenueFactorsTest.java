package dev.premia.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.analysis.RevenueFactors.Effects;
import dev.premia.domain.analysis.RevenueFactors.Item;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RevenueFactorsTest {

    private static Sold sold(long minor, String quantity) {
        return new Sold(minor, new BigDecimal(quantity));
    }

    @Test
    void shouldTellPriceQuantityAndMixApart() {
        RevenueFactors.Result result = RevenueFactors.between(
                Map.of("dear", sold(100_000, "10"), "cheap", sold(50_000, "10")),
                Map.of("dear", sold(132_000, "12"), "cheap", sold(81_000, "18")));

        // Half as many more at 75.00 on average; dear 12 x +10.00, cheap 18 x -5.00; the rest is the cheaper mix.
        assertThat(result.effects()).isEqualTo(new Effects(3_000, 75_000, -15_000));
        assertThat(result.effects().sum()).isEqualTo(63_000);
        assertThat(result.items()).extracting(Item::name).containsExactly("cheap", "dear");
        assertThat(result.items())
                .extracting(Item::effects)
                .containsExactly(new Effects(-9_000, 25_000, 15_000), new Effects(12_000, 50_000, -30_000));
    }

    @Test
    void shouldCallItMixWhenAnItemIsNewOrGone() {
        RevenueFactors.Result result = RevenueFactors.between(
                Map.of("old", sold(10_000, "1"), "kept", sold(20_000, "1")),
                Map.of("new", sold(70_000, "1"), "kept", sold(20_000, "1")));

        assertThat(result.effects()).isEqualTo(new Effects(0, 0, 60_000));
    }

    @Test
    void shouldCallItQuantityWhenNothingWasSoldBefore() {
        RevenueFactors.Result result = RevenueFactors.between(Map.of(), Map.of("a", sold(5, "2")));

        assertThat(result.effects()).isEqualTo(new Effects(0, 5, 0));
    }

    @Test
    void shouldCallItQuantityWhenNothingIsSoldAnyMore() {
        RevenueFactors.Result result = RevenueFactors.between(Map.of("a", sold(5, "3"), "b", sold(7, "1")), Map.of());

        assertThat(result.effects()).isEqualTo(new Effects(0, -12, 0));
    }

    @Test
    void shouldKeepTheLastKopeckWhenQuotientsDoNotEnd() {
        RevenueFactors.Result result = RevenueFactors.between(Map.of("a", sold(100, "3")), Map.of("a", sold(101, "4")));

        // quantity 33.33.., price 101 - 133.33.. = -32.33..: rounded down 33 and -33, the kopeck left goes to the
        // price.
        assertThat(result.effects()).isEqualTo(new Effects(-32, 33, 0));
    }

    @Test
    void shouldSayNothingOfNothing() {
        RevenueFactors.Result result = RevenueFactors.between(Map.of(), Map.of());

        assertThat(result.items()).isEmpty();
        assertThat(result.effects()).isEqualTo(new Effects(0, 0, 0));
    }

    @Provide
    Arbitrary<Map<String, Sold>> sales() {
        Arbitrary<Sold> sold = Combinators.combine(
                        Arbitraries.longs().between(0, 10_000_000_000L),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.valueOf(100_000))
                                .ofScale(3))
                .as(Sold::new);
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "e", "f", ""), sold)
                .ofMaxSize(7);
    }

    @Property(tries = 3000)
    void shouldSumToTheChangeWhateverWasSold(
            @ForAll("sales") Map<String, Sold> before, @ForAll("sales") Map<String, Sold> after) {
        RevenueFactors.Result result = RevenueFactors.between(before, after);

        assertThat(result.effects().sum()).isEqualTo(sum(after) - sum(before));
        for (Item item : result.items()) {
            assertThat(item.effects().sum())
                    .isEqualTo(item.after().minor() - item.before().minor());
        }
        assertThat(sum(result, Effects::price)).isEqualTo(result.effects().price());
        assertThat(sum(result, Effects::quantity)).isEqualTo(result.effects().quantity());
        assertThat(sum(result, Effects::mix)).isEqualTo(result.effects().mix());
    }

    private static long sum(Map<String, Sold> sales) {
        return sales.values().stream().mapToLong(Sold::minor).sum();
    }

    private static long sum(RevenueFactors.Result result, ToLongFunction<Effects> effect) {
        return result.items().stream().map(Item::effects).mapToLong(effect).sum();
    }
}
