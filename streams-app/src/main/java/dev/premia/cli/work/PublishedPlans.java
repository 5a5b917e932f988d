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
    private final Map<String, TreeMap<Integer, Known>> versions = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();

    /**
     * A published version.
     *
     * @param sha256 of its document
     * @param shadow whether it is on trial
     */
    record Known(String sha256, boolean shadow) {}

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
        if (find(version) != null) {
            return null;
        }
        PlanVersion booked = shadow ? version.asShadow() : version;
        PlanUnits.Change change = PlanUnits.change(booked, units::get);
        if (change == null) {
            units.putAll(PlanUnits.keys(booked));
            versions.computeIfAbsent(version.plan(), plan -> new TreeMap<>())
                    .put(version.version(), new Known(version.sha256(), shadow));
        }
        return change;
    }

    /** What rules under the number of a version, or null where the version is not published. */
    Known find(PlanVersion version) {
        return versions.getOrDefault(version.plan(), new TreeMap<>()).get(version.version());
    }

    /** The lowest version number above all that are published. */
    int nextVersion(String plan) {
        TreeMap<Integer, Known> known = versions.get(plan);
        return known == null ? 1 : known.lastKey() + 1;
    }
}
