package dev.premia.runtime;

import dev.premia.runtime.TopicLayout.Wanted;
import dev.premia.runtime.TopicState.Difference;
import dev.premia.runtime.TopicState.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of the catalogue and tells how they differ from it. Existing topics are never changed. */
public final class TopicAdmin implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;

    private TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /** @param settings of an admin client, at least {@code bootstrap.servers} */
    public static TopicAdmin connect(Map<String, Object> settings) {
        Map<String, Object> quick = new HashMap<>(settings);
        quick.putIfAbsent("default.api.timeout.ms", String.valueOf(LIMIT.toMillis()));
        quick.putIfAbsent("request.timeout.ms", "10000");
        return new TopicAdmin(Admin.create(quick));
    }

    /** The admin client underneath. */
    public Admin admin() {
        return admin;
    }

    /**
     * Creates what is missing and returns how every topic stands, once all partitions work. Repeating it changes nothing.
     *
     * @throws NotReadyException when the cluster does not answer or refuses
     */
    public List<TopicState> ensure(TopicLayout layout) {
        List<TopicState> before = describe(layout);
        Set<String> missing = new HashSet<>();
        before.stream().filter(state -> state.status() == Status.MISSING).forEach(state -> missing.add(state.name()));
        if (missing.isEmpty()) {
            return before;
        }
        create(layout.topics().stream()
                .filter(topic -> missing.contains(topic.name()))
                .map(topic -> newTopic(topic, layout))
                .toList());
        awaitLeaders(missing);
        return describe(layout).stream()
                .map(state -> missing.contains(state.name()) && state.status() == Status.OK
                        ? new TopicState(state.name(), Status.CREATED, state.partitions(), state.replicas(), List.of())
                        : state)
                .toList();
    }

    private static NewTopic newTopic(Wanted topic, TopicLayout layout) {
        Optional<Short> replicas =
                layout.replicationFactor() < 1 ? Optional.empty() : Optional.of(layout.replicationFactor());
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), replicas).configs(topic.settings());
    }

    private void create(Collection<NewTopic> topics) {
        for (Map.Entry<String, KafkaFuture<Void>> each :
                admin.createTopics(topics).values().entrySet()) {
            try {
                get(each.getValue(), "create topic " + each.getKey());
            } catch (NotReadyException e) {
                // Somebody else may create the same topics at the same time.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Returns when every partition of the topics takes records. A broker shows a leader before that leader works, and what is
     * sent in between can come into the log out of order.
     */
    public void awaitLeaders(Collection<String> topics) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                ends(topics);
                return;
            } catch (NotReadyException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** End offsets of all partitions of topics, open transactions included. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        get(admin.describeTopics(topics).allTopicNames(), "describe topics").forEach((name, topic) -> topic.partitions()
                .forEach(
                        partition -> wanted.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(wanted).all(), "list offsets")
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    /** Deletes topics and returns when they are gone. */
    public void delete(Collection<String> topics) {
        get(admin.deleteTopics(topics).all(), "delete topics");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!java.util.Collections.disjoint(names(), topics)) {
            if (System.nanoTime() > deadline) {
                throw new NotReadyException("The cluster still lists deleted topics: " + topics);
            }
            pause();
        }
    }

    /** Names of all topics of the cluster but the broker's own. */
    public Set<String> names() {
        return get(admin.listTopics().names(), "list topics");
    }

    /** How every topic of a layout stands. */
    public List<TopicState> describe(TopicLayout layout) {
        Set<String> existing = new HashSet<>(names());
        List<String> wanted = layout.topics().stream().map(Wanted::name).toList();
        existing.retainAll(wanted);
        Map<String, TopicDescription> descriptions =
                get(admin.describeTopics(existing).allTopicNames(), "describe topics");
        Map<ConfigResource, Config> settings = get(
                admin.describeConfigs(existing.stream()
                                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                                .toList())
                        .all(),
                "describe topic settings");
        List<TopicState> states = new ArrayList<>();
        for (Wanted topic : layout.topics()) {
            TopicDescription description = descriptions.get(topic.name());
            states.add(
                    description == null
                            ? new TopicState(topic.name(), Status.MISSING, 0, 0, List.of())
                            : compare(
                                    topic,
                                    description,
                                    settings.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))));
        }
        return states;
    }

    private static TopicState compare(Wanted topic, TopicDescription description, Config settings) {
        List<Difference> differences = new ArrayList<>();
        int partitions = description.partitions().size();
        if (partitions != topic.partitions()) {
            differences.add(
                    new Difference("partitions", String.valueOf(partitions), String.valueOf(topic.partitions()), true));
        }
        topic.settings().forEach((name, expected) -> {
            ConfigEntry entry = settings.get(name);
            String found = entry == null ? "unset" : entry.value();
            if (!expected.equals(found)) {
                differences.add(new Difference(name, found, expected, false));
            }
        });
        int replicas = description.partitions().get(0).replicas().size();
        Status status = differences.isEmpty() ? Status.OK : Status.DIFFERS;
        return new TopicState(topic.name(), status, partitions, replicas, differences);
    }

    /** Sets what the broker keeps per group: with the streams protocol, session timeout and standbys are decided there. */
    public void configureGroup(String applicationId, Map<String, String> settings) {
        if (settings.isEmpty()) {
            return;
        }
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, applicationId);
        get(admin.incrementalAlterConfigs(Map.of(group, changes)).all(), "configure group " + applicationId);
    }

    static <T> T get(KafkaFuture<T> future, String what) {
        try {
            return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new NotReadyException(
                    "The Kafka cluster could not " + what + ": " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new NotReadyException(
                    "The Kafka cluster did not answer within " + LIMIT.toSeconds() + " s (" + what
                            + "). Check its address and state.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("Interrupted while waiting for the Kafka cluster", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("Interrupted while waiting for the Kafka cluster", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
