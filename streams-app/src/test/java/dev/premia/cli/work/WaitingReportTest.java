package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.Language;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.runtime.CutSearch.Waiting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingReportTest {
    private final StringWriter err = new StringWriter();
    private final WaitingReport report = new WaitingReport(
            new Output(new PrintWriter(new StringWriter()), new PrintWriter(err), OutputFormat.TABLE, Language.EN),
            "premia",
            Duration.ofSeconds(60));

    @Test
    void shouldSayThatTheStreamMovesWhenItNeverRested() {
        assertThat(report.gaveUp(new Waiting(1200, 3, 2, 0, true)))
                .contains("nothing was compared", "this is no difference", "within 60 s", "still moving")
                .contains("1,200 input records", "3 on the way", "2 subjects", "more time with --wait")
                .doesNotContain("premia run");
    }

    @Test
    void shouldSayThatTheStreamMustBeStartedWhenItDoesNotRun() {
        assertThat(report.gaveUp(new Waiting(10, 0, 0, 0, false)))
                .contains("nothing was compared", "no instance of application premia is running", "premia run")
                .doesNotContain("still moving");
    }

    @Test
    void shouldKeepQuietWhenTheWaitIsShort() {
        report.accept(new Waiting(10, 0, 0, 0, true));

        assertThat(err.toString()).isEmpty();
    }
}
