package dev.premia.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.schemas.TopicSpec.Cleanup;
import dev.premia.schemas.TopicSpec.Role;
import dev.premia.schemas.TopicSpec.Timestamps;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void shouldNameEveryTopicOnce() {
        assertThat(Topics.all())
                .hasSize(26)
                .extracting(TopicSpec::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("premia\\.[a-z-]+"));
        assertThat(Topics.all())
                .filteredOn(topic -> !topic.equals(Topics.SHADOW_ACCRUALS))
                .extracting(TopicSpec::valueType)
                .doesNotHaveDuplicates();
        assertThat(Topics.all())
                .extracting(Topics::meaning)
                .doesNotHaveDuplicates()
                .allMatch(meaning -> meaning.endsWith("."));
    }

    @Test
    void shouldFindATopicByName() {
        assertThat(Topics.named("premia.fx-rates")).contains(Topics.FX_RATES);
        assertThat(Topics.named("premia.unheard-of")).isEmpty();
    }

    @Test
    void shouldKeepDecisionsInOnePartition() {
        assertThat(Topics.of(Role.CONTROL)).allMatch(topic -> topic.partitions(12) == 1);
        assertThat(Topics.all())
                .filteredOn(topic -> topic.role() != Role.CONTROL)
                .allMatch(topic -> topic.partitions(12) == 12);
        assertThatThrownBy(() -> Topics.DEALS.partitions(0)).hasMessageContaining("premia.deals", "expected 1 or more");
    }

    @Test
    void shouldCompactOnlyWhatIsACurrentState() {
        assertThat(Topics.all())
                .filteredOn(topic -> topic.cleanup() == Cleanup.KEEP_LATEST)
                .containsExactly(Topics.KPIS, Topics.STATEMENTS);
        assertThat(Topics.KPIS.settings(Timestamps.BROKER)).containsEntry("cleanup.policy", "compact");
        assertThat(Topics.ACCRUALS.settings(Timestamps.BROKER)).containsEntry("cleanup.policy", "delete");
    }

    @Test
    void shouldNeverExpire() {
        assertThat(Topics.all()).allMatch(topic -> "-1"
                .equals(topic.settings(Timestamps.PRODUCER).get("retention.ms")));
    }

    @Test
    void shouldLetTheBrokerStampInputsInProductionOnly() {
        assertThat(Topics.all()).allSatisfy(topic -> {
            String production = topic.role() == Role.OUTPUT ? "CreateTime" : "LogAppendTime";
            assertThat(topic.settings(Timestamps.BROKER)).containsEntry("message.timestamp.type", production);
            assertThat(topic.settings(Timestamps.PRODUCER))
                    .containsEntry("message.timestamp.type", "CreateTime")
                    .containsEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        });
    }
}
