package dev.premia.plandoc;

import dev.premia.codec.plan.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans for tests. */
final class Sample {
    static final Path EXAMPLES = Path.of("../deploy/examples/plans");
    private static final Path RESOURCES = Path.of("src/test/resources/plandoc");
    private static final String HEAD = """
            plan: test
            version: 1
            valid_from: 2026-10-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            """;

    private Sample() {}

    /** The usual head and what a test adds. */
    static PlanSource plan(String rest) {
        return of(HEAD + rest + "\n");
    }

    static PlanSource resource(String name) {
        return file(RESOURCES.resolve(name));
    }

    static PlanSource file(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanSource of(String text) {
        return PlanSource.of(text, PlanFile.read("plan.yaml", text));
    }
}
