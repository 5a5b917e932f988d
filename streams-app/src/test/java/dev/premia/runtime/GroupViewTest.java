package dev.premia.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Role;
import dev.premia.schemas.Topics;
import dev.premia.topology.StreamHarness;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GroupViewTest {
    private static final Pattern SOURCE = Pattern.compile("Source: \\S+ \\(topics: \\[(premia\\.[^]]+)]\\)");

    @Test
    void shouldWatchExactlyTheInputsThatTheTopologyReads() {
        Set<String> inputs = new TreeSet<>();
        Topics.all().stream()
                .filter(topic -> topic.role() != Role.OUTPUT)
                .map(TopicSpec::name)
                .forEach(inputs::add);
        try (StreamHarness stream = new StreamHarness()) {
            Set<String> read = new TreeSet<>();
            Matcher sources = SOURCE.matcher(stream.description());
            while (sources.find()) {
                read.add(sources.group(1));
            }
            inputs.retainAll(read);
        }

        assertThat(inputs).isNotEmpty();
        assertThat(GroupView.READ.stream().map(TopicSpec::name)).containsExactlyInAnyOrderElementsOf(inputs);
    }

    @Test
    void shouldTellApplicationsByTheirChangelogs() {
        Set<String> topics = Set.of(
                "premia.deals",
                "premia-manager-pending-changelog",
                "premia-lead-definitions-changelog",
                "premia-demo-lead-definitions-changelog",
                "other-changelog");

        assertThat(GroupView.applications(topics)).containsExactly("premia", "premia-demo");
    }
}
