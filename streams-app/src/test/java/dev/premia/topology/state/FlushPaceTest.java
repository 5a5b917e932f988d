package dev.premia.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlushPaceTest {
    private static final int POSTPONED = 2;
    private static final int POSTPONED_BEHIND = 5;
    private static final long NOW = 1_800_000_000_000L;

    private final FlushPace pace = new FlushPace(POSTPONED, POSTPONED_BEHIND);

    @Test
    void shouldFlushAtEveryIntervalWhenQuiet() {
        inputs(FlushPace.BUSY_INPUTS, 0);

        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isTrue();
    }

    @Test
    void shouldCombineIntervalsWhenBusy() {
        assertThat(intervalsUntilFlush(FlushPace.BUSY_INPUTS + 1, 0)).isEqualTo(POSTPONED + 1);
        assertThat(intervalsUntilFlush(FlushPace.BUSY_INPUTS + 1, FlushPace.FAR_BEHIND.toMillis() - 1))
                .isEqualTo(POSTPONED + 1);
    }

    @Test
    void shouldCombineMoreIntervalsWhenBusyAndFarBehind() {
        assertThat(intervalsUntilFlush(FlushPace.BUSY_INPUTS + 1, FlushPace.FAR_BEHIND.toMillis()))
                .isEqualTo(POSTPONED_BEHIND + 1);
    }

    @Test
    void shouldFlushAtEveryIntervalWhenFarBehindAndQuiet() {
        inputs(1, FlushPace.FAR_BEHIND.toMillis());

        assertThat(pace.isDue()).isTrue();
    }

    @Test
    void shouldFlushAtOnceWhenTheLoadEnds() {
        inputs(FlushPace.BUSY_INPUTS + 1, FlushPace.FAR_BEHIND.toMillis());
        assertThat(pace.isDue()).isFalse();

        assertThat(pace.isDue()).isTrue();
    }

    private int intervalsUntilFlush(int inputs, long lag) {
        int intervals = 0;
        do {
            inputs(inputs, lag);
            intervals++;
        } while (!pace.isDue());
        return intervals;
    }

    private void inputs(int count, long lag) {
        for (int i = 0; i < count; i++) {
            pace.input(NOW - lag, NOW);
        }
    }
}
