package dev.premia.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ChanceTest {

    @Property(tries = 200)
    void shouldStayBelowTheBoundWhenDrawn(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        assertThat(Dice.of(seed, Dice.Of.DEAL, 1).below(bound)).isBetween(0, bound - 1);
    }

    @Property(tries = 200)
    void shouldWriteTheNumberWithLeadingZerosWhenItIsAnId(@ForAll @LongRange(min = 0, max = 99_999_999L) long number) {
        assertThat(Ids.deal(number)).isEqualTo("crm/D-%06d".formatted(number));
    }

    @Test
    void shouldHaveItsMedianAndSpreadWhenLogNormal() {
        LogNormal distribution = new LogNormal(100, 0.5);
        Dice dice = Dice.of(3, Dice.Of.CONVERSATION, 1);
        double[] draws = new double[20_000];
        Arrays.setAll(draws, i -> distribution.draw(dice));
        Arrays.sort(draws);
        assertThat(draws[10_000]).isCloseTo(100, within(3.0));
        // One standard deviation above the median lies at the 84.13th percentile.
        assertThat(draws[16_827]).isCloseTo(100 * Math.exp(0.5), within(6.0));
    }

    @Test
    void shouldDifferWhenKindOrNumberDiffers() {
        long deal = Dice.of(1, Dice.Of.DEAL, 7).bits();
        assertThat(Dice.of(1, Dice.Of.LEAD, 7).bits()).isNotEqualTo(deal);
        assertThat(Dice.of(1, Dice.Of.DEAL, 8).bits()).isNotEqualTo(deal);
        assertThat(Dice.of(2, Dice.Of.DEAL, 7).bits()).isNotEqualTo(deal);
        assertThat(Dice.of(1, Dice.Of.DEAL, 7).bits()).isEqualTo(deal);
    }
}
