package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanSchemaCommandTest {

    @Test
    void shouldPrintThePublishedSchema() throws IOException {
        CommandRun run = CommandRun.of("plan", "schema");

        assertThat(run.out()).isEqualTo(Files.readString(Path.of("../docs/plan.schema.json")));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }
}
