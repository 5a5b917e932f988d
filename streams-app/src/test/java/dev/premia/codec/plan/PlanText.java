package dev.premia.codec.plan;

import dev.premia.domain.plan.PlanVersion;
import java.util.List;

/** Plan files for tests: the usual head and what a test adds. */
final class PlanText {
    static final String HEAD = """
            plan: test
            version: 1
            valid_from: 2026-01-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            """;

    private PlanText() {}

    /** The result of reading the usual head followed by further lines, which begin on line 7. */
    static PlanFile.Result read(String rest) {
        return PlanFile.read("plan.yaml", HEAD + rest);
    }

    /** What is wrong with a plan: line, column, path, message and hint of each problem. */
    static List<String> errors(String rest) {
        return texts(read(rest).errors());
    }

    /** What a plan that can be used is warned of. */
    static List<String> warnings(String rest) {
        PlanFile.Result result = read(rest);
        usable(result);
        return texts(result.warnings());
    }

    static List<String> texts(List<Problem> problems) {
        return problems.stream()
                .map(each -> each.line() + ":" + each.column() + " " + each.path() + ": " + each.message() + " / "
                        + each.hint())
                .toList();
    }

    /** The lines of one component {@code c}, given as the rest of its flow mapping. */
    static String oneComponent(String fields) {
        return "components:\n  - { id: c, " + fields + " }\n";
    }

    /** A plan that has to be right. */
    static PlanVersion plan(String rest) {
        return usable(read(rest));
    }

    /** A plan of one component {@code c}, given as the rest of its flow mapping. */
    static PlanVersion component(String fields) {
        return plan(oneComponent(fields));
    }

    static PlanVersion usable(PlanFile.Result result) {
        if (!result.isValid()) {
            StringBuilder text = new StringBuilder("the plan has errors:");
            result.errors().forEach(error -> text.append('\n').append(error));
            throw new AssertionError(text.toString());
        }
        return result.plan();
    }
}
