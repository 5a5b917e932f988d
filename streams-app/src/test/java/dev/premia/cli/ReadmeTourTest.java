package dev.premia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the commands of the {@code console} blocks of the README and compares what they print with what it shows. */
class ReadmeTourTest {
    private static final Path ROOT = Path.of("..");
    private static final String LAUNCHER = "$ deploy/premia ";
    private static final String EXAMPLES = "deploy/examples/";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```$");

    /** A command as the README writes it, and the output that it shows. */
    record Step(String command, String output) {
        static Step of(String block) {
            String joined = block.replaceAll(" \\\\\\n +", " ");
            int end = joined.indexOf('\n');
            return new Step(joined.substring(0, end), joined.substring(end + 1));
        }

        @Override
        public String toString() {
            return command;
        }
    }

    static List<Step> steps() throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map((MatchResult result) -> Step.of(result.group(1)))
                .toList();
    }

    @Test
    void shouldFindCalcExplainAndPlanCheckWhenTheReadmeIsRead() throws IOException {
        assertThat(steps())
                .extracting(Step::command)
                .allMatch(command -> command.startsWith(LAUNCHER))
                .anyMatch(command -> command.contains("premia calc "))
                .anyMatch(command -> command.contains("premia explain "))
                .anyMatch(command -> command.contains("premia plan check "));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void shouldPrintWhatTheReadmeShowsWhenItsCommandIsRun(Step step) {
        String[] args = step.command()
                .substring(LAUNCHER.length())
                .replace(EXAMPLES, ROOT + "/" + EXAMPLES)
                .split(" ");

        CommandRun run = CommandRun.of(args);

        assertThat(withoutTrailingBlanks(run.out().replace(ROOT + "/" + EXAMPLES, EXAMPLES)))
                .isEqualTo(withoutTrailingBlanks(step.output()));
        assertThat(run.exitCode()).isEqualTo(step.command().contains("broken") ? ExitCodes.BAD_INPUT : ExitCodes.DONE);
    }

    private static String withoutTrailingBlanks(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }
}
