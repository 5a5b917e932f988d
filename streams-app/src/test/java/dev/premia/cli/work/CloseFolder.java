package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Files of two salespeople and two months, and the commands that close and recompute them. */
final class CloseFolder {
    private static final String DEAL =
            "{\"type\":\"deal\",\"source\":\"crm\",\"id\":\"%s\",\"revision\":%d,\"status\":\"won\","
                    + "\"amount\":\"%s\",\"currency\":\"RUB\",\"owner\":\"%s\",\"created_at\":\"%sT09:00:00Z\","
                    + "\"closed_at\":\"%sT10:00:00Z\",\"recorded_at\":\"%s\"}\n";

    private final Path folder;
    private final Path close;

    CloseFolder(Path folder) throws IOException {
        this.folder = folder;
        this.close = folder.resolve("z-closes.jsonl");
        Files.writeString(folder.resolve("plan.yaml"), plan(1, "5%"));
        Files.writeString(folder.resolve("people.jsonl"), """
                {"type":"manager","source":"crm","id":"17","name":"Anna Orlova"}
                {"type":"manager","source":"crm","id":"18","name":"Boris Petrov"}
                """);
        deal("1", 1, "1000", "17", "2026-09-05", "2026-09-05T10:00:00Z");
        deal("2", 1, "2000", "17", "2026-10-05", "2026-10-05T10:00:00Z");
        deal("3", 1, "4000", "18", "2026-10-06", "2026-10-06T10:00:00Z");
        // Recorded when October was cut off: midnight of 5 November in Moscow.
        deal("4", 1, "8000", "18", "2026-10-07", "2026-11-04T21:00:00Z");
    }

    static String plan(int version, String rate) {
        return """
                plan: b2b
                version: %d
                valid_from: 2026-01-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - { id: volume, rate: %s, of: revenue }
                """.formatted(version, rate);
    }

    void deal(String id, int revision, String amount, String owner, String day, String recordedAt) throws IOException {
        append("deals.jsonl", DEAL.formatted(id, revision, amount, owner, day, day, recordedAt));
    }

    void append(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    Path resolve(String file) {
        return folder.resolve(file);
    }

    /** The records of the closes, one a line. */
    List<String> closeLines() throws IOException {
        return Files.exists(close) ? Files.readAllLines(close) : List.of();
    }

    void writeCloseLines(List<String> lines) throws IOException {
        Files.writeString(close, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    CommandRun run(String command, String period, String... options) {
        String[] args = new String[options.length + 6];
        args[0] = command;
        args[1] = folder.toString();
        args[2] = "--period";
        args[3] = period;
        args[4] = "--lang";
        args[5] = "en";
        System.arraycopy(options, 0, args, 6, options.length);
        return CommandRun.of(args);
    }

    CommandRun close(String period, String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "--author";
        all[1] = "finance";
        all[2] = "--output";
        all[3] = close.toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return run("close", period, all);
    }

    /** Closes a month and expects it to succeed. */
    CloseFolder closed(String period, String cutoff) {
        CommandRun run = close(period, "--cutoff", cutoff);
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(ExitCodes.DONE);
        return this;
    }
}
