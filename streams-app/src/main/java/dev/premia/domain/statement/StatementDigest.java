package dev.premia.domain.statement;

import dev.premia.domain.time.Window;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * Digests of what is closed: SHA-256, lower-case hexadecimal. That of a statement is taken over one text line for each of its lines,
 * that of a period over one text line for each manager.
 */
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

    /** The digest of a manager's statement. */
    public static String of(String manager, List<FrozenStatement.Line> lines) {
        return of(lines.stream()
                .map(line -> line(manager, line.plan(), line.window(), line.component(), line.minor(), line.currency()))
                .toList());
    }

    /**
     * The digest of a whole period: of one text line for each statement, manager and seal, by manager.
     *
     * @param seals of the statements, by manager, see {@link FrozenStatement#seal}
     */
    public static String ofPeriod(SortedMap<String, String> seals) {
        List<String> lines = new ArrayList<>(seals.size());
        seals.forEach((manager, seal) -> lines.add(manager + "|" + seal));
        return of(lines);
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
