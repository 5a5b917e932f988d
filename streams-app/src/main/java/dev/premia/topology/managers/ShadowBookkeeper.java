package dev.premia.topology.managers;

import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.ledger.Ledger;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.plan.ComponentAmount;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanEvaluator;
import dev.premia.domain.time.Window;
import dev.premia.topology.message.Output;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.PendingSubject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Books what plans on trial would pay, in the same way as what is paid, and apart from it: no statement, no close, no alert. An
 * entry belongs to the month of its window's last day, whatever is closed.
 */
final class ShadowBookkeeper {
    private final ManagerStores stores;
    private final ReferenceView references;
    private final LedgerWriter writer;

    ShadowBookkeeper(ManagerStores stores, ReferenceView references, LedgerWriter writer) {
        this.stores = stores;
        this.references = references;
        this.writer = writer;
    }

    /**
     * Books for one manager and hands out the entries.
     *
     * @param manager null while nobody has said who it is
     */
    void book(ManagerRecord manager, ManagerData data, PendingSubject pending, Consumer<Output> out) {
        PlanBook book = references.shadows();
        if (book.plans().isEmpty()) {
            return;
        }
        String managerId = data.subject().id();
        PlanEvaluator evaluator = manager == null ? null : new PlanEvaluator(book, manager, data);
        Map<String, Set<Window>> booked = pending.isEverything() ? stores.shadowWindows(managerId) : Map.of();
        for (String plan : book.plans()) {
            PlanRound round = new PlanRound(book, plan, data, stores, references.asOf());
            Set<Window> windows = new TreeSet<>(booked.getOrDefault(plan, Set.of()));
            windows.addAll(round.affected(pending));
            if (round.compares()) {
                round.tellPeers(manager, windows, pending, out);
            }
            for (Window window : windows) {
                boolean applies = evaluator != null && round.isRelevant(window);
                List<ComponentAmount> says = applies ? evaluator.evaluate(plan, window) : List.of();
                Explainer explainer = delta -> evaluator == null
                        ? null
                        : evaluator.explain(plan, delta.component(), window).orElse(null);
                write(new LedgerWriter.Account(managerId, plan, window), says, explainer, pending, out);
            }
        }
    }

    private void write(
            LedgerWriter.Account account,
            List<ComponentAmount> says,
            Explainer explainer,
            PendingSubject pending,
            Consumer<Output> out) {
        Map<String, Ledger.Booked> booked = stores.ledgerRow(account.manager(), account.plan(), account.window())
                .booked();
        List<Ledger.Delta> deltas = Ledger.deltas(says, booked, Posting.periodOf(account.window()));
        if (!deltas.isEmpty()) {
            String reason = pending.isEverything() ? "reference" : "facts";
            writer.write(account, deltas, explainer, reason, pending, out);
        }
    }
}
