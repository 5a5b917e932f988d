package dev.premia.casebook;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.replay.Settings;
import dev.premia.scenario.Balance;
import dev.premia.scenario.KpiCall;
import dev.premia.scenario.Outcome;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.Kpi;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the stream has sent so far.
 *
 * @param oracle explains, and says what a KPI is that the stream does not publish because it is nothing
 * @param entriesBefore how many entries there were before the last step
 * @param lettersBefore how many dead letters there were before the last step
 */
record StreamOutcome(Performance performance, Oracle oracle, int entriesBefore, int lettersBefore) implements Outcome {

    @Override
    public Map<Balance, BigDecimal> balances() {
        return sums(performance.entries());
    }

    @Override
    public Map<Balance, BigDecimal> shadowBalances() {
        return sums(performance.shadowEntries());
    }

    @Override
    public Map<Balance, BigDecimal> balancesBefore() {
        return sums(performance.entries().subList(0, entriesBefore));
    }

    private static Map<Balance, BigDecimal> sums(List<Accrual> entries) {
        Map<Balance, BigDecimal> sums = new HashMap<>();
        entries.forEach(entry -> sums.merge(Performance.balanceOf(entry), amount(entry), BigDecimal::add));
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static BigDecimal amount(Accrual entry) {
        return Currencies.toAmount(entry.getAmountMinor(), entry.getCurrency());
    }

    @Override
    public List<Booking> bookings() {
        return performance.entries().stream()
                .map(entry -> new Booking(Performance.balanceOf(entry), amount(entry), entry.getPostingPeriod()))
                .toList();
    }

    @Override
    public Value kpi(KpiCall kpi, Subject subject, Window window, Settings by) {
        if (kpi instanceof KpiCall.OfPlan own) {
            return published(
                    own.text(),
                    performance.kpi(own.plan(), own.text(), subject, window),
                    oracle.kpi(own.plan(), own.text(), subject, window));
        }
        KpiCall.OfCatalogue known = (KpiCall.OfCatalogue) kpi;
        String name = known.definition().name();
        if (!known.parameters().isEmpty() || kpi.text().indexOf('(') >= 0) {
            return oracle.result().kpi(known.definition(), known.parameters(), subject, Span.of(window), by);
        }
        return published(
                name,
                performance.kpi(name, subject, window, by.zone(), by.currency()),
                oracle.kpi(name, subject, window, by.zone(), by.currency(), null));
    }

    /** @param says what it is when it was never published, which only a KPI that is nothing need not be */
    private static Value published(String name, Kpi published, Value says) {
        if (published == null) {
            return Performance.isNothing(says) ? says : Value.undefined(name + " was never published");
        }
        BigDecimal value = published.getValue();
        return value == null ? Value.undefined("published as undefined") : Value.of(value);
    }

    @Override
    public Optional<Explanation> explain(String manager, String plan, String component, Window window) {
        return oracle.result().explainAny(manager, plan, component, window);
    }

    @Override
    public Optional<FrozenStatement> frozen(String manager, YearMonth period) {
        return performance.frozen(manager, period);
    }

    @Override
    public List<Rejection> rejections() {
        List<DeadLetter> letters = performance.letters();
        return letters.subList(lettersBefore, letters.size()).stream()
                .map(letter -> new Rejection(letter.getReasonCode(), letter.getReason()))
                .toList();
    }
}
