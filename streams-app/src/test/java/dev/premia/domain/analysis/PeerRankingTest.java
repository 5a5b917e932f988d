package dev.premia.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.domain.analysis.PeerRanking.Standing;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerRankingTest {
    private static final PeerRanking USUAL = new PeerRanking(false, PeerRanking.USUAL_BOUND);

    private static Map<String, BigDecimal> values(String... numbers) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            values.put("m" + i, new BigDecimal(numbers[i]));
        }
        return values;
    }

    private static BigDecimal score(Standing standing) {
        return standing.zScore().orElse(null);
    }

    @Test
    void shouldShareARankWhenValuesAreEqual() {
        List<Standing> standings = USUAL.of(values("30", "40", "30.0", "10"));

        assertThat(standings).extracting(Standing::peer).containsExactly("m1", "m0", "m2", "m3");
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 2, 2, 4);
        assertThat(standings)
                .extracting(Standing::gap)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.valueOf(30));
    }

    @Test
    void shouldLetTheLowestLeadWhenAsked() {
        List<Standing> standings = new PeerRanking(true, PeerRanking.USUAL_BOUND).of(values("5", "3", "9"));

        assertThat(standings).extracting(Standing::peer).containsExactly("m1", "m0", "m2");
        assertThat(standings)
                .extracting(Standing::gap)
                .containsExactly(BigDecimal.ZERO, BigDecimal.valueOf(2), BigDecimal.valueOf(6));
    }

    @Test
    void shouldMeasureInPopulationStandardDeviations() {
        // Mean 5, standard deviation 2.
        List<Standing> standings = USUAL.of(values("2", "4", "4", "4", "5", "5", "7", "9"));

        assertThat(standings)
                .extracting(PeerRankingTest::score)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("2"),
                        new BigDecimal("1"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal("-0.5"),
                        new BigDecimal("-0.5"),
                        new BigDecimal("-0.5"),
                        new BigDecimal("-1.5"));
        assertThat(standings).extracting(Standing::beyond).containsOnly(false);
        assertThat(new PeerRanking(false, new BigDecimal("1.4")).of(values("2", "4", "4", "4", "5", "5", "7", "9")))
                .filteredOn(Standing::beyond)
                .extracting(Standing::peer)
                .containsExactly("m7", "m0");
    }

    @Test
    void shouldKeepThirtyFourDigitsWhenTheRootDoesNotEnd() {
        assertThat(score(USUAL.of(values("1", "2", "3")).get(0)))
                .isEqualTo(new BigDecimal("1.224744871391589049098642037352946"));
    }

    @Test
    void shouldBeUndefinedAmongFewOrEqualPeers() {
        assertThat(USUAL.of(values("1", "2")))
                .extracting(Standing::zScore)
                .containsOnly(Value.undefined(PeerRanking.FEW));
        assertThat(USUAL.of(values("7", "7.0", "7")))
                .extracting(Standing::zScore)
                .containsOnly(Value.undefined(PeerRanking.NO_SPREAD));
        assertThat(USUAL.of(values("7", "7", "7"))).noneMatch(Standing::beyond);
        assertThat(USUAL.of(Map.of())).isEmpty();
    }

    @Test
    void shouldMarkTheOneOfSixWhoStandsApart() {
        // Among six the furthest is the root of 5, 2.236.. deviations out; among five it is exactly 2 and not beyond.
        assertThat(USUAL.of(values("1", "1", "1", "1", "1", "100")))
                .filteredOn(Standing::beyond)
                .extracting(Standing::peer)
                .containsExactly("m5");
        assertThat(USUAL.of(values("1", "1", "1", "1", "100"))).noneMatch(Standing::beyond);
    }

    @Test
    void shouldRefuseABoundOfNothing() {
        assertThatThrownBy(() -> new PeerRanking(false, BigDecimal.ZERO)).hasMessageContaining("not positive");
    }
}
