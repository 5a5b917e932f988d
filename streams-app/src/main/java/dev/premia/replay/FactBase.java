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
import dev.premia.domain.fact.Arrival;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.fact.Fold;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.money.MoneyView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every fact by its id, folded from valid records in any order. Not thread-safe. */
public final class FactBase {
    private final Map<String, DealFact> deals = new HashMap<>();
    private final Map<String, LatestFact<LeadEvent>> leads = new HashMap<>();
    private final Map<String, LatestFact<CallEvent>> calls = new HashMap<>();
    private final Map<String, LatestFact<PaymentEvent>> payments = new HashMap<>();
    private final Map<String, LatestFact<ManagerEvent>> managerEvents = new HashMap<>();
    private final Map<String, LatestFact<ManagerRecord>> managers = new HashMap<>();
    private final Map<String, LatestFact<TeamRecord>> teams = new HashMap<>();
    private final Map<String, LatestFact<CustomerRecord>> customers = new HashMap<>();
    private final Map<String, LatestFact<TargetRecord>> targets = new HashMap<>();
    private final Map<String, LatestFact<CalendarRecord>> calendars = new HashMap<>();
    private final Decisions decisions = new Decisions();
    private final Map<String, LatestFact<ProductRecord>> products = new HashMap<>();
    /** For the counts alone: of rates it is not the latest revision that rules. */
    private final Map<String, LatestFact<FxRateRecord>> latestRates = new HashMap<>();

    private final ExchangeRates rates = new ExchangeRates();
    private final Map<Arrival, Long> arrivals = new EnumMap<>(Arrival.class);

    /** Folds one valid record. */
    public void add(EntityEvent event) {
        Arrival arrival;
        if (event instanceof CallEvent call) {
            arrival = fold(calls, call);
        } else if (event instanceof DealEvent deal) {
            Fold<DealFact> fold =
                    deals.getOrDefault(deal.id(), DealFact.UNKNOWN).fold(deal);
            deals.put(deal.id(), fold.fact());
            arrival = fold.arrival();
        } else if (event instanceof LeadEvent lead) {
            arrival = fold(leads, lead);
        } else if (event instanceof PaymentEvent payment) {
            arrival = fold(payments, payment);
        } else if (event instanceof ManagerEvent managerEvent) {
            arrival = fold(managerEvents, managerEvent.type() + '|' + managerEvent.id(), managerEvent);
        } else if (event instanceof ManagerRecord manager) {
            arrival = fold(managers, manager);
        } else if (event instanceof TeamRecord team) {
            arrival = fold(teams, team);
        } else if (event instanceof CustomerRecord customer) {
            arrival = fold(customers, customer);
        } else if (event instanceof TargetRecord target) {
            arrival = fold(targets, target);
        } else if (event instanceof CalendarRecord calendar) {
            arrival = fold(calendars, calendar);
        } else if (event instanceof FxRateRecord rate) {
            arrival = fold(latestRates, rate);
            rates.add(rate);
        } else if (event instanceof ProductRecord product) {
            arrival = fold(products, product);
        } else {
            throw new IllegalStateException("unknown event " + event.getClass());
        }
        arrivals.merge(arrival, 1L, Long::sum);
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

    private static <E extends EntityEvent> Arrival fold(Map<String, LatestFact<E>> facts, E event) {
        return fold(facts, event.id(), event);
    }

    private static <E extends EntityEvent> Arrival fold(Map<String, LatestFact<E>> facts, String key, E event) {
        Fold<LatestFact<E>> fold = LatestFact.fold(facts.get(key), event);
        facts.put(key, fold.fact());
        return fold.arrival();
    }

    /** How many records related how to what was known when they came. */
    public Map<Arrival, Long> arrivals() {
        return arrivals;
    }

    /** The deals with the payments that name them. */
    Iterable<DealFact> deals() {
        Map<String, DealFact> complete = new HashMap<>(deals);
        for (PaymentEvent payment : alive(payments)) {
            DealFact deal = complete.getOrDefault(payment.deal(), DealFact.UNKNOWN);
            complete.put(payment.deal(), deal.withPayment(payment));
        }
        return complete.values();
    }

    Iterable<LeadEvent> leads() {
        return alive(leads);
    }

    /** The living call legs by conversation. */
    Iterable<List<CallEvent>> conversations() {
        Map<String, List<CallEvent>> conversations = new HashMap<>();
        for (CallEvent leg : alive(calls)) {
            conversations
                    .computeIfAbsent(leg.conversation(), id -> new ArrayList<>(1))
                    .add(leg);
        }
        return conversations.values();
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

    /** What is known of the worth of deals, as somebody reads money. */
    DealTerms terms(Collection<MoneyView> views) {
        return new DealTerms(List.copyOf(views), rates, id -> {
            LatestFact<ProductRecord> product = products.get(id);
            return product == null ? null : product.alive();
        });
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
