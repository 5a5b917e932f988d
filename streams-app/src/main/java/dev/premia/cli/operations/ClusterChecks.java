package dev.premia.cli.operations;

import dev.premia.runtime.NotReadyException;
import dev.premia.runtime.Reachability;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.StreamsApplication;
import dev.premia.runtime.TopicAdmin;
import dev.premia.runtime.TopicState;
import dev.premia.runtime.TopicState.Status;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/** What a cluster must have. */
final class ClusterChecks {
    private static final int SECONDS = 10;
    private static final int NAMED_TOPICS = 3;
    private static final String STREAMS_FEATURE = "streams.version";
    private static final List<String> STRICT = List.of("FULL_TRANSITIVE", "FULL");

    private final RuntimeSettings settings;
    private final Checkup checkup;

    private ClusterChecks(RuntimeSettings settings, Checkup checkup) {
        this.settings = settings;
        this.checkup = checkup;
    }

    static void run(RuntimeSettings settings, Checkup checkup) {
        ClusterChecks checks = new ClusterChecks(settings, checkup);
        checks.broker();
        checks.registry();
    }

    private void broker() {
        try {
            Reachability.broker(settings.adminSettings());
        } catch (NotReadyException e) {
            checkup.fail("broker", e.getMessage(), "");
            return;
        }
        Map<String, Object> quick = new HashMap<>(settings.adminSettings());
        quick.put("default.api.timeout.ms", String.valueOf(SECONDS * 1_000));
        quick.put("request.timeout.ms", String.valueOf(SECONDS * 500));
        try (TopicAdmin topics = TopicAdmin.connect(quick)) {
            if (reachable(topics.admin())) {
                features(topics.admin());
                topics(topics);
            }
        } catch (org.apache.kafka.common.KafkaException e) {
            checkup.fail("broker", e.getMessage(), "Check --bootstrap-server and the security settings.");
        }
    }

    private boolean reachable(Admin admin) {
        try {
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(SECONDS, TimeUnit.SECONDS)
                    .size();
            checkup.ok("broker", settings.bootstrapServers() + ", nodes: " + nodes);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            checkup.fail(
                    "broker",
                    settings.bootstrapServers() + " does not answer: " + cause.getMessage(),
                    "Check the address, the network and the security settings.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            checkup.fail("broker", "interrupted", "");
        }
        return false;
    }

    private void features(Admin admin) {
        try {
            FinalizedVersionRange streams = admin.describeFeatures()
                    .featureMetadata()
                    .get(SECONDS, TimeUnit.SECONDS)
                    .finalizedFeatures()
                    .get(STREAMS_FEATURE);
            if (streams == null || streams.maxVersionLevel() < 1) {
                checkup.fail(
                        "streams groups",
                        STREAMS_FEATURE + " is not enabled",
                        "Kafka 4.2 or newer: kafka-features.sh upgrade --feature " + STREAMS_FEATURE + "=1");
            } else {
                checkup.ok("streams groups", STREAMS_FEATURE + "=" + streams.maxVersionLevel());
            }
        } catch (ExecutionException | TimeoutException e) {
            checkup.fail("streams groups", "features cannot be asked: " + e.getMessage(), "Use Kafka 4.2 or newer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            checkup.fail("streams groups", "interrupted", "");
        }
    }

    private void topics(TopicAdmin admin) {
        try {
            List<TopicState> states = admin.describe(settings.topicLayout());
            List<String> missing = states.stream()
                    .filter(state -> state.status() == Status.MISSING)
                    .map(TopicState::name)
                    .toList();
            List<TopicState> differing = states.stream()
                    .filter(state -> state.status() == Status.DIFFERS)
                    .toList();
            if (!missing.isEmpty()) {
                checkup.fail(
                        "topics",
                        "missing: " + named(missing) + " (" + missing.size() + " of " + states.size() + ")",
                        "premia topics create --bootstrap-server " + settings.bootstrapServers());
            } else if (!differing.isEmpty()) {
                String first = differing.get(0).name() + ": " + differing.get(0).differences();
                String found = differing.size() + " differ, e.g. " + first;
                String advice = "See premia topics describe.";
                if (differing.stream().allMatch(TopicState::isUsable)) {
                    checkup.warn("topics", found, advice);
                } else {
                    checkup.fail("topics", found, advice);
                }
            } else {
                checkup.ok("topics", states.size() + " as they must be");
            }
        } catch (NotReadyException e) {
            checkup.fail("topics", e.getMessage(), "Check the rights of this user.");
        }
    }

    private static String named(List<String> missing) {
        return String.join(", ", missing.subList(0, Math.min(NAMED_TOPICS, missing.size())))
                + (missing.size() > NAMED_TOPICS ? ", ..." : "");
    }

    private void registry() {
        String advice = "Check --schema-registry, the network and the credentials.";
        try {
            Reachability.registry(settings.schemaRegistry(), settings.registrySettings());
        } catch (NotReadyException e) {
            checkup.fail("schema registry", e.getMessage(), "");
            return;
        }
        try (SchemaRegistryClient registry = StreamsApplication.registryClient(settings)) {
            int subjects = registry.getAllSubjects().size();
            checkup.ok("schema registry", settings.schemaRegistry() + ", subjects: " + subjects);
            String level = registry.getCompatibility(null);
            if (STRICT.contains(level)) {
                checkup.ok("compatibility", level);
            } else {
                checkup.warn(
                        "compatibility",
                        String.valueOf(level),
                        "Set FULL_TRANSITIVE: old and new releases read each other's records.");
            }
        } catch (IOException | RestClientException e) {
            checkup.fail("schema registry", settings.schemaRegistry() + ": " + e.getMessage(), advice);
        }
    }
}
