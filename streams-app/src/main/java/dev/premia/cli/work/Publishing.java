package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.operations.EventPublisher;
import dev.premia.schemas.TopicSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Opens a publisher on a cluster that has the topics which are needed. */
final class Publishing {
    private static final int LINGER_MILLIS = 20;

    private Publishing() {}

    /**
     * @param registerSchemas whether contracts that the registry does not know are registered
     */
    static EventPublisher open(ClusterOptions cluster, boolean registerSchemas) {
        Map<String, Object> client = cluster.client();
        Map<String, Object> serdes = new HashMap<>(client);
        serdes.put("auto.register.schemas", registerSchemas);
        return new EventPublisher(client, serdes, LINGER_MILLIS);
    }

    /** Complains when a topic is missing: a producer would wait a minute for it and then say less. */
    static void requireTopics(ClusterOptions cluster, Collection<TopicSpec<?>> topics) {
        cluster.requireAnswer();
        Set<String> missing = new TreeSet<>();
        topics.forEach(topic -> missing.add(topic.name()));
        try (Admin admin = Admin.create(cluster.client())) {
            missing.removeAll(admin.listTopics().names().get());
        } catch (ExecutionException e) {
            throw CommandException.failure("Kafka: " + e.getCause().getMessage(), e);
        } catch (KafkaException e) {
            throw CommandException.badInput("Kafka: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.failure("interrupted", e);
        }
        if (!missing.isEmpty()) {
            throw CommandException.badInput("the cluster has no topic " + String.join(", ", missing)
                    + "; premia topics create makes what is missing.");
        }
    }
}
