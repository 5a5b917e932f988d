package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Months are closed while the closing command, the application and the broker are killed; afterwards the statements are what they
 * would have been. {@code -Dpremia.closes.rounds=20} closes as many months, about half a minute each.
 */
class CloseFaultIT {
    private static final int ROUNDS = Integer.getInteger("premia.closes.rounds", 1);
    private static final long SEED = Long.getLong("premia.closes.seed", 1);
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final int EVENTS_A_MONTH = 400;
    private static final int LONGEST_LIFE_MILLIS = 4_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern DIGEST = Pattern.compile("Digest of the period SHA-256: ([0-9a-f]{64})");

    private final Random random = new Random(SEED);

    @Test
    void shouldFreezeTheSameWhenTheCommandTheApplicationAndTheBrokerAreKilled(@TempDir Path directory)
            throws Exception {
        Map<YearMonth, String> digests = new LinkedHashMap<>();
        try (FaultyCluster cluster = new FaultyCluster(directory)) {
            cluster.publish(FROM, EVENTS_A_MONTH * (ROUNDS + 1), ROUNDS + 1);
            for (int round = 0; round < ROUNDS; round++) {
                YearMonth month = YearMonth.from(FROM).plusMonths(round);
                String expected = digest(run(cluster, "close", month, "--cutoff", cutoff(month), "--dry-run"));
                cluster.startApplication();
                closeWhileThingsDie(cluster, month, round);

                assertThat(digest(verify(cluster, month)))
                        .as("digest of %s", month)
                        .isEqualTo(expected);
                digests.put(month, expected);
            }
            for (Map.Entry<YearMonth, String> each : digests.entrySet()) {
                assertThat(digest(verify(cluster, each.getKey())))
                        .as("%s in the end", each.getKey())
                        .isEqualTo(each.getValue());
            }
        }
    }

    private void closeWhileThingsDie(FaultyCluster cluster, YearMonth month, int round) throws Exception {
        long before = cluster.controlEnd();
        Process command = cluster.startCommand(arguments(cluster, "close", month, "--cutoff", cutoff(month)));
        try {
            if (round % 2 == 0) {
                // The close is recorded; its results are on their way.
                Await.until(
                        "the close in the control topic",
                        LIMIT,
                        () -> cluster.controlEnd() > before || !command.isAlive());
            } else {
                // Anywhere in its life, also before it has written anything and after it has written everything.
                boolean ended = command.waitFor(1L + random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
                assertThat(ended ? command.exitValue() : ExitCodes.DONE).isEqualTo(ExitCodes.DONE);
            }
        } finally {
            command.destroyForcibly().waitFor();
        }
        if (round % 3 != 1) {
            cluster.killApplication();
        }
        if (round % 3 != 2) {
            cluster.killAndRestartBroker();
        }
        complete(cluster, month);
        cluster.startApplication();
    }

    /** Repeats the command with the same words until the month is closed. */
    private static void complete(FaultyCluster cluster, YearMonth month) {
        Await.value(
                "the close of " + month,
                LIMIT,
                () -> run(cluster, "close", month, "--cutoff", cutoff(month)),
                run -> run.exitCode() == ExitCodes.DONE || run.err().contains(month + " is closed already"));
    }

    private static CommandRun verify(FaultyCluster cluster, YearMonth month) throws IOException {
        CommandRun run = run(cluster, "replay", month, "--verify", "--wait", String.valueOf(LIMIT.toSeconds()));
        assertThat(run.out()).as(run.err() + cluster.applicationLog()).contains("No difference.");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        return run;
    }

    private static String digest(CommandRun run) {
        Matcher matcher = DIGEST.matcher(run.out());
        assertThat(matcher.find()).as(run.err() + run.out()).isTrue();
        return matcher.group(1);
    }

    private static String cutoff(YearMonth month) {
        return month.plusMonths(1).atDay(3).toString();
    }

    private static CommandRun run(FaultyCluster cluster, String command, YearMonth month, String... more) {
        return CommandRun.of(arguments(cluster, command, month, more).toArray(String[]::new));
    }

    private static List<String> arguments(FaultyCluster cluster, String command, YearMonth month, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command, "--period", month.toString(), "--lang", "en", "--zone", "Europe/Moscow", "--currency", "RUB"));
        arguments.addAll(cluster.address());
        arguments.addAll(List.of(more));
        return arguments;
    }
}
