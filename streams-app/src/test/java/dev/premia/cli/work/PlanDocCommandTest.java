package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.codec.plan.PlanFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanDocCommandTest {
    private static final Path PLAN = CommandRun.resource("october/plan.yaml");

    @TempDir
    private Path folder;

    @Test
    void shouldPrintMarkdownWithTheHashOfThePlan() throws IOException {
        String sha256 =
                PlanFile.read("plan.yaml", Files.readString(PLAN)).plan().sha256();

        CommandRun run = CommandRun.of("plan", "doc", PLAN.toString(), "--language", "ru");

        assertThat(run.out()).startsWith("# Положение о премировании").contains("`" + sha256 + "`", "## 1. ");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @ParameterizedTest
    @CsvSource({"plan.md, '# Bonus plan'", "plan.html, <!DOCTYPE html>", "plan.pdf, %PDF-"})
    void shouldWriteTheFormatThatTheNameTells(String name, String start) throws IOException {
        Path target = folder.resolve(name);

        CommandRun run = CommandRun.of("plan", "doc", PLAN.toString(), "--language", "en", "-o", target.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(target + " written.\n");
        assertThat(new String(Files.readAllBytes(target), StandardCharsets.ISO_8859_1))
                .startsWith(start);
    }

    @Test
    void shouldAskForAFileWhenAPdfIsWanted() {
        CommandRun run = CommandRun.of("plan", "doc", PLAN.toString(), "--format", "pdf");

        assertThat(run.err()).isEqualTo("premia: a PDF needs a file: name it with -o, as in -o plan.pdf.\n");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldAskForTheFormatWhenTheNameDoesNotTellIt() {
        CommandRun run = CommandRun.of("plan", "doc", PLAN.toString(), "-o", "plan.docx");

        assertThat(run.err()).contains("expected .md, .html or .pdf, or --format");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldWriteNothingWhenThePlanIsWrong() {
        Path target = folder.resolve("plan.pdf");

        CommandRun run = CommandRun.of(
                "plan",
                "doc",
                CommandRun.resource("bad/tier-gap.yaml").toString(),
                "-o",
                target.toString(),
                "--lang",
                "en");

        assertThat(run.err()).contains("gap in the scale", "cannot be used, errors: 1");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(target).doesNotExist();
    }
}
