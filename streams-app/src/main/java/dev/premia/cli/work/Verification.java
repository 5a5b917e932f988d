package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.NumberText;
import dev.premia.cli.Output;
import dev.premia.cli.Progress;
import dev.premia.cli.Table;
import dev.premia.codec.avro.RegistryUnavailableException;
import dev.premia.domain.credit.Subject;
import dev.premia.replay.BatchResult;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.verify.Difference;
import dev.premia.replay.verify.LedgerVerification;
import dev.premia.replay.verify.PublishedOutputs;
import dev.premia.replay.verify.VerificationReport;
import dev.premia.runtime.ConsistentCut;
import dev.premia.runtime.CutSearch;
import dev.premia.runtime.NotReadyException;
import dev.premia.topology.kpis.KpiPublisher;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Compares what the stream wrote with the recomputation, both up to one {@link ConsistentCut}, and says where they differ.
 * Without a cut nothing is compared, so records in flight are never taken for differences.
 */
final class Verification {
    private static final int SHOWN = 50;

    private final InputOptions input;
    private final VerifyOptions options;
    private final Output output;
    private final boolean verbose;

    Verification(InputOptions input, VerifyOptions options, Output output, boolean verbose) {
        this.input = input;
        this.options = options;
        this.output = output;
        this.verbose = verbose;
    }

    /**
     * Verifies and reports.
     *
     * @param manager whose ledger, statements and KPIs are compared, as people name managers; null for everybody's
     * @return the exit code
     */
    int run(String manager) {
        ConsistentCut cut = cut();
        // What the stream keeps the latest of may be compacted once the log has grown, so it is read first.
        LedgerVerification published = published(cut);
        LoadedInput loaded = input.load(output, verbose, cut.inputs());
        BatchResult result = input.compute(loaded);
        VerificationReport report = published.compare(result, KpiPublisher.STANDARD, scope(manager, result));
        show(report.differences());
        output.line(summary(report));
        return report.isEqual() ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
    }

    private Predicate<Subject> scope(String manager, BatchResult result) {
        if (manager == null) {
            return subject -> true;
        }
        Subject one = Subject.manager(new People(result.organisation(), output).managerId(manager));
        return one::equals;
    }

    private ConsistentCut cut() {
        input.cluster().requireAnswer();
        Map<String, Object> client = input.cluster().client();
        String application = options.applicationId(CutSearch.applications(client));
        WaitingReport waiting = new WaitingReport(output, application, options.limit());
        try (CutSearch search = new CutSearch(client, application)) {
            CutSearch.Outcome outcome = search.find(options.limit(), waiting);
            if (!outcome.isFound()) {
                throw CommandException.badInput(waiting.gaveUp(outcome.waiting()));
            }
            return outcome.cut();
        } catch (NotReadyException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    private LedgerVerification published(ConsistentCut cut) {
        try (SchemaRegistryClient registry = input.cluster().registry();
                Progress progress = Progress.start(output, "reading the ledger", 0)) {
            return PublishedOutputs.read(input.cluster().client(), registry, cut.outputs(), new LoadProgress(progress));
        } catch (RegistryUnavailableException e) {
            throw CommandException.failure(e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failure("schema registry: " + e.getMessage(), e);
        }
    }

    private void show(List<Difference> differences) {
        boolean complete = verbose || !output.forPeople();
        Table table = Table.of("difference", null)
                .column("kind", output.text("Где", "Where"))
                .column("what", output.text("Что", "What"))
                .column("expected", output.text("Пересчёт", "Recomputed"))
                .column("found", output.text("В топике", "In the topic"));
        differences.stream()
                .limit(complete ? differences.size() : SHOWN)
                .forEach(each -> table.row(
                        each.kind().name().toLowerCase(Locale.ROOT), each.what(), each.expected(), each.found()));
        if (!table.isEmpty()) {
            table.print(output);
        }
        if (!complete && differences.size() > SHOWN) {
            output.line(output.text("… ещё ", "… and ")
                    + output.numbers().whole(differences.size() - SHOWN)
                    + output.text("; все: --verbose", " more; --verbose lists them all"));
        }
    }

    private String summary(VerificationReport report) {
        NumberText numbers = output.numbers();
        String read = output.text("Проверено: проводок ", "Checked: ")
                + numbers.whole(report.accruals())
                + output.text(", листов ", " accruals, ")
                + numbers.whole(report.statements())
                + output.text(", показателей ", " statements, ")
                + numbers.whole(report.kpis())
                + output.text(". ", " KPIs. ");
        if (!report.isEqual()) {
            return read + output.text("Расхождений: ", "Differences: ")
                    + numbers.whole(report.differences().size()) + ".";
        }
        List<String> parts = new ArrayList<>(List.of(read + output.text("Расхождений нет", "No difference")));
        report.totals().forEach((currency, minor) -> parts.add(numbers.money(minor, currency)));
        return String.join(", ", parts) + ".";
    }
}
