package dev.premia.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundedPartsTest {

    @Test
    void shouldGiveTheUnitLeftToTheLargestFractionWhenPartsAreNegative() {
        assertThat(RoundedParts.of(List.of(new BigDecimal("-32.33"), new BigDecimal("33.33"), BigDecimal.ZERO), 1))
                .containsExactly(-32, 33, 0);
    }

    @Test
    void shouldGiveItToTheFirstWhenFractionsAreEqual() {
        assertThat(RoundedParts.of(List.of(new BigDecimal("0.5"), new BigDecimal("1.5")), 2))
                .containsExactly(1, 1);
    }

    @Test
    void shouldRefuseAWholeThatThePartsDoNotSumTo() {
        assertThatThrownBy(() -> RoundedParts.of(List.of(BigDecimal.ONE), 3)).hasMessageContaining("is not what");
        assertThatThrownBy(() -> RoundedParts.of(List.of(BigDecimal.ONE), 0)).hasMessageContaining("is not what");
    }
}
