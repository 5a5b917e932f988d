package dev.premia.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.testkit.KafkaEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registry of the shared environment, which keeps its schemas in Kafka, also when Kafka is a container. */
@ExtendWith(KafkaEnvironment.Provider.class)
class KafkaRegistryIT extends LocalRegistryContract {
    private final KafkaEnvironment kafka;

    KafkaRegistryIT(KafkaEnvironment kafka) {
        this.kafka = kafka;
    }

    @BeforeEach
    void shouldAnswer() {
        assertThat(registry.get("/").status()).isEqualTo(200);
    }

    @Override
    String baseUrl() {
        return kafka.registryUrl();
    }
}
