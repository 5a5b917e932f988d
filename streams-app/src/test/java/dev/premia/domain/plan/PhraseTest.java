package dev.premia.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.plan.Phrase.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhraseTest {
    private static final String[] NUMBERS = {"1", "20.5", "-3", "400000.00", "5", "6"};

    /** Shows what it is given. */
    private static final Phrase.Style PLAIN = new Phrase.Style() {
        @Override
        public String number(BigDecimal number) {
            return number.toPlainString();
        }

        @Override
        public String percent(BigDecimal percent) {
            return percent.toPlainString() + " %";
        }

        @Override
        public String formula(String formula) {
            return formula;
        }
    };

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void shouldReadASentenceAgainWhenItWasWritten(Phrase phrase) {
        String text = phrase.text(NUMBERS);

        Sentence sentence = Phrase.read(text);

        assertThat(sentence.phrase()).isEqualTo(phrase);
        assertThat(sentence.arguments())
                .isEqualTo(List.of(NUMBERS).subList(0, sentence.arguments().size()));
        assertThat(sentence.shown(false, PLAIN)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void shouldHaveNoEnglishWordWhenItIsRussian(Phrase phrase) {
        String text = Phrase.read(phrase.text(NUMBERS)).shown(true, PLAIN);

        assertThat(text).doesNotContainPattern("[A-Za-z]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5% of max(0, a - b) when a > 1 and b > 2, at most 300 | 5% от max(0, a - b), если a > 1 and b > 2, не больше 300
            10000 when calls >= 5                                 | 10000, если calls >= 5
            pays 0: growth(x) is undefined: no baseline in 2026-09 | не платит: growth(x) не определено: нет базы для сравнения в периоде 2026-09
            pays 0: x / y is undefined: y is 0                    | не платит: x / y не определено: y равно 0
            if(a = 1, 2, 3) = 3                                   | if(a = 1, 2, 3) = 3
            a / b = undefined                                     | a / b не определено
            min(0, 100000 - total)                                | min(0, 100000 - total)
            """)
    void shouldTranslateWhatSurroundsAFormulaWhenSentencesAreNested(String english, String russian) {
        assertThat(Phrase.read(english).shown(true, PLAIN)).isEqualTo(russian);
    }

    @Test
    void shouldPayTheSumOfItsPartsWhenStepsOfBothModesFollowEachOther() {
        TierTable.Resolved table = table(
                step("100", "0.01", TierTable.Mode.GRADUATED),
                step("200", "0.02", TierTable.Mode.SLAB),
                step("300", "0.03", TierTable.Mode.GRADUATED),
                step(null, "0.04", TierTable.Mode.GRADUATED));
        for (String value : List.of("-1", "0", "50", "100", "150", "200", "200.01", "300", "1000")) {
            BigDecimal of = new BigDecimal(value);
            BigDecimal sum = table.parts(of).stream().map(TierTable.Part::pay).reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(sum).as(value).isEqualByComparingTo(table.payOn(of));
        }
        assertThat(table.parts(new BigDecimal("350")))
                .extracting(TierTable.Part::step)
                .containsExactly(1, 2, 3);
    }

    private static TierTable.ResolvedStep step(String upper, String rate, TierTable.Mode mode) {
        TierTable.Step step = new TierTable.Step(null, null, false, mode, TierTable.Side.UPPER_INCLUSIVE);
        return new TierTable.ResolvedStep(
                BigDecimal.ZERO, upper == null ? null : new BigDecimal(upper), new BigDecimal(rate), step);
    }

    private static TierTable.Resolved table(TierTable.ResolvedStep... steps) {
        List<TierTable.ResolvedStep> joined = new ArrayList<>();
        BigDecimal lower = BigDecimal.ZERO;
        for (TierTable.ResolvedStep each : steps) {
            joined.add(new TierTable.ResolvedStep(lower, each.upper(), each.pay(), each.step()));
            lower = each.upper();
        }
        return new TierTable.Resolved(joined);
    }
}
