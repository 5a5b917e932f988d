package dev.premia.runtime;

import dev.premia.schemas.TopicSpec;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the group of an application is: what it still has to read, in its inputs and between its stages, and what it wrote.
 * It looks from outside, so it sees all instances together.
 */
public final class GroupProgress {
    private final GroupView group;

    /** @param applicationId of the application whose group is watched */
    public GroupProgress(Admin admin, String applicationId) {
        this.group = new GroupView(admin, applicationId);
    }

    /**
     * How far the group is at one moment.
     *
     * @param inputLag committed records of input topics that the group has not processed and committed
     * @param innerLag the same between its stages
     * @param inputs ends of input topics
     * @param written ends of output topics, committed records only
     * @param ends ends of all topics looked at
     */
    public record Snapshot(
            long inputLag, long innerLag, long inputs, Map<String, Long> written, Map<TopicPartition, Long> ends) {
        /** Whether everything that was sent is processed. Figures that wait for their flush are not seen from outside. */
        public boolean isCaughtUp() {
            return inputLag == 0 && innerLag == 0;
        }

        /** Committed records in an output topic, transaction marks included. */
        public long writtenTo(TopicSpec<?> topic) {
            return written.getOrDefault(topic.name(), 0L);
        }
    }

    /** Asks the cluster. */
    public Snapshot now() {
        GroupView.TopicNames topics = group.topics();
        Map<TopicPartition, Long> committed = group.committed();
        Map<TopicPartition, Long> ends = group.ends(topics.all(), IsolationLevel.READ_COMMITTED);
        long inputLag = 0;
        long innerLag = 0;
        long inputEnds = 0;
        Map<String, Long> written = new HashMap<>();
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            String topic = end.getKey().topic();
            long behind = Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L));
            if (topics.inputs().contains(topic)) {
                inputLag += behind;
                inputEnds += end.getValue();
            } else if (topics.inner().contains(topic)) {
                innerLag += behind;
            } else if (topics.outputs().contains(topic)) {
                written.merge(topic, end.getValue(), Long::sum);
            }
        }
        return new Snapshot(inputLag, innerLag, inputEnds, written, ends);
    }
}
