package dev.premia.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The names of stores, topics and processors are part of the state: renaming one abandons what it held. Every change of the
 * topology must show up as a change of the committed description. {@code -Dtopology.write=true} writes it anew.
 */
class TopologyDescriptionTest {
    private static final Path GOLDEN = Path.of("src/test/resources/topology/description.txt");

    @Test
    void shouldBeTheCommittedTopology() throws IOException {
        String description;
        try (StreamHarness stream = new StreamHarness()) {
            description = stream.description();
        }
        if (Boolean.getBoolean("topology.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, description);
        }
        assertThat(description)
                .as(
                        "The topology changed. If that is meant, say in the changelog whether state survives, and run this test"
                                + " with -Dtopology.write=true")
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void shouldNameEveryStoreAndTopicByHand() {
        try (StreamHarness stream = new StreamHarness()) {
            assertThat(stream.description()).doesNotContainPattern("KSTREAM-[A-Z]+-\\d{10}-(changelog|repartition)");
        }
    }
}
