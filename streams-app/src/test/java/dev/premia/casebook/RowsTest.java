package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every row of the semantics that this release covers has a scenario that is run. */
class RowsTest {
    private static final List<String> EDGE_CASES = List.of(
            "E1", "E2", "E3", "E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12", "E17", "E19", "E21", "E22", "E23",
            "E24", "E25", "E26", "E27", "E28", "E29", "E32", "E33", "E35", "E36", "E39", "E40", "E41");

    private static final List<String> WORKED_EXAMPLES = List.of(
            "excess_over_target",
            "cliff",
            "average_deal_kicker",
            "repeat_sales",
            "new_customers",
            "together",
            "graduated_680",
            "graduated_windows",
            "slab_boundary",
            "marginal",
            "modes",
            "per_deal",
            "quota",
            "leader",
            "units_per_order",
            "most_specific_rate",
            "split",
            "call_plan",
            "variable_by_two_kpis");

    private static List<JavaMethod> cases() {
        return new ClassFileImporter()
                .importPackages("dev.premia.casebook").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Row.class))
                        .toList();
    }

    @Test
    void shouldHaveScenarioForEveryRow() {
        Set<String> covered = new TreeSet<>();
        cases().forEach(method ->
                covered.addAll(List.of(method.getAnnotationOfType(Row.class).value())));

        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(EDGE_CASES.stream(), WORKED_EXAMPLES.stream())
                        .toList());
    }

    @Test
    void shouldRunEveryScenarioWhenTestsRun() {
        assertThat(cases()).isNotEmpty().allSatisfy(method -> {
            assertThat(method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class))
                    .as("%s is a test", method.getFullName())
                    .isTrue();
            assertThat(method.getOwner().getSimpleName())
                    .as("the build runs classes named so")
                    .endsWith("Test");
        });
    }
}
