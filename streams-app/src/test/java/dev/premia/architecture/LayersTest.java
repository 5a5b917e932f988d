package dev.premia.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layers hold, and each rule notices a class that breaks it. */
class LayersTest {
    private static final String SAMPLE = "dev.premia.architecture.sample";
    private static JavaClasses product;
    private static JavaClasses sample;

    @BeforeAll
    static void importClasses() {
        product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.premia");
        sample = new ClassFileImporter().importPackages(SAMPLE);
    }

    static Set<String> names() {
        return Layers.rules("dev.premia").keySet();
    }

    @Test
    void shouldCheckTheProductAndNoTests() {
        assertThat(product.contain("dev.premia.domain.plan.PlanEvaluator")).isTrue();
        assertThat(product.contain(LayersTest.class)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldHold(String rule) {
        Layers.rules("dev.premia").get(rule).check(product);
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldNoticeWhenBroken(String rule) {
        assertThat(Layers.rules(SAMPLE).get(rule).evaluate(sample).hasViolation())
                .as("a class of %s breaks the rule '%s'", SAMPLE, rule)
                .isTrue();
    }
}
