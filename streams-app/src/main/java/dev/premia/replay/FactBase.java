package dev.premia.replay;

import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.DealTerms;
import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.money.MoneyView;
import dev.premia.replay.compact.CallStore;
import dev.premia.replay.compact.DealStore;
import dev.premia.replay.compact.LeadStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every fact by its id, folded from valid records in any order. Not thread-safe but for its calls, leads and deals. */
public final class FactBase {
    private final DealStore deals = new DealStore();
    private final LeadStore leads = new LeadStore();
    private final LeadStore.Writer leadWriter = leads.writer();
    private CallStore calls = new CallStore(true);
    private CallStore.Writer callWriter = calls.writer();
    private final Map<String, LatestFact<PaymentEvent>> payments = new HashMap<>();
    private final Map<String, LatestFact<ManagerEvent>> managerEvents = new HashMap<>();
    private final Map<String, LatestFact<ManagerRecord>> managers = new HashMap<>();
    private final Map<String, LatestFact<TeamRecord>> teams = new HashMap<>();
    private final Map<String, LatestFact<CustomerRecord>> customers = new HashMap<>();
    private final Map<String, LatestFact<TargetRecord>> targets = new HashMap<>();
    private final Map<String, LatestFact<CalendarRecord>> calendars = new HashMap<>();
    private final Decisions decisions = new Decisions();
    private final Map<String, LatestFact<ProductRecord>> products = new HashMap<>();
    private final ExchangeRates rates = new ExchangeRates();
    private boolean measuresEverything = true;
    /** A revision of a deal that nobody recorded; null for none. */
    private DealEvent assumed;

    /** Folds one valid record. */
    public void add(EntityEvent event) {
        if (event instanceof CallEvent call) {
            callWriter.add(call);
        } else if (event instanceof DealEvent deal) {
            deals.add(deal);
        } else if (event instanceof LeadEvent lead) {
            leadWriter.add(lead);
        } else if (event instanceof PaymentEvent payment) {
            fold(payments, payment);
        } else if (event instanceof ManagerEvent managerEvent) {
            fold(managerEvents, managerEvent.type() + '|' + managerEvent.id(), managerEvent);
        } else if (event instanceof ManagerRecord manager) {
            fold(managers, manager);
        } else if (event instanceof TeamRecord team) {
            fold(teams, team);
        } else if (event instanceof CustomerRecord customer) {
            fold(customers, customer);
        } else if (event instanceof TargetRecord target) {
            fold(targets, target);
        } else if (event instanceof CalendarRecord calendar) {
            fold(calendars, calendar);
        } else if (event instanceof FxRateRecord rate) {
            rates.add(rate);
        } else if (event instanceof ProductRecord product) {
            fold(products, product);
        } else {
            throw new IllegalStateException("unknown event " + event.getClass());
        }
    }

    /**
     * Leaves customers and numbers out of the calls, which takes less memory where no plan looks at them. To be said before the
     * first call.
     */
    public void leaveOutParties() {
        calls = new CallStore(false);
        callWriter = calls.writer();
    }

    /** Says whether every KPI may be asked for, or statements alone. */
    public void measure(boolean everything) {
        measuresEverything = everything;
    }

    boolean measuresEverything() {
        return measuresEverything;
    }

    /** Takes in a decision that was admitted in the order of the control topic. */
    public void add(Decision decision) {
        decisions.add(decision);
        if (decision instanceof Decision.RestateRate restated) {
            rates.restate(restated.base(), restated.quote(), restated.day(), restated.revision());
        }
    }

    /** The decisions that were admitted. */
    public Decisions decisions() {
        return decisions;
    }

    private static <E extends EntityEvent> void fold(Map<String, LatestFact<E>> facts, E event) {
        fold(facts, event.id(), event);
    }

    private static <E extends EntityEvent> void fold(Map<String, LatestFact<E>> facts, String key, E event) {
        facts.put(key, LatestFact.fold(facts.get(key), event).fact());
    }

    /** Visits the deals with the payments that name them. */
    void forEachDeal(Consumer<DealFact> visitor) {
        Map<String, DealFact> paid = new HashMap<>();
        for (PaymentEvent payment : alive(payments)) {
            paid.merge(
                    payment.deal(), DealFact.UNKNOWN.withPayment(payment), (known, one) -> known.withPayment(payment));
        }
        deals.forEach(each -> {
            DealFact deal = isAssumed(each) ? each.fold(assumed).fact() : each;
            DealFact payments = paid.remove(deal.current().id());
            visitor.accept(payments == null ? deal : new DealFact(deal.current(), deal.history(), payments.payments()));
        });
        paid.values().forEach(visitor);
    }

    private boolean isAssumed(DealFact deal) {
        return assumed != null && deal.current().id().equals(assumed.id());
    }

    /** The deals that an id means, with its source or without. */
    public List<DealEvent> deals(String id) {
        List<DealEvent> found = new ArrayList<>();
        deals.forEach(each -> {
            String known = each.current().id();
            if (known.equals(id)) {
                found.clear();
            }
            if (known.equals(id)
                    || (known.endsWith("/" + id)
                            && found.stream().noneMatch(one -> one.id().equals(id)))) {
                found.add(each.current());
            }
        });
        return found;
    }

    /** Computes with a revision of a known deal that nobody recorded. */
    <T> T assuming(DealEvent revision, Supplier<T> computation) {
        assumed = revision;
        try {
            return computation.get();
        } finally {
            assumed = null;
        }
    }

    /** The deals, into which any number of threads may fold. */
    public DealStore deals() {
        return deals;
    }

    /** The leads, into which any number of threads may fold. */
    public LeadStore leads() {
        return leads;
    }

    /** The legs of calls, into which any number of threads may fold. */
    public CallStore calls() {
        return calls;
    }

    /** The living activities, survey answers and reviews. */
    Iterable<ManagerEvent> managerEvents() {
        return alive(managerEvents);
    }

    Iterable<ManagerRecord> managers() {
        return alive(managers);
    }

    Iterable<TeamRecord> teams() {
        return alive(teams);
    }

    Iterable<CustomerRecord> customers() {
        return alive(customers);
    }

    Iterable<TargetRecord> targets() {
        return alive(targets);
    }

    /** How many products the catalogue has. */
    int products() {
        return (int) products.values().stream()
                .filter(product -> product.alive() != null)
                .count();
    }

    Iterable<CalendarRecord> calendars() {
        return alive(calendars);
    }

    /**
     * What is known of the worth of deals, as somebody reads money.
     *
     * @param asOf says which transfers of credits count; null for none
     */
    DealTerms terms(Collection<MoneyView> views, LocalDate asOf) {
        return new DealTerms(List.copyOf(views), rates, this::product, deal -> decisions.transfers(deal, asOf));
    }

    private ProductRecord product(String id) {
        LatestFact<ProductRecord> product = products.get(id);
        return product == null ? null : product.alive();
    }

    private static <E extends EntityEvent> List<E> alive(Map<String, LatestFact<E>> facts) {
        List<E> alive = new ArrayList<>(facts.size());
        for (LatestFact<E> fact : facts.values()) {
            if (fact.alive() != null) {
                alive.add(fact.event());
            }
        }
        return alive;
    }
}
