package dev.premia.cli.work;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.PlanApproval;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.plan.PlanUnits;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.TopicReader;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The plan versions in force by their topic: of several documents of one version the first valid one rules, by the same rules
 * as in the stream.
 */
final class PublishedPlans {
    private final Map<String, TreeMap<Integer, String>> hashes = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();

    /** Reads the topic as it is now. */
    static PublishedPlans read(Map<String, Object> client, SchemaRegistryClient registry) {
        PublishedPlans plans = new PublishedPlans();
        RecordDecoder<?, Plan> decoder = RecordDecoder.of(Topics.PLANS, Function.identity(), registry);
        new TopicReader(client).read(List.of(Topics.PLANS.name()), LoadedInput.Listener.NONE, record -> {
            Decoded<Plan> decoded = decoder.decode(record.value());
            if (!decoded.isFailure()) {
                plans.add(decoded.event());
            }
        });
        return plans;
    }

    private void add(Plan record) {
        PlanFile.Result document = PlanFile.read(record.getPlan(), record.getDocument());
        PlanVersion version = document.plan();
        boolean valid = version != null
                && version.plan().equals(record.getPlan())
                && version.version() == record.getVersion()
                && (!record.getRestateClosed() || PlanApproval.isGiven(record));
        if (valid) {
            add(version, record.getStatus() == PlanStatus.shadow || document.shadow());
        }
    }

    /**
     * Takes a version in, unless there is a document of it already.
     *
     * @return why it cannot be taken in: what it changes that no version changes; null when it can
     */
    PlanUnits.Change add(PlanVersion version, boolean shadow) {
        if (hashOf(version) != null) {
            return null;
        }
        PlanVersion booked = shadow ? version.asShadow() : version;
        PlanUnits.Change change = PlanUnits.change(booked, units::get);
        if (change == null) {
            units.putAll(PlanUnits.keys(booked));
            hashes.computeIfAbsent(version.plan(), plan -> new TreeMap<>()).put(version.version(), version.sha256());
        }
        return change;
    }

    /** The hash of the document that rules, or null where the version is not published. */
    String hashOf(PlanVersion version) {
        return hashes.getOrDefault(version.plan(), new TreeMap<>()).get(version.version());
    }

    /** The lowest version number above all that are published. */
    int nextVersion(String plan) {
        TreeMap<Integer, String> versions = hashes.get(plan);
        return versions == null ? 1 : versions.lastKey() + 1;
    }
}
