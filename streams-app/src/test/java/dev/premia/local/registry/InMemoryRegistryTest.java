package dev.premia.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.local.LocalBrokerException;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InMemoryRegistryTest extends LocalRegistryContract {
    private static LocalRegistry running;

    @BeforeAll
    static void start() {
        running = LocalRegistry.inMemory(RegistryOptions.defaults());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Override
    String baseUrl() {
        return running.url();
    }

    @Test
    void shouldUseTheGivenDefaultLevelAndListenOnLoopbackOnly() {
        RegistryOptions options = RegistryOptions.defaults().withCompatibility(CompatibilityLevel.BACKWARD);
        try (LocalRegistry other = LocalRegistry.inMemory(options)) {
            assertThat(new RegistryClient(other.url())
                            .get("/config")
                            .json()
                            .path("compatibilityLevel")
                            .asText())
                    .isEqualTo("BACKWARD");
            assertThat(URI.create(other.url()).getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void shouldNameThePortWhenItIsTaken() {
        int taken = URI.create(running.url()).getPort();

        assertThatThrownBy(
                        () -> LocalRegistry.inMemory(RegistryOptions.defaults().withPort(taken)))
                .isInstanceOf(LocalBrokerException.class)
                .hasMessageContaining("port " + taken + " on 127.0.0.1");
    }
}
