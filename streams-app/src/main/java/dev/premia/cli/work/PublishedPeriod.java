package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.replay.BatchResult;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.verify.Difference;
import dev.premia.replay.verify.FrozenVerification;
import dev.premia.replay.verify.LedgerVerification;
import dev.premia.replay.verify.VerificationReport;
import dev.premia.runtime.ConsistentCut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is booked, published and frozen for a month.
 *
 * @param allResults whether the input holds the results of everybody; one with a bundle does not
 * @param cut up to where the stream's outputs were read; null with files
 * @param ledger what they say; null with files
 */
record PublishedPeriod(ReplaySource source, boolean allResults, ConsistentCut cut, LedgerVerification ledger) {

    /** Reads the stream's outputs; files have none. */
    static PublishedPeriod read(
            SourceOptions input, ReplaySource source, String applicationId, Duration limit, Output output) {
        boolean allResults = input.counting(source.bound()).holdsAllResults();
        if (!input.readsTopics()) {
            return new PublishedPeriod(source, allResults, null, null);
        }
        StreamLedger stream = new StreamLedger(input, output);
        ConsistentCut cut = stream.cut(known -> VerifyOptions.choose(applicationId, known), limit);
        return new PublishedPeriod(source, allResults, cut, stream.read(cut));
    }

    /**
     * Compares, prints what differs, and returns the exit code.
     *
     * @param only whose lines are compared, or null for everybody's
     */
    int report(BatchResult result, ClosedPeriod recomputed, String only, boolean verbose, Output output) {
        Predicate<String> managers = manager -> only == null || manager.equals(only);
        List<Difference> differences = new ArrayList<>();
        List<String> checked = new ArrayList<>();
        if (source.isClosed()) {
            differences.addAll(FrozenVerification.compare(recomputed, source.closed(), managers, allResults));
            checked.add(output.text("закрытых листов ", "frozen statements ")
                    + output.numbers()
                            .whole(recomputed.statements().stream()
                                    .filter(each -> managers.test(each.manager()))
                                    .count()));
        }
        boolean refused = source.closed().refused(recomputed.period()) != null;
        if (refused) {
            output.line(output.text(
                    "Закрытие " + recomputed.period()
                            + " не завершено: его завершающая запись не сходится с листами перед ней. Повторите premia close --period "
                            + recomputed.period() + ".",
                    "The close of " + recomputed.period()
                            + " is not completed: its completion does not sum up the results before it. Repeat premia close --period "
                            + recomputed.period() + "."));
        }
        // The ledger of a month whose completion did not count still moves.
        if (ledger != null && !refused) {
            List<BatchResult.Line> lines = result.postedLines().stream()
                    .filter(line -> line.posting().equals(recomputed.period()))
                    .toList();
            VerificationReport report = ledger.comparePeriod(recomputed.period(), lines, source.isClosed(), managers);
            differences.addAll(report.differences());
            checked.add(output.text("сумм ", "sums ") + output.numbers().whole(report.sums()));
            checked.add(output.text("проводок ", "entries ") + output.numbers().whole(report.accruals()));
        }
        if (source.bundle() != null) {
            differences.addAll(FrozenVerification.compare(recomputed, source.bundle()));
            checked.add(output.text("лист в файле", "the statement of the bundle"));
        }
        DifferenceReport.print(differences, verbose, output);
        String what = checked.isEmpty()
                ? output.text("Сверять не с чем: период не закрыт.", "Nothing to compare with: the month is open.")
                : output.text("Сверено: ", "Compared: ") + String.join(", ", checked) + ". ";
        String outcome = differences.isEmpty()
                ? output.text("Расхождений нет.", "No difference.")
                : output.text("Расхождений: ", "Differences: ")
                        + output.numbers().whole(differences.size()) + ".";
        output.line(checked.isEmpty() ? what : what + outcome);
        if (!allResults) {
            // It holds too little of the others for a digest over all.
            return differences.isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
        }
        output.line(output.text("Отпечаток периода SHA-256: ", "Digest of the period SHA-256: ") + recomputed.digest());
        return differences.isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
    }
}
