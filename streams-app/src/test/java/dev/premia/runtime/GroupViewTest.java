package dev.premia.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.TopicSpec;
import dev.premia.topology.StreamHarness;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroupViewTest {
    /** An input that is left out here would be neither waited for nor recomputed by a verification. */
    @Test
    void shouldWatchEveryInputThatTheTopologyReads() {
        try (StreamHarness stream = new StreamHarness()) {
            Set<String> read = Pattern.compile("topics: \\[(premia\\.[a-z-]+)\\]")
                    .matcher(stream.description())
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());

            assertThat(GroupView.READ).extracting(TopicSpec::name).containsExactlyInAnyOrderElementsOf(read);
        }
    }

    @Test
    void shouldTellApplicationsByTheirChangelogs() {
        Set<String> topics = Set.of(
                "premia.deals",
                "premia-manager-pending-changelog",
                "premia-lead-zones-changelog",
                "premia-demo-lead-zones-changelog",
                "other-changelog");

        assertThat(GroupView.applications(topics)).containsExactly("premia", "premia-demo");
    }
}
