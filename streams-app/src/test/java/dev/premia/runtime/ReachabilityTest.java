package dev.premia.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachabilityTest {
    private static final String NOWHERE = "127.0.0.1:" + freePort();

    @Test
    @Timeout(15)
    void shouldSayThatTheConnectionIsRefusedWhenNobodyListens() {
        assertThatThrownBy(() -> Reachability.broker(Map.of("bootstrap.servers", NOWHERE)))
                .isInstanceOf(NotReadyException.class)
                .hasMessageStartingWith("Kafka does not answer at " + NOWHERE + ": the connection was refused.")
                .hasMessageContaining("--bootstrap-server");
        assertThatThrownBy(() -> Reachability.registry("http://" + NOWHERE, Map.of()))
                .isInstanceOf(NotReadyException.class)
                .hasMessageStartingWith(
                        "The schema registry does not answer at http://" + NOWHERE + ": the connection was refused.")
                .hasMessageContaining("--schema-registry");
    }

    @Test
    @Timeout(30)
    void shouldGiveUpSoonWhenSomethingElseListens() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + mute.getLocalPort();
            long start = System.nanoTime();

            assertThatThrownBy(() -> Reachability.broker(Map.of("bootstrap.servers", address)))
                    .hasMessageContaining("something listens there but gave no answer of a broker");
            assertThatThrownBy(() -> Reachability.registry("http://" + address, Map.of()))
                    .hasMessageContaining("something listens there but did not answer");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
        }
    }

    @Test
    void shouldSayWhatIsExpectedWhenAnAddressIsNone() {
        assertThatThrownBy(() -> Reachability.broker(Map.of("bootstrap.servers", "localhost:kafka")))
                .hasMessage("--bootstrap-server: found \"localhost:kafka\", expected HOST:PORT, e.g. localhost:9092.");
        assertThatThrownBy(() -> Reachability.registry("localhost:8081", Map.of()))
                .hasMessage("--schema-registry: found \"localhost:8081\", expected a URL, e.g. http://localhost:8081.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "topics create",
                "topics describe",
                "calc",
                "calc --verify",
                "ingest src/test/resources/cli/october",
                "explain --manager 17 --period 2026-10",
                "explain accrual --manager crm/17 --sequence 1"
            })
    @Timeout(15)
    void shouldEndTheCommandWithOneMessageWhenTheBrokerIsDead(String command) {
        String cluster = " --bootstrap-server " + NOWHERE + " --schema-registry http://" + NOWHERE;

        CommandRun run = CommandRun.of((command + cluster).split(" "));

        assertThat(run.err().lines().toList())
                .singleElement()
                .asString()
                .startsWith("premia: Kafka does not answer at " + NOWHERE);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
