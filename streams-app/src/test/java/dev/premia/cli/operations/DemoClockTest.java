package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void shouldLeaveHistoryAloneAndTellLaterDaysFaster() {
        DemoClock clock = DemoClock.open(directory.resolve("clock.csv"));
        clock.add(BEGAN, BEGAN.plusSeconds(3_600), BEGAN, BEGAN.plusSeconds(1));

        assertThat(clock.map(BEGAN.minusSeconds(5))).isEqualTo(BEGAN.minusSeconds(5));
        assertThat(clock.map(BEGAN.plusSeconds(1_800))).isEqualTo(BEGAN.plusMillis(500));
        assertThat(clock.map(BEGAN.plusSeconds(3_610))).isEqualTo(BEGAN.plusSeconds(11));
    }

    @Test
    void shouldMapAsBeforeWhenTheDemoGoesOnAnotherDay() throws Exception {
        Path file = directory.resolve("clock.csv");
        DemoClock.open(file).add(BEGAN, BEGAN.plusSeconds(3_600), BEGAN, BEGAN.plusSeconds(1));
        Files.writeString(file, "1793", StandardOpenOption.APPEND);
        Instant tomorrow = BEGAN.plusSeconds(86_400);

        DemoClock.open(file).add(BEGAN.plusSeconds(3_600), BEGAN.plusSeconds(7_200), tomorrow, tomorrow.plusSeconds(1));
        DemoClock clock = DemoClock.open(file);

        assertThat(clock.map(BEGAN.plusSeconds(1_800))).isEqualTo(BEGAN.plusMillis(500));
        assertThat(clock.map(BEGAN.plusSeconds(5_400))).isEqualTo(tomorrow.plusMillis(500));
    }
}
