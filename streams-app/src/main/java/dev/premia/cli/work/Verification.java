package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.NumberText;
import dev.premia.cli.Output;
import dev.premia.domain.credit.Subject;
import dev.premia.replay.BatchResult;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.Reading;
import dev.premia.replay.verify.LedgerVerification;
import dev.premia.replay.verify.VerificationReport;
import dev.premia.runtime.ConsistentCut;
import dev.premia.topology.kpis.KpiPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Compares what the stream wrote with the recomputation, both up to one {@link ConsistentCut}, and says where they differ.
 * Without a cut nothing is compared, so records in flight are never taken for differences.
 */
final class Verification {
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
        StreamLedger ledger = new StreamLedger(input, output);
        ConsistentCut cut = ledger.cut(options::applicationId, options.limit());
        // What the stream keeps the latest of may be compacted once the log has grown, so it is read first.
        LedgerVerification published = ledger.read(cut);
        LoadedInput loaded = input.load(output, verbose, Reading.upTo(cut.inputs()));
        BatchResult result = input.compute(loaded);
        VerificationReport report = published.compare(result, KpiPublisher.STANDARD, scope(manager, result));
        DifferenceReport.print(report.differences(), verbose, output);
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

    private String trials(VerificationReport report) {
        return report.trials() == 0
                ? ""
                : output.text(", пробных ", ", on trial ") + output.numbers().whole(report.trials());
    }

    private String summary(VerificationReport report) {
        NumberText numbers = output.numbers();
        String read = output.text("Проверено: проводок ", "Checked: ")
                + numbers.whole(report.accruals())
                + output.text("", " accruals")
                + trials(report)
                + output.text(", листов ", ", ")
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
