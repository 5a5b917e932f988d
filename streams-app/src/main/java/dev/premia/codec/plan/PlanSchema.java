package dev.premia.codec.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema (draft 2020-12) of plan files, for editors and other programs. It has exactly the keys that {@link PlanFile} reads, and knows their
 * shapes; what formulas mean, and whether scales and weights add up, only the reader knows.
 */
public final class PlanSchema {
    private static final String RESOURCE = "plan.schema.json";

    private PlanSchema() {}

    /** The whole schema as JSON text. */
    public static String text() {
        try (InputStream in = PlanSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
