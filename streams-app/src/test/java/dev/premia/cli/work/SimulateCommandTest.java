package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    @Test
    void shouldWriteFilesThatCalcReadsWithoutAProblem(@TempDir Path folder) {
        String target = folder.resolve("simulated").toString();
        CommandRun simulated = CommandRun.of("simulate", "--output", target, "--events", "2000", "--months", "1");
        CommandRun computed = CommandRun.of("calc", target, "--statements", "--format", "json");

        assertThat(simulated.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(computed.err()).isEmpty();
        assertThat(computed.out()).contains("\"plan\":\"b2b-hunters\"");
        assertThat(computed.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldWriteTheSameFilesWhenTheSeedIsTheSame(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"a", "b"}) {
            CommandRun.of("simulate", "--output", folder.resolve(name).toString(), "--events", "1000", "--seed", "5");
        }

        Path a = folder.resolve("a/deals.jsonl");
        Path b = folder.resolve("b/deals.jsonl");
        assertThat(Files.readString(a)).isNotEmpty();
        assertThat(Files.mismatch(a, b)).isEqualTo(-1);
    }

    @Test
    void shouldRefuseAFolderWithFilesInIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("deals.jsonl"), "");
        CommandRun run = CommandRun.of("simulate", "--output", folder.toString());

        assertThat(run.err()).contains("expected a new or empty folder");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldComplainWhenARateIsNoFraction(@TempDir Path folder) {
        CommandRun run =
                CommandRun.of("simulate", "--output", folder.resolve("x").toString(), "--call-share", "1.5");

        assertThat(run.err()).contains("expected a fraction from 0 to 1");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }
}
