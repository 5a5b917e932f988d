package dev.premia.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingLayersTest {
    @TempDir
    private Path directory;

    @Test
    void shouldLetEachLayerReplaceTheOnesBefore() throws Exception {
        Path file = Files.writeString(
                directory.resolve("premia.properties"),
                "application.id=of-file\npremia.zone=Asia/Omsk\npremia.currency=EUR\ncommit.interval.ms=900\n");

        RuntimeSettings settings = SettingLayers.begin()
                .file(file)
                .environment(
                        Map.of("PREMIA_ZONE", "Asia/Tomsk", "PREMIA_COMMIT_INTERVAL_MS", "700", "PREMIA_HOME", "/x"))
                .option("commit.interval.ms", "500")
                .option("state.dir", null)
                .build();

        assertThat(settings.applicationId()).isEqualTo("of-file");
        assertThat(settings.topologySettings().zone()).hasToString("Asia/Tomsk");
        assertThat(settings.topologySettings().currency()).isEqualTo("EUR");
        assertThat(settings.streamsSettings()).containsEntry("commit.interval.ms", "500");
        assertThat(settings.topologySettings().partitions()).isEqualTo(4);
    }

    @Test
    void shouldAlwaysProcessExactlyOnceOnTheStreamsProtocol() {
        assertThat(SettingLayers.begin().build().streamsSettings())
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("group.protocol", "streams")
                .containsEntry("ensure.explicit.internal.resource.naming", "true")
                .containsEntry("topology.optimization", "none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "processing.guarantee",
                "group.protocol",
                "processing.exception.handler",
                "consumer.isolation.level",
                "main.consumer.auto.offset.reset",
                "producer.acks",
                "num.standby.replicas"
            })
    void shouldRefuseWhatTheLedgerRestsOn(String name) {
        assertThatThrownBy(() -> SettingLayers.begin().option(name, "x"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("command line");
    }

    @Test
    void shouldNameTheSettingAndItsOriginWhenItIsUnknown() throws Exception {
        Path file = Files.writeString(directory.resolve("typo.properties"), "premia.zne=Europe/Moscow\n");

        assertThatThrownBy(() -> SettingLayers.begin().file(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("premia.zne")
                .hasMessageContaining("typo.properties");
    }

    @Test
    void shouldSayWhatIsExpectedWhenAValueMakesNoSense() {
        assertThatThrownBy(() -> SettingLayers.begin()
                        .option("bootstrap.servers", "localhost:9092")
                        .option("schema.registry.url", "http://localhost:8081")
                        .option("premia.partitions", "none")
                        .build()
                        .check())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("Setting premia.partitions: found \"none\", expected a whole number from 1 to 10000.");
        assertThatThrownBy(() -> SettingLayers.begin().build().check())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("--bootstrap-server")
                .hasMessageContaining("PREMIA_BOOTSTRAP_SERVERS");
    }
}
