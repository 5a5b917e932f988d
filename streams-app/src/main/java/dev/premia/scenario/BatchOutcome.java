package dev.premia.scenario;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.RecordLoader;
import dev.premia.replay.input.RejectedRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the batch engine says of the records of a scenario so far. Entries are the differences from step to step. */
final class BatchOutcome implements Outcome {
    private final RecordLoader loader = new RecordLoader();
    private final Settings organisation;
    private final List<Booking> bookings = new ArrayList<>();
    private final Map<Settings, BatchResult> results = new HashMap<>();
    private LoadedInput loaded = loader.loaded();
    private Map<Balance, BigDecimal> before = Map.of();
    private Map<Balance, BigDecimal> now = Map.of();
    private List<Rejection> rejections = List.of();

    BatchOutcome(Settings organisation) {
        this.organisation = organisation;
    }

    /** Takes in the records of a step. */
    void record(Step.Recorded step) {
        List<Rejection> rejected = new ArrayList<>();
        for (ScenarioRecord<?> each : step.records()) {
            String file = step.place().file();
            List<RejectedRecord> problems =
                    loader.add(each.value(), file, step.place().toString());
            if (!problems.isEmpty()) {
                String reason = String.join(
                        "\n", problems.stream().map(RejectedRecord::message).toList());
                rejected.add(new Rejection(problems.get(0).code(), reason));
            }
        }
        rejections = List.copyOf(rejected);
        loaded = loader.loaded();
        results.clear();
        book();
    }

    private void book() {
        before = now;
        now = new HashMap<>();
        Map<Balance, String> postings = new HashMap<>();
        for (BatchResult.Line line : result(organisation).lines()) {
            Balance balance = new Balance(line.manager(), line.plan(), line.component(), line.window());
            now.put(balance, Currencies.toAmount(line.minor(), line.currency()));
            postings.put(balance, line.posting().toString());
        }
        TreeSet<Balance> all = new TreeSet<>(before.keySet());
        all.addAll(now.keySet());
        for (Balance each : all) {
            BigDecimal difference =
                    now.getOrDefault(each, BigDecimal.ZERO).subtract(before.getOrDefault(each, BigDecimal.ZERO));
            if (difference.signum() != 0) {
                String posting = postings.getOrDefault(
                        each, Posting.periodOf(each.window()).toString());
                bookings.add(new Booking(each, difference, posting));
            }
        }
    }

    private BatchResult result(Settings settings) {
        return results.computeIfAbsent(settings, each -> loaded.compute(each, null));
    }

    @Override
    public Map<Balance, BigDecimal> balances() {
        return now;
    }

    @Override
    public Map<Balance, BigDecimal> balancesBefore() {
        return before;
    }

    @Override
    public List<Booking> bookings() {
        return bookings;
    }

    @Override
    public Value kpi(KpiCall kpi, Subject subject, Window window, Settings by) {
        return result(by).kpi(kpi.definition(), kpi.parameters(), subject, Span.of(window), by);
    }

    @Override
    public Optional<Explanation> explain(String manager, String plan, String component, Window window) {
        return result(organisation).explainAny(manager, plan, component, window);
    }

    @Override
    public List<Rejection> rejections() {
        return rejections;
    }
}
