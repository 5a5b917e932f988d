package dev.premia.runtime;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Timestamps;
import dev.premia.schemas.Topics;
import dev.premia.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the topics of a deployment are.
 *
 * @param partitions partitions of every keyed topic; it cannot change later
 * @param replicationFactor copies of each partition; -1 for the broker's default
 * @param inputs who sets the timestamps of inputs
 */
public record TopicLayout(int partitions, short replicationFactor, Timestamps inputs) {
    /** What a topic must be. */
    public record Wanted(String name, int partitions, Map<String, String> settings) {}

    /** Settings of a machine of one's own: no copies, and times as the producer gives them. */
    public static TopicLayout local(int partitions) {
        return new TopicLayout(partitions, (short) 1, Timestamps.PRODUCER);
    }

    /** All topics that must exist before the application starts: the catalogue, and the way back from groups to managers. */
    public List<Wanted> topics() {
        List<Wanted> topics = new ArrayList<>();
        for (TopicSpec<?> topic : Topics.all()) {
            topics.add(new Wanted(topic.name(), topic.partitions(partitions), topic.settings(inputs)));
        }
        Map<String, String> compacted = new TreeMap<>(Topics.KPIS.settings(inputs));
        topics.add(new Wanted(Names.GROUP_RESULTS_TOPIC, partitions, compacted));
        return topics;
    }
}
