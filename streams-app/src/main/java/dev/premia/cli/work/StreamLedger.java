package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.cli.Progress;
import dev.premia.codec.avro.RegistryUnavailableException;
import dev.premia.replay.verify.LedgerVerification;
import dev.premia.replay.verify.PublishedOutputs;
import dev.premia.runtime.ConsistentCut;
import dev.premia.runtime.CutSearch;
import dev.premia.runtime.NotReadyException;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the stream has published, up to a moment at which nothing was under way. */
final class StreamLedger {
    private final SourceOptions input;
    private final Output output;

    StreamLedger(SourceOptions input, Output output) {
        this.input = input;
        this.output = output;
    }

    /**
     * Finds such a moment.
     *
     * @param application chooses among the applications that have worked on the cluster
     */
    ConsistentCut cut(Function<Set<String>, String> application, Duration limit) {
        input.cluster().requireAnswer();
        Map<String, Object> client = input.cluster().client();
        String id = application.apply(CutSearch.applications(client));
        WaitingReport waiting = new WaitingReport(output, id, limit);
        try (CutSearch search = new CutSearch(client, id)) {
            CutSearch.Outcome outcome = search.find(limit, waiting);
            if (!outcome.isFound()) {
                throw CommandException.badInput(waiting.gaveUp(outcome.waiting()));
            }
            return outcome.cut();
        } catch (NotReadyException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    /** Reads accruals, statements and KPIs up to the cut. */
    LedgerVerification read(ConsistentCut cut) {
        try (SchemaRegistryClient registry = input.cluster().registry();
                Progress progress = Progress.start(output, "reading the ledger", 0)) {
            return PublishedOutputs.read(input.cluster().client(), registry, cut.outputs(), new LoadProgress(progress));
        } catch (RegistryUnavailableException e) {
            throw CommandException.failure(e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failure("schema registry: " + e.getMessage(), e);
        }
    }
}
