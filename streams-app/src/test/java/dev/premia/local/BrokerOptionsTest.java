package dev.premia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerOptionsTest {
    @Test
    void shouldRefuseAPortThatDoesNotExist() {
        BrokerOptions options = BrokerOptions.at(Path.of("data"));

        assertThatThrownBy(() -> options.withPort(70_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Broker port 70000 is not between 0 and 65535");
    }

    @Test
    void shouldRefuseAHeapInWhichNoBrokerRuns() {
        BrokerOptions options = BrokerOptions.at(Path.of("data"));

        assertThatThrownBy(() -> options.withHeapMegabytes(16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("96 MB or more, not 16");
    }

    @Test
    void shouldLetAGivenSettingReplaceThePreparedOne() {
        BrokerOptions options = BrokerOptions.at(Path.of("data")).withSetting("num.io.threads", "7");

        assertThat(BrokerSettings.of(options.dataDirectory(), 1, 2, options.settings()))
                .containsEntry("num.io.threads", "7")
                .containsEntry("advertised.listeners", "PLAINTEXT://127.0.0.1:1")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:2");
    }
}
