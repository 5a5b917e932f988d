package dev.premia.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class AwaitTest {
    private static final Duration SHORT = Duration.ofMillis(60);

    @Test
    void shouldGiveTheFirstAcceptedValue() {
        AtomicInteger calls = new AtomicInteger();

        int value = Await.value("three", Duration.ofSeconds(10), calls::incrementAndGet, n -> n >= 3);

        assertThat(value).isEqualTo(3);
        assertThat(calls).hasValue(3);
    }

    @Test
    void shouldSayWhatWasLastSeenWhenTheDeadlinePasses() {
        assertThatThrownBy(() -> Await.value("the answer", SHORT, () -> 41, n -> n == 42))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("Not within PT0.06S: the answer; last seen: 41");
    }

    @Test
    void shouldCarryTheLastExceptionWhenTheSourceKeepsFailing() {
        assertThatThrownBy(() -> Await.until("an answer", SHORT, () -> {
                    throw new IOException("down");
                }))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("last failure: java.io.IOException: down")
                .hasRootCauseInstanceOf(IOException.class);
    }
}
