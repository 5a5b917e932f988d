package dev.premia.cli.operations;

import dev.premia.replay.Settings;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.Reading;
import dev.premia.replay.input.RejectedRecord;
import dev.premia.replay.input.TopicLoader;
import dev.premia.replay.verify.LedgerVerification;
import dev.premia.replay.verify.PublishedOutputs;
import dev.premia.replay.verify.VerificationReport;
import dev.premia.runtime.ConsistentCut;
import dev.premia.runtime.CutSearch;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.StreamsApplication;
import dev.premia.topology.kpis.KpiPublisher;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** Verifies what an application of known settings wrote, whose zone and currency the recomputation takes over. */
public final class StreamVerification {
    private StreamVerification() {}

    /**
     * What was found.
     *
     * @param rejected input records that are no valid event, each a dead letter of the stream
     */
    public record Result(VerificationReport report, long rejected) {}

    /**
     * Waits until the application has processed what its inputs hold now, and compares.
     *
     * @param limit how long to wait
     * @throws IllegalStateException when the application is not at rest for one moment in that time
     */
    public static Result run(RuntimeSettings settings, Duration limit) {
        Map<String, Object> client = settings.clientSettings();
        ConsistentCut cut = cut(settings, limit);
        try (SchemaRegistryClient registry = StreamsApplication.registryClient(settings)) {
            LedgerVerification published =
                    PublishedOutputs.read(client, registry, cut.outputs(), LoadedInput.Listener.NONE);
            LoadedInput input =
                    TopicLoader.load(client, registry, Reading.upTo(cut.inputs()), LoadedInput.Listener.NONE);
            Settings organisation = new Settings(
                    settings.topologySettings().zone(),
                    settings.topologySettings().currency());
            VerificationReport report =
                    published.compare(input.compute(organisation, null), KpiPublisher.STANDARD, subject -> true);
            return new Result(
                    report,
                    input.rejected().stream()
                            .map(RejectedRecord::place)
                            .distinct()
                            .count());
        } catch (IOException e) {
            throw new UncheckedIOException("The client of the registry did not close", e);
        }
    }

    private static ConsistentCut cut(RuntimeSettings settings, Duration limit) {
        try (CutSearch search = new CutSearch(settings.clientSettings(), settings.applicationId())) {
            CutSearch.Outcome outcome = search.find(limit, waiting -> {});
            if (!outcome.isFound()) {
                throw new IllegalStateException("The application was not at rest within " + limit.toSeconds()
                        + " s, so nothing was compared; last seen: " + outcome.waiting());
            }
            return outcome.cut();
        }
    }
}
