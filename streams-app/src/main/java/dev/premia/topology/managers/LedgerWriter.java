package dev.premia.topology.managers;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.ledger.Adjustments;
import dev.premia.domain.ledger.Ledger;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.Window;
import dev.premia.schemas.Accrual;
import dev.premia.topology.message.Booked;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.ShadowBooked;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.LedgerRow;
import dev.premia.topology.state.PendingSubject;
import dev.premia.topology.state.SubjectMeta;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes entries: numbers them, keeps what is booked, and hands them out. */
final class LedgerWriter {
    private final ManagerStores stores;
    private final ReferenceView references;

    LedgerWriter(ManagerStores stores, ReferenceView references) {
        this.stores = stores;
        this.references = references;
    }

    /** Whose entries, and for what. */
    record Account(String manager, String plan, Window window) {
        static final Comparator<Account> ORDER = Comparator.comparing(Account::manager)
                .thenComparing(Account::plan)
                .thenComparing(Account::window);
    }

    /** Writes the entries and adds them to what is booked. */
    void write(
            Account account,
            List<Ledger.Delta> deltas,
            Explainer explainer,
            String reason,
            PendingSubject pending,
            Consumer<Output> out) {
        Map<String, Ledger.Booked> booked =
                new TreeMap<>(stores.ledgerRow(account.manager(), account.plan(), account.window())
                        .booked());
        for (Ledger.Delta delta : deltas) {
            Ledger.Booked before =
                    booked.getOrDefault(delta.component(), Ledger.Booked.nothing(delta.version(), delta.currency()));
            booked.put(delta.component(), before.plus(delta));
        }
        number(account, deltas, explainer, reason, pending, out);
        keep(account, booked);
    }

    /** Numbers entries and hands them out. */
    void number(
            Account account,
            List<Ledger.Delta> deltas,
            Explainer explainer,
            String reason,
            PendingSubject pending,
            Consumer<Output> out) {
        String key = Subject.manager(account.manager()).key();
        SubjectMeta meta = stores.subjects().get(key);
        boolean shadow = PlanVersion.isShadow(account.plan());
        long sequence = shadow ? meta.shadowSequence() : meta.sequence();
        for (Ledger.Delta delta : deltas) {
            sequence++;
            Accrual entry = AccrualRecords.accrual(new AccrualRecords.Entry(
                    account.manager(),
                    sequence,
                    PlanVersion.shownId(account.plan()),
                    account.window(),
                    zoneOf(account.plan(), delta.version()),
                    delta,
                    pending.causes(),
                    explainer.explain(delta),
                    reason,
                    Instant.ofEpochMilli(pending.timestamp())));
            out.accept(shadow ? new ShadowBooked(entry) : new Booked(entry));
        }
        stores.subjects().put(key, shadow ? meta.withShadowSequence(sequence) : meta.withSequence(sequence));
    }

    /** Keeps what is booked by component; what is nothing in every period is forgotten. */
    void keep(Account account, Map<String, Ledger.Booked> booked) {
        Map<String, Ledger.Booked> kept = new TreeMap<>(booked);
        kept.values().removeIf(Ledger.Booked::isNothing);
        stores.putLedgerRow(
                account.manager(), account.plan(), account.window(), kept.isEmpty() ? null : new LedgerRow(kept));
    }

    private ZoneId zoneOf(String plan, int version) {
        // A close may be read before the plans of its lines, which travel in another topic.
        PlanVersion known =
                plan.equals(Adjustments.PLAN) ? null : references.bookOf(plan).version(plan, version);
        return known == null ? references.organisationZone() : known.zone();
    }
}
