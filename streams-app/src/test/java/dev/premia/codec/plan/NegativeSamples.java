package dev.premia.codec.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Wrong plans; each ends with what the reader says about it and whether its shape alone tells that it is wrong. */
final class NegativeSamples {
    private static final Path FOLDER = Path.of("src/test/resources/plan-errors");
    private static final Pattern VERDICT = Pattern.compile("(?m)^# error: (.*)\\n# schema: (accepts|rejects)$");

    /**
     * @param error {@code LINE:COLUMN problem} of the first error
     * @param schemaAccepts whether the JSON Schema has nothing to say: what formulas mean is beyond it
     */
    record Sample(String name, String text, String error, boolean schemaAccepts) {
        @Override
        public String toString() {
            return name;
        }
    }

    private NegativeSamples() {}

    static List<Sample> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(NegativeSamples::read).toList();
        }
    }

    private static Sample read(Path file) {
        try {
            String text = Files.readString(file);
            Matcher verdict = VERDICT.matcher(text);
            if (!verdict.find()) {
                throw new IllegalStateException(file + " does not say what is wrong with it");
            }
            return new Sample(
                    file.getFileName().toString(),
                    text,
                    verdict.group(1),
                    verdict.group(2).equals("accepts"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
