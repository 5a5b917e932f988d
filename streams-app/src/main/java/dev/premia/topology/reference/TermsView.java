package dev.premia.topology.reference;

import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.DealTerms;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.fact.RevisionMark;
import dev.premia.domain.money.MoneyView;
import dev.premia.topology.message.Reference;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task's copy of what changes the worth of deals: every revision of every exchange rate, the decisions that restate them,
 * products, transfers of credits with the as-of day from which they count, and how plans read money. Not thread-safe.
 */
public final class TermsView {
    private final KeyValueStore<String, Reference> store;
    private final ExchangeRates rates = new ExchangeRates();
    private final Map<String, ProductRecord> products = new HashMap<>();
    private final Set<MoneyView> views = new LinkedHashSet<>();
    /** By deal, then in the order of the control topic. */
    private final Map<String, TreeMap<Long, Decision.CreditTransfer>> transfers = new HashMap<>();

    private LocalDate asOf;
    private DealTerms terms;

    /** Reads the copy back from its store. */
    public TermsView(KeyValueStore<String, Reference> store, MoneyView organisation) {
        this.store = store;
        views.add(organisation);
        try (KeyValueIterator<String, Reference> all = store.all()) {
            all.forEachRemaining(entry -> use(entry.value));
        }
        terms = newTerms();
    }

    /** What is known now. Rates and products that arrive later show in it. */
    public DealTerms terms() {
        return terms;
    }

    /** Whether deals depend on this kind of reference at all. */
    public static boolean matters(Reference reference) {
        return reference instanceof Reference.Plan
                || reference instanceof Reference.FxRate
                || reference instanceof Reference.Product
                || reference instanceof Reference.Day
                || (reference instanceof Reference.Decided decided
                        && (decided.decision() instanceof Decision.RestateRate
                                || decided.decision() instanceof Decision.CreditTransfer));
    }

    /**
     * Takes in what was sent.
     *
     * @return whether it said anything new to deals
     */
    public boolean apply(Reference reference) {
        if (!matters(reference)) {
            return false;
        }
        String key = key(reference);
        Reference known = store.get(key);
        if (known != null && !supersedes(reference, known)) {
            return false;
        }
        store.put(key, reference);
        if (known instanceof Reference.Product said
                && reference instanceof Reference.Product now
                && sameForDeals(said.product(), now.product())) {
            return false;
        }
        int before = views.size();
        use(reference);
        if (views.size() > before) {
            terms = newTerms();
        }
        return !(reference instanceof Reference.Plan) || views.size() > before;
    }

    private DealTerms newTerms() {
        return new DealTerms(List.copyOf(views), rates, products::get, this::transfersOf);
    }

    private List<Decision.CreditTransfer> transfersOf(String deal) {
        TreeMap<Long, Decision.CreditTransfer> known = transfers.get(deal);
        return known == null
                ? List.of()
                : known.values().stream().filter(each -> each.countsOn(asOf)).toList();
    }

    /** The deals whose credits move once a reference is applied: a transfer counts from then on. */
    public Set<String> movedBy(Reference reference) {
        Set<String> deals = new TreeSet<>();
        if (reference instanceof Reference.Day day && (asOf == null || day.day().isAfter(asOf))) {
            transfers.forEach((deal, all) -> {
                if (all.values().stream().anyMatch(each -> !each.countsOn(asOf) && each.countsOn(day.day()))) {
                    deals.add(deal);
                }
            });
        } else if (reference instanceof Reference.Decided decided
                && decided.decision() instanceof Decision.CreditTransfer transfer
                && store.get(key(reference)) == null
                && transfer.countsOn(asOf)) {
            deals.add(transfer.deal());
        }
        return deals;
    }

    private static String key(Reference reference) {
        if (reference instanceof Reference.FxRate rate) {
            var said = rate.rate();
            return "rate|" + said.base() + '|' + said.quote() + '|' + said.date() + '|' + said.revision() + '|'
                    + said.id();
        } else if (reference instanceof Reference.Product product) {
            return "product|" + product.product().id();
        } else if (reference instanceof Reference.Plan plan) {
            return "plan|" + plan.plan() + '|' + plan.version();
        }
        if (reference instanceof Reference.Day) {
            return "day";
        }
        return "decision|"
                + ((Reference.Decided) reference).decision().heading().id();
    }

    private static boolean supersedes(Reference reference, Reference known) {
        if (reference instanceof Reference.Day day && known instanceof Reference.Day before) {
            return day.day().isAfter(before.day());
        }
        EntityEvent said = event(reference);
        return said != null
                && RevisionMark.of(said)
                        .arrivalAfter(RevisionMark.of(event(known)))
                        .rules();
    }

    private static EntityEvent event(Reference reference) {
        if (reference instanceof Reference.FxRate rate) {
            return rate.rate();
        } else if (reference instanceof Reference.Product product) {
            return product.product();
        }
        return null;
    }

    private void use(Reference reference) {
        if (reference instanceof Reference.FxRate rate) {
            rates.add(rate.rate());
        } else if (reference instanceof Reference.Product product) {
            use(product.product());
        } else if (reference instanceof Reference.Plan plan) {
            views.add(PlanFile.read(plan.plan(), plan.document()).plan().money());
        } else if (reference instanceof Reference.Decided decided
                && decided.decision() instanceof Decision.RestateRate restated) {
            rates.restate(restated.base(), restated.quote(), restated.day(), restated.revision());
        } else if (reference instanceof Reference.Decided decided
                && decided.decision() instanceof Decision.CreditTransfer transfer) {
            long offset = decided.cause().ranges().get(0).first();
            transfers.computeIfAbsent(transfer.deal(), deal -> new TreeMap<>()).put(offset, transfer);
        } else if (reference instanceof Reference.Day day) {
            asOf = day.day();
        }
    }

    /** What deals take from a product. The record in use may be the older of two that say the same. */
    private static boolean sameForDeals(ProductRecord left, ProductRecord right) {
        return left.header().deleted() == right.header().deleted()
                && Objects.equals(left.category(), right.category())
                && left.tags().equals(right.tags());
    }

    private void use(ProductRecord product) {
        if (product.header().deleted()) {
            products.remove(product.id());
        } else {
            products.put(product.id(), product);
        }
    }
}
