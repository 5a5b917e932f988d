package dev.premia.topology.managers;

import dev.premia.domain.alert.Alert;
import dev.premia.domain.alert.BookingAlerts;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.ledger.Adjustments;
import dev.premia.domain.ledger.Ledger;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.ComponentAmount;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.plan.PlanEvaluator;
import dev.premia.domain.time.Window;
import dev.premia.topology.message.Alerted;
import dev.premia.topology.message.Output;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.PendingSubject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Evaluates the plans of a manager over the windows that may have changed, and books what differs. */
final class Bookkeeper {
    private final ManagerStores stores;
    private final ReferenceView references;
    private final Statements statements;
    private final LedgerWriter writer;
    private final PeriodCloser closer;
    private final BookingWatch watch;
    private final PeerWatch places;
    private final ShadowBookkeeper shadows;

    Bookkeeper(ManagerStores stores, ReferenceView references) {
        this.stores = stores;
        this.references = references;
        this.statements = new Statements(stores);
        this.writer = new LedgerWriter(stores, references);
        this.closer = new PeriodCloser(stores, references, writer, statements);
        this.watch = new BookingWatch(stores.published(), references);
        this.shadows = new ShadowBookkeeper(stores, references, writer);
        this.places = new PeerWatch(stores.published(), stores.peers(), references);
    }

    /** Books for one manager and hands out the entries and the statements that changed. */
    void book(String managerId, PendingSubject pending, Consumer<Output> out) {
        closer.close(managerId, pending, out);
        ManagerRecord manager = references.organisation().manager(managerId);
        Map<String, Set<Window>> bookedWindows = pending.isEverything() ? bookedWindows(managerId) : Map.of();
        Set<String> plans = new TreeSet<>(references.plans().plans());
        plans.addAll(bookedWindows.keySet());
        Map<YearMonth, Map<String, Long>> posted = new TreeMap<>();
        Set<YearMonth> earned = new TreeSet<>();
        ManagerData data = new ManagerData(Subject.manager(managerId), stores, references);
        PlanEvaluator evaluator = manager == null ? null : new PlanEvaluator(references.plans(), manager, data);
        plans.remove(Adjustments.PLAN);
        for (String plan : plans) {
            PlanRound round = new PlanRound(references.plans(), plan, data, stores, references.asOf());
            Set<Window> windows = new TreeSet<>(bookedWindows.getOrDefault(plan, Set.of()));
            windows.addAll(round.affected(pending));
            boolean compares = round.compares();
            if (compares) {
                round.tellPeers(manager, windows, pending, out);
            }
            for (Window window : windows) {
                boolean applies = evaluator != null && round.isRelevant(window);
                List<ComponentAmount> says = applies ? evaluator.evaluate(plan, window) : List.of();
                Explainer explainer = delta -> explanation(evaluator, plan, delta, window);
                for (Ledger.Delta delta : bookWindow(managerId, plan, window, says, explainer, pending, out)) {
                    note(posted, delta);
                    earned.add(Posting.periodOf(window));
                    watch.booked(
                            managerId, plan, window, delta, evaluator, alert -> out.accept(alerted(alert, pending)));
                }
                if (compares && applies) {
                    places.look(manager, plan, window, alert -> out.accept(alerted(alert, pending)));
                }
            }
        }
        if (manager != null) {
            bookAdjustments(manager, pending, earned, posted, out);
        }
        shadows.book(manager, data, pending, out);
        posted.forEach((period, changes) -> tell(managerId, period, changes, pending.timestamp(), out));
    }

    /** Decisions never go away, so a month that has adjustments keeps them. */
    private void bookAdjustments(
            ManagerRecord manager,
            PendingSubject pending,
            Set<YearMonth> earned,
            Map<YearMonth, Map<String, Long>> posted,
            Consumer<Output> out) {
        Adjustments adjustments =
                new Adjustments(manager, references.decisions().adjustments(manager.id()));
        for (YearMonth month : adjustments.months()) {
            if (pending.isEverything() || earned.contains(month)) {
                List<ComponentAmount> says = adjustments.of(month, unit -> plansPay(manager.id(), month, unit));
                Explainer explainer = delta -> adjustments.explain(month, delta.component(), delta.balanceMinor());
                Window window = Adjustments.window(month);
                bookWindow(manager.id(), Adjustments.PLAN, window, says, explainer, pending, out)
                        .forEach(delta -> note(posted, delta));
            }
        }
    }

    private long plansPay(String managerId, YearMonth month, String unit) {
        long[] total = new long[1];
        stores.eachLedgerRow(managerId, (plan, window, row) -> {
            if (!plan.equals(Adjustments.PLAN) && Posting.periodOf(window).equals(month)) {
                for (Ledger.Booked booked : row.booked().values()) {
                    total[0] = Math.addExact(total[0], booked.currency().equals(unit) ? booked.minor() : 0);
                }
            }
        });
        return total[0];
    }

    private static void note(Map<YearMonth, Map<String, Long>> posted, Ledger.Delta delta) {
        posted.computeIfAbsent(delta.period(), month -> new TreeMap<>())
                .merge(delta.currency(), delta.deltaMinor(), Math::addExact);
    }

    private void tell(
            String managerId, YearMonth period, Map<String, Long> changes, long timestamp, Consumer<Output> out) {
        Map<String, Long> totals = statements.publish(managerId, period, timestamp, out);
        long sequence = stores.subjects().get(Subject.manager(managerId).key()).sequence();
        changes.forEach((unit, change) -> {
            // A badge has a message of its own.
            if (change != 0 && !unit.equals(Currencies.BADGES)) {
                long total = totals.getOrDefault(unit, 0L);
                Alert alert = BookingAlerts.booked(managerId, period, sequence, change, total, unit);
                out.accept(new Alerted(alert, Instant.ofEpochMilli(timestamp)));
            }
        });
    }

    private static Alerted alerted(Alert alert, PendingSubject pending) {
        return new Alerted(alert, Instant.ofEpochMilli(pending.timestamp()));
    }

    private Map<String, Set<Window>> bookedWindows(String managerId) {
        Map<String, Set<Window>> windows = new HashMap<>();
        stores.eachLedgerRow(managerId, (plan, window, row) -> windows.computeIfAbsent(plan, p -> new TreeSet<>())
                .add(window));
        return windows;
    }

    /** Books what differs and returns it. */
    private List<Ledger.Delta> bookWindow(
            String managerId,
            String plan,
            Window window,
            List<ComponentAmount> says,
            Explainer explainer,
            PendingSubject pending,
            Consumer<Output> out) {
        YearMonth period = references.decisions().closed().firstOpen(Posting.periodOf(window));
        Map<String, Ledger.Booked> booked =
                stores.ledgerRow(managerId, plan, window).booked();
        List<Ledger.Delta> deltas = Ledger.deltas(says, booked, period);
        if (!deltas.isEmpty()) {
            String reason = pending.isEverything() ? "reference" : "facts";
            writer.write(new LedgerWriter.Account(managerId, plan, window), deltas, explainer, reason, pending, out);
        }
        return deltas;
    }

    private static Explanation explanation(PlanEvaluator evaluator, String plan, Ledger.Delta delta, Window window) {
        return evaluator == null
                ? null
                : evaluator.explain(plan, delta.component(), window).orElse(null);
    }
}
