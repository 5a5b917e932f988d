package dev.premia.runtime;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Role;
import dev.premia.schemas.Topics;
import dev.premia.topology.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the group of an application is: what it still has to read, in its inputs and between its stages, and what it wrote.
 * It looks from outside, so it sees all instances together.
 */
public final class GroupProgress {
    private static final String REPARTITION_SUFFIX = "-repartition";

    /** Inputs that this release reads; the others of the catalogue are written for later ones. */
    private static final Set<TopicSpec<?>> READ = Set.of(
            Topics.DEALS,
            Topics.LEADS,
            Topics.CALLS,
            Topics.PAYMENTS,
            Topics.ACTIVITIES,
            Topics.SURVEYS,
            Topics.REVIEWS,
            Topics.MANAGERS,
            Topics.TEAMS,
            Topics.CUSTOMERS,
            Topics.TARGETS,
            Topics.PLANS,
            Topics.CONTROL);

    private final Admin admin;
    private final String applicationId;

    /** @param applicationId of the application whose group is watched */
    public GroupProgress(Admin admin, String applicationId) {
        this.admin = admin;
        this.applicationId = applicationId;
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
        Set<String> existing = TopicAdmin.get(admin.listTopics().names(), "list topics");
        Set<String> inputs = new HashSet<>();
        Set<String> inner = new HashSet<>();
        Set<String> outputs = new HashSet<>();
        for (TopicSpec<?> topic : Topics.all()) {
            if (topic.role() == Role.OUTPUT) {
                outputs.add(topic.name());
            } else if (READ.contains(topic)) {
                inputs.add(topic.name());
            }
        }
        inner.add(Names.GROUP_RESULTS_TOPIC);
        existing.stream()
                .filter(name -> name.startsWith(applicationId + "-") && name.endsWith(REPARTITION_SUFFIX))
                .forEach(inner::add);
        inputs.retainAll(existing);
        inner.retainAll(existing);
        outputs.retainAll(existing);

        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        List<String> all = new ArrayList<>(inputs);
        all.addAll(inner);
        all.addAll(outputs);
        Map<TopicPartition, Long> ends = ends(all);
        long inputLag = 0;
        long innerLag = 0;
        long inputEnds = 0;
        Map<String, Long> written = new HashMap<>();
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            String topic = end.getKey().topic();
            OffsetAndMetadata offset = committed.get(end.getKey());
            long behind = Math.max(0, end.getValue() - (offset == null ? 0 : offset.offset()));
            if (inputs.contains(topic)) {
                inputLag += behind;
                inputEnds += end.getValue();
            } else if (inner.contains(topic)) {
                innerLag += behind;
            } else if (outputs.contains(topic)) {
                written.merge(topic, end.getValue(), Long::sum);
            }
        }
        return new Snapshot(inputLag, innerLag, inputEnds, written, ends);
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        var groups = admin.listStreamsGroupOffsets(Map.of(applicationId, new ListStreamsGroupOffsetsSpec()));
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        TopicAdmin.get(groups.partitionsToOffsetAndMetadata(applicationId), "list offsets of group " + applicationId)
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset);
                    }
                });
        return committed;
    }

    private Map<TopicPartition, Long> ends(List<String> topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (TopicDescription topic : TopicAdmin.get(
                        admin.describeTopics(topics).allTopicNames(), "describe topics")
                .values()) {
            topic.partitions()
                    .forEach(partition ->
                            wanted.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        TopicAdmin.get(
                        admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all(),
                        "list offsets")
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }
}
