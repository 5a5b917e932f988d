package dev.premia.cli.operations;

import dev.premia.codec.plan.PlanFile;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The example plans, moved to the days of a simulated department. */
public final class PlanShelf {
    private static final List<String> EXAMPLES = List.of("hunter", "scale", "head-of-sales", "scorecard");
    private static final Pattern VALID_FROM = Pattern.compile("(?m)^valid_from:.*$");
    private static final Pattern VALID_UNTIL = Pattern.compile("(?m)^valid_until:.*\\R");

    private PlanShelf() {}

    /** The examples as records to publish, valid from a day on and without an end. */
    public static List<Plan> examples(LocalDate validFrom, Instant publishedAt) {
        return EXAMPLES.stream()
                .map(name -> example(name, validFrom, publishedAt))
                .toList();
    }

    private static Plan example(String name, LocalDate validFrom, Instant publishedAt) {
        String text = read("/plans/" + name + ".yaml");
        String moved = VALID_UNTIL
                .matcher(VALID_FROM.matcher(text).replaceFirst("valid_from: " + validFrom))
                .replaceFirst("");
        PlanFile.Result result = PlanFile.read(name + ".yaml", moved);
        if (!result.isValid()) {
            throw new IllegalStateException("Example plan " + name + ": " + result.errors());
        }
        return new Plan(
                result.plan().plan(),
                result.plan().version(),
                PlanStatus.active,
                result.plan().validFrom(),
                moved,
                sha256(moved),
                publishedAt,
                null,
                null,
                false);
    }

    private static String read(String resource) {
        try (InputStream stream = PlanShelf.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The program is incomplete: " + resource + " is not on its class path.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
