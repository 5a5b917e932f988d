package dev.premia.codec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanExamplesTest {

    static List<Path> files() throws IOException {
        return PlanExamples.files();
    }

    static List<String> blocksOfGuide() throws IOException {
        return PlanExamples.blocksOfGuide();
    }

    @Test
    void shouldShowFourPlans() throws IOException {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .contains("head-of-sales.yaml", "hunter.yaml", "scale.yaml", "scorecard.yaml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldReadExampleWithoutErrorsAndWarnings(Path file) throws IOException {
        PlanFile.Result result = PlanFile.read(file.getFileName().toString(), Files.readString(file));

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(result.plan().components()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("blocksOfGuide")
    void shouldReadEveryBlockOfGuide(String block) {
        PlanFile.Result result = PlanFile.read("plans.md", block);

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void shouldShowEveryKeyInGuide() throws IOException {
        String guide = String.join("\n", blocksOfGuide());
        Set<String> keys = Stream.of(
                        PlanKeys.PLAN,
                        PlanKeys.APPLIES_TO,
                        PlanKeys.TITLE,
                        PlanKeys.CAPS,
                        PlanKeys.PAY_MIX,
                        PlanKeys.GUARANTEE,
                        PlanKeys.KPI,
                        PlanKeys.INDEX_LINE,
                        PlanKeys.COMPONENT,
                        PlanKeys.TIERS,
                        PlanKeys.STEP,
                        PlanKeys.SCORE_LINE)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());

        assertThat(keys).allSatisfy(key -> assertThat(guide).containsPattern("(?m)(^|[ {\\[,(-])" + key + ":"));
    }
}
