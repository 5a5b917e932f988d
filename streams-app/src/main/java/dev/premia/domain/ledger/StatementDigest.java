package dev.premia.domain.ledger;

import dev.premia.domain.time.Window;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The digest over the lines of a statement: SHA-256, lower-case hexadecimal, of one text line per statement line. */
public final class StatementDigest {
    private StatementDigest() {}

    /** The text of one line: manager, plan, kind and first day of the origin window, component, minor units, currency. */
    public static String line(
            String manager, String plan, Window window, String component, long minor, String currency) {
        return String.join(
                "|",
                manager,
                plan,
                window.kind().label(),
                window.start().toString(),
                component,
                Long.toString(minor),
                currency);
    }

    /**
     * @param lines the lines' texts in the statement's order: by plan, window, component
     */
    public static String of(List<String> lines) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String line : lines) {
                sha256.update(line.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) '\n');
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
