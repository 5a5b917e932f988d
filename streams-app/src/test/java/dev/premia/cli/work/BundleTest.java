package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.replay.bundle.Bundle;
import dev.premia.replay.bundle.BundleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final int FLIPS = 60;

    @TempDir
    private static Path root;

    private static Path department;

    /** Three months of a department; January and February are closed while facts of them still come in. */
    @BeforeAll
    static void simulate() {
        department = root.resolve("department");
        CommandRun simulated = run(
                "simulate",
                "--output",
                department.toString(),
                "--from",
                "2026-01-01",
                "--months",
                "3",
                "--managers",
                "6");
        assertThat(simulated.exitCode()).as(simulated.err()).isEqualTo(ExitCodes.DONE);
        close("2026-01", "2026-02-04");
        close("2026-02", "2026-03-04");
    }

    private static void close(String period, String cutoff) {
        String file = department.resolve("close-" + period + ".jsonl").toString();
        CommandRun close = run(
                "close",
                department.toString(),
                "--period",
                period,
                "--cutoff",
                cutoff,
                "--author",
                "finance",
                "--output",
                file);
        assertThat(close.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    private static CommandRun run(String... args) {
        return CommandRun.of(args);
    }

    private Path bundle(String manager, String period) {
        Path file = root.resolve(manager + "-" + period + ".zip");
        CommandRun written = run(
                "explain",
                "--manager",
                manager,
                "--period",
                period,
                department.toString(),
                "--bundle",
                file.toString(),
                "--lang",
                "en");
        assertThat(written.exitCode()).as(written.err()).isEqualTo(ExitCodes.DONE);
        return file;
    }

    /** The lines of a manager's statement as machines read them, digests included. */
    private static String statement(String input, String manager, String period) {
        CommandRun replayed = run("replay", input, "--period", period, "--manager", manager, "--format", "json");
        assertThat(replayed.exitCode()).isEqualTo(ExitCodes.DONE);
        return replayed.out();
    }

    @Test
    void shouldComputeTheSameStatementWhenOnlyTheBundleIsThere() {
        for (String period : new String[] {"2026-02", "2026-03"}) {
            for (String manager : new String[] {"m-01", "m-05"}) {
                Path bundle = bundle(manager, period);
                CommandRun verified = run("replay", bundle.toString(), "--period", period, "--verify", "--lang", "en");

                assertThat(statement(bundle.toString(), manager, period))
                        .isNotEmpty()
                        .isEqualTo(statement(department.toString(), manager, period));
                assertThat(verified.out()).contains("the statement of the bundle. No difference.");
                assertThat(verified.exitCode()).isEqualTo(ExitCodes.DONE);
            }
        }
    }

    @Test
    void shouldGiveTheSameLinesWhenCalcReadsTheBundle() {
        Path bundle = bundle("m-06", "2026-02");

        CommandRun calculated = run("calc", bundle.toString(), "--statements", "--format", "json");

        assertThat(calculated.out()).isEqualTo(statement(department.toString(), "m-06", "2026-02"));
    }

    @Test
    void shouldHoldTheManagersOwnRecordsAloneWhenThePlanReadsNothingElse() throws IOException {
        Path bundle = bundle("m-05", "2026-02");

        Bundle opened = Bundle.open(bundle);

        assertThat(opened.manifest().reach().name()).isEqualTo("PERIOD");
        String facts = Files.readString(opened.inputs().get(0));
        assertThat(facts.lines().filter(line -> line.startsWith("{\"type\":\"manager\"")))
                .hasSize(1);
        assertThat(facts.lines().filter(line -> line.startsWith("{\"type\":\"customer\"")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContain("\"name\""));
        assertThat(facts).doesNotContain("\"recording\"");
    }

    @Test
    void shouldRefuseTheBundleWhenOneByteDiffers() throws IOException {
        byte[] whole = Files.readAllBytes(bundle("m-01", "2026-01"));
        Path altered = root.resolve("altered.zip");
        Random random = new Random(7);
        for (int i = 0; i < FLIPS; i++) {
            byte[] bytes = whole.clone();
            int at = i < 3 ? bytes.length - 1 - i : random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(altered, bytes);

            Assertions.assertThatThrownBy(() -> Bundle.open(altered))
                    .as("byte " + at)
                    .isInstanceOf(BundleException.class);
        }
        CommandRun refused = run("replay", altered.toString(), "--period", "2026-01");
        assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(refused.err()).contains("is not what was written");
    }

    @Test
    void shouldReadTheUnpackedFolderAndRefuseItWhenAFileWasEdited() throws IOException {
        Path folder = unpacked(bundle("m-06", "2026-02"));

        assertThat(statement(folder.toString(), "m-06", "2026-02"))
                .isEqualTo(statement(department.toString(), "m-06", "2026-02"));

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] before = Files.readAllBytes(file);
                byte[] after = before.clone();
                after[after.length / 2] ^= 1;
                Files.write(file, after);
                CommandRun refused = run("replay", folder.toString(), "--period", "2026-02", "--lang", "en");
                assertThat(refused.exitCode()).as(file.toString()).isEqualTo(ExitCodes.BAD_INPUT);
                Files.write(file, before);
            }
        }
    }

    private Path unpacked(Path bundle) throws IOException {
        Path folder = Files.createDirectories(root.resolve("unpacked"));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
        return folder;
    }

    @Test
    void shouldSayWhichMonthTheBundleHoldsWhenAnotherIsAskedFor() {
        CommandRun refused = run("replay", bundle("m-06", "2026-02").toString(), "--period", "2026-03");

        assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(refused.err()).contains("--period: found 2026-03, expected 2026-02");
    }
}
