package dev.premia.codec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.plan.NegativeSamples.Sample;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong plan is never used, and its author learns where it is wrong and what to do. */
class NegativeSamplesTest {

    static List<Sample> samples() throws IOException {
        return NegativeSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldNamePlaceAndRemedyWhenPlanIsWrong(Sample sample) {
        PlanFile.Result result = PlanFile.read(sample.name(), sample.text());

        assertThat(result.plan()).isNull();
        Problem first = result.errors().get(0);
        assertThat(first.line() + ":" + first.column() + " " + first.message()).startsWith(sample.error() + ": found ");
        assertThat(result.errors()).allSatisfy(error -> assertThat(error.hint()).isNotEmpty());
    }

    @Test
    void shouldHaveASampleOfEachMistakeThatMustNeverBePublished() throws IOException {
        assertThat(samples())
                .extracting(Sample::name)
                .contains(
                        "gap.yaml",
                        "overlap.yaml",
                        "unknown-name.yaml",
                        "wrong-type-of-formula.yaml",
                        "weights.yaml",
                        "cycle.yaml",
                        "division-by-zero.yaml",
                        "unknown-window.yaml");
    }
}
