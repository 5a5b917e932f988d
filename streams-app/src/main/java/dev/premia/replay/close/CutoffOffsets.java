package dev.premia.replay.close;

import dev.premia.domain.control.OffsetVector;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks a cluster where a cutoff lies in its topics: of each partition the first offset whose latest time of recording so far
 * reaches it, which is what Kafka answers when it is asked for the first offset at or after an instant, else the end.
 */
public final class CutoffOffsets {
    private CutoffOffsets() {}

    /**
     * The offset vector of a cutoff.
     *
     * @param topics the input topics; those that do not exist are left out
     * @throws java.util.concurrent.ExecutionException when the cluster refuses to answer
     */
    public static OffsetVector at(Admin admin, Collection<String> topics, Instant cutoff)
            throws java.util.concurrent.ExecutionException, InterruptedException {
        Set<String> existing = new TreeSet<>(topics);
        existing.retainAll(admin.listTopics().names().get());
        Map<String, TopicDescription> described =
                admin.describeTopics(existing).allTopicNames().get();
        Map<TopicPartition, OffsetSpec> firsts = new HashMap<>();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        described.forEach((topic, description) -> description.partitions().forEach(partition -> {
            TopicPartition each = new TopicPartition(topic, partition.partition());
            firsts.put(each, OffsetSpec.forTimestamp(cutoff.toEpochMilli()));
            ends.put(each, OffsetSpec.latest());
        }));
        // The end is asked for first: what is written between the two questions lies beyond both answers.
        Map<TopicPartition, ListOffsetsResultInfo> latest = offsets(admin, ends);
        Map<TopicPartition, ListOffsetsResultInfo> reached = offsets(admin, firsts);
        OffsetVector.Builder vector = new OffsetVector.Builder();
        for (TopicPartition each : List.copyOf(firsts.keySet())) {
            long first = reached.get(each).offset();
            long end = latest.get(each).offset();
            vector.put(each.topic(), each.partition(), first < 0 ? end : Math.min(first, end));
        }
        return vector.build();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin admin, Map<TopicPartition, OffsetSpec> asked)
            throws java.util.concurrent.ExecutionException, InterruptedException {
        return admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
    }
}
