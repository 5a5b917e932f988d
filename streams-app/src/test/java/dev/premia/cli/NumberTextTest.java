package dev.premia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    private final NumberText english = new NumberText(Language.EN);
    private final NumberText russian = new NumberText(Language.RU);

    @Test
    void shouldSeparateThousandsByLanguage() {
        assertThat(english.money(133846600, "USD")).isEqualTo("1,338,466.00\u00A0USD");
        assertThat(russian.money(-133846650, "RUB")).isEqualTo("-1\u00A0338\u00A0466,50\u00A0RUB");
        assertThat(english.money(1338466, "JPY")).isEqualTo("1,338,466\u00A0JPY");
    }

    @Test
    void shouldKeepEveryDigitWhenANumberIsExact() {
        assertThat(english.exact(new BigDecimal("1E+6"))).isEqualTo("1,000,000");
        assertThat(english.exact(new BigDecimal("999.00500"))).isEqualTo("999.005");
        assertThat(english.exact(new BigDecimal("0.00"))).isEqualTo("0");
    }

    @Test
    void shouldShowFractionsAsPercentages() {
        assertThat(english.percent(new BigDecimal("0.22451"))).isEqualTo("22.5%");
        assertThat(russian.percent(BigDecimal.ONE)).isEqualTo("100,0%");
    }

    @Test
    void shouldShowDurationsInTheirLargestUnits() {
        assertThat(NumberText.duration(Duration.ofSeconds(12))).isEqualTo("12 s");
        assertThat(NumberText.duration(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
        assertThat(NumberText.duration(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
    }
}
