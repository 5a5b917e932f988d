package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.Language;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.time.DayRange;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {
    private final ExplanationText english = text(Language.EN);
    private final ExplanationText russian = text(Language.RU);

    @Test
    void shouldGroupDigitsOfFormulasWhenTheyAreNumbers() {
        assertThat(english.formula("max(0, revenue - 1_000_000.5) * 1200 > service_level(20)"))
                .isEqualTo("max(0, revenue - 1,000,000.5) * 1,200 > service_level(20)");
        assertThat(english.formula("kpi_10000 > 5 and segment = 'b2b 10000'"))
                .isEqualTo("kpi_10000 > 5 and segment = 'b2b 10000'");
        assertThat(russian.formula("clamp(revenue, 0.5, 1000)")).isEqualTo("clamp(revenue, 0.5, 1\u00A0000)");
    }

    @Test
    void shouldShowSentencesWithTheNumbersOfTheLanguageWhenTheyArePlain() {
        String step = "step 2: from 500000 to 1000000: 2.5 % of 500000.00 = 12500.00";

        assertThat(english.sentence(step)).isEqualTo("step 2: from 500,000 to 1,000,000: 2.5% of 500,000 = 12,500");
        assertThat(russian.sentence(step))
                .isEqualTo("ступень 2: от 500\u00A0000 до 1\u00A0000\u00A0000: 2,5% от 500\u00A0000 = 12\u00A0500");
    }

    @Test
    void shouldShowValuesWhenTheyAreNoNumbers() {
        assertThat(russian.value("undefined")).isEqualTo("не определено");
        assertThat(russian.value("true")).isEqualTo("да");
        assertThat(russian.value("'retail'")).isEqualTo("'retail'");
        assertThat(russian.value("0.33333333333333333333")).isEqualTo("0,333333");
    }

    @Test
    void shouldTranslateWhyAKpiHasNoValueWhenNothingHappened() {
        for (KpiDefinition kpi : KpiCatalogue.all()) {
            List<BigDecimal> parameters = Collections.nCopies(kpi.parameters(), BigDecimal.TEN);
            Value value = kpi.valueOf(new KpiInput(
                    CellReader.EMPTY, new DayRange(0, 31), MoneyView.atWin(ZoneOffset.UTC, "RUB"), null, parameters));

            if (value instanceof Value.Undefined undefined) {
                assertThat(russian.sentence(undefined.reason()))
                        .as("a reason needs its sentence in Phrase")
                        .startsWith(kpi.name() + " не определено: ")
                        .doesNotContainPattern("определено.*[A-Za-z]");
            }
        }
    }

    private static ExplanationText text(Language language) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return new ExplanationText(new Output(nowhere, nowhere, OutputFormat.TABLE, language));
    }
}
