package dev.premia.runtime;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Role;
import dev.premia.schemas.Topics;
import dev.premia.topology.Names;
import dev.premia.topology.UnfinishedWork;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What a cluster tells of the group of an application: its topics, what it has committed, where topics end. */
final class GroupView {
    static final String CHANGELOG_SUFFIX = "-changelog";
    private static final String REPARTITION_SUFFIX = "-repartition";

    /** Inputs that this release reads; the others of the catalogue are written for later ones. */
    static final Set<TopicSpec<?>> READ = Set.of(
            Topics.DEALS,
            Topics.LEADS,
            Topics.CALLS,
            Topics.PAYMENTS,
            Topics.ACTIVITIES,
            Topics.SURVEYS,
            Topics.REVIEWS,
            Topics.SPEND,
            Topics.WORKTIME,
            Topics.MARKET,
            Topics.CONTRACTS,
            Topics.MANAGERS,
            Topics.TEAMS,
            Topics.CUSTOMERS,
            Topics.TARGETS,
            Topics.CALENDARS,
            Topics.FX_RATES,
            Topics.PRODUCTS,
            Topics.PLANS,
            Topics.CONTROL);

    private final Admin admin;
    private final String applicationId;

    GroupView(Admin admin, String applicationId) {
        this.admin = admin;
        this.applicationId = applicationId;
    }

    /**
     * The names of the topics that exist.
     *
     * @param inputs what the application reads
     * @param inner what its stages write for each other
     * @param outputs what it writes for others
     * @param existing every topic of the cluster
     */
    record TopicNames(Set<String> inputs, Set<String> inner, Set<String> outputs, Set<String> existing) {
        /** Inputs, inner topics and outputs. */
        Set<String> all() {
            Set<String> all = new HashSet<>(inputs);
            all.addAll(inner);
            all.addAll(outputs);
            return all;
        }
    }

    TopicNames topics() {
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
                .filter(name -> name.endsWith(REPARTITION_SUFFIX) && isOurs(name, existing))
                .forEach(inner::add);
        inputs.retainAll(existing);
        inner.retainAll(existing);
        outputs.retainAll(existing);
        return new TopicNames(inputs, inner, outputs, existing);
    }

    /** An application may be named like the beginning of another one: premia and premia-demo. */
    private boolean isOurs(String topic, Set<String> existing) {
        return topic.startsWith(applicationId + "-")
                && applications(existing).stream()
                        .noneMatch(other -> other.length() > applicationId.length() && topic.startsWith(other + "-"));
    }

    /** The applications that have worked on a cluster, known by the changelogs of their stores. */
    static Set<String> applications(Set<String> existing) {
        Set<String> applications = new TreeSet<>();
        for (String store : UnfinishedWork.stores()) {
            String suffix = "-" + store + CHANGELOG_SUFFIX;
            existing.stream()
                    .filter(name -> name.endsWith(suffix))
                    .forEach(name -> applications.add(name.substring(0, name.length() - suffix.length())));
        }
        return applications;
    }

    /**
     * The offsets that the group has committed and that no open transaction is about to move; the others are left out, so that
     * what is seen here is settled.
     */
    Map<TopicPartition, Long> settled() {
        return offsets(true);
    }

    /** The offsets that the group has committed; what an open transaction is about to move stands where it was. */
    Map<TopicPartition, Long> committed() {
        return offsets(false);
    }

    private Map<TopicPartition, Long> offsets(boolean stable) {
        var groups = admin.listStreamsGroupOffsets(
                Map.of(applicationId, new ListStreamsGroupOffsetsSpec()),
                new ListStreamsGroupOffsetsOptions().requireStable(stable));
        Map<TopicPartition, Long> committed = new HashMap<>();
        TopicAdmin.get(groups.partitionsToOffsetAndMetadata(applicationId), "list offsets of group " + applicationId)
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /** Whether an instance of the application takes part in the group. */
    boolean isAlive() {
        try {
            return !TopicAdmin.get(
                            admin.describeStreamsGroups(List.of(applicationId)).all(),
                            "describe group " + applicationId)
                    .get(applicationId)
                    .members()
                    .isEmpty();
        } catch (NotReadyException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    /**
     * The ends of topics.
     *
     * @param isolation committed: where a careful reader stops, before the first open transaction; uncommitted: behind the
     *     last record that was appended
     */
    Map<TopicPartition, Long> ends(Collection<String> topics, IsolationLevel isolation) {
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
                        admin.listOffsets(wanted, new ListOffsetsOptions(isolation))
                                .all(),
                        "list offsets")
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }
}
