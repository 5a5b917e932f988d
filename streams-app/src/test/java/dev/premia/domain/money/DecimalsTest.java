package dev.premia.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A shortcut of division gives what the long way gives, in value and scale. */
class DecimalsTest {

    @Property(tries = 20_000)
    void shouldDivideAsTheLibraryDoes(@ForAll("decimals") BigDecimal dividend, @ForAll("decimals") BigDecimal divisor) {
        if (divisor.signum() == 0) {
            return;
        }
        BigDecimal expected = dividend.divide(divisor, MathContext.DECIMAL128);

        assertThat(Decimals.divide(dividend, divisor)).isEqualTo(expected);
        assertThat(Decimals.divide(dividend, divisor).scale()).isEqualTo(expected.scale());
    }

    @Property(tries = 5_000)
    void shouldFindExactQuotients(@ForAll("decimals") BigDecimal quotient, @ForAll("decimals") BigDecimal divisor) {
        if (divisor.signum() == 0) {
            return;
        }
        BigDecimal product = quotient.multiply(divisor);

        assertThat(Decimals.divide(product, divisor)).isEqualTo(product.divide(divisor, MathContext.DECIMAL128));
    }

    @Example
    void shouldRefuseToDivideByZero() {
        assertThatThrownBy(() -> Decimals.divide(BigDecimal.ONE, BigDecimal.ZERO))
                .isInstanceOf(ArithmeticException.class);
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        Arbitrary<Long> units = Arbitraries.oneOf(
                Arbitraries.longs().between(-2_000, 2_000),
                Arbitraries.longs(),
                Arbitraries.longs().between(0, 62).map(power -> 1L << power),
                Arbitraries.of(1L, 5L, 25L, 125L, 1_000_000_000_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE));
        return Combinators.combine(units, Arbitraries.integers().between(-3, 12))
                .as(BigDecimal::valueOf);
    }
}
