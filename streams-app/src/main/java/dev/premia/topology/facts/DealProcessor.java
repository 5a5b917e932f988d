package dev.premia.topology.facts;

import dev.premia.domain.credit.CustomerPurchases;
import dev.premia.domain.credit.CustomerPurchases.Purchase;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealCrediting;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.credit.ThingCrediting;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.money.MoneyView;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.ContractRenewed;
import dev.premia.topology.message.CustomerInput;
import dev.premia.topology.message.DealInput;
import dev.premia.topology.message.LeadInput;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.reference.TermsView;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Folds deals and the payments that name them, and tells managers, customers and leads what changed. Key: deal id. Order of
 * arrival and duplicates make no difference; a record that changes nothing is not sent on. Rates, products and plans that
 * arrive later start a look at the deals that depend on them, in bounded steps: what a manager is told of a credit replaces
 * what was said before, so it may be said again.
 */
public final class DealProcessor implements Processor<String, Output, String, Output> {
    private final Stores stores;
    private final MoneyView organisation;
    private final Duration flushInterval;
    private KeyValueStore<String, DealFact> deals;
    private TermsView references;
    private DealDependencies dependencies;
    private DealRescans rescans;
    private ProcessorContext<String, Output> context;

    /** The names of the stores. */
    public record Stores(String deals, String references, String dependencies, String rescans) {}

    /**
     * @param organisation how money is read where no plan does
     */
    public DealProcessor(Stores stores, MoneyView organisation, Duration flushInterval) {
        this.stores = stores;
        this.organisation = organisation;
        this.flushInterval = flushInterval;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        deals = context.getStateStore(stores.deals());
        references = new TermsView(context.getStateStore(stores.references()), organisation);
        dependencies = new DealDependencies(context.getStateStore(stores.dependencies()));
        rescans = new DealRescans(context.getStateStore(stores.rescans()), dependencies);
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> rescans.step(new Again()));
    }

    @Override
    public void process(Record<String, Output> message) {
        if (message.value() instanceof Reference reference) {
            apply(reference);
        } else if (message.value() instanceof DealInput input) {
            apply(message.key(), input);
        }
    }

    private void apply(String deal, DealInput input) {
        DealFact stored = deals.get(deal);
        DealFact before = stored == null ? DealFact.UNKNOWN : stored;
        DealFact after = apply(before, input);
        if (after.equals(before)) {
            return;
        }
        deals.put(deal, after);
        // What rates and products say now: a difference to what was sent under other ones waits to be looked at.
        List<DealCredit> creditsBefore = ThingCrediting.withOutlinedThings(before, references.terms());
        List<DealCredit> creditsAfter = ThingCrediting.withOutlinedThings(after, references.terms());
        dependencies.replace(before, creditsBefore, after, creditsAfter);
        tell(deal, creditsBefore, creditsAfter, input.cause());
    }

    private void tell(String deal, List<DealCredit> before, List<DealCredit> after, Cause cause) {
        tellManagers(before, after, cause);
        tellCustomers(deal, before, after, cause);
        tellLeads(deal, before, after, cause);
        tellContracts(deal, before, after, cause);
    }

    /** Credits that a decision moves leave somebody: both sides are told at once. Everything else is looked at in steps. */
    private void apply(Reference reference) {
        Map<String, DealFact> moved = new TreeMap<>();
        Map<String, List<DealCredit>> before = new HashMap<>();
        for (String deal : references.movedBy(reference)) {
            DealFact fact = deals.get(deal);
            if (fact != null) {
                moved.put(deal, fact);
                before.put(deal, ThingCrediting.withOutlinedThings(fact, references.terms()));
            }
        }
        if (references.apply(reference)) {
            rescans.note(reference, references.terms().rates());
        }
        moved.forEach((deal, fact) -> {
            List<DealCredit> after = ThingCrediting.withOutlinedThings(fact, references.terms());
            tell(deal, before.get(deal), after, reference.cause());
        });
    }

    /** Works out deals anew although they have not changed themselves. */
    private final class Again implements DealRescans.Visitor {
        @Override
        public void each(String from, Predicate<String> wanted) {
            try (KeyValueIterator<String, DealFact> rest = deals.range(from, null)) {
                boolean more = true;
                while (more && rest.hasNext()) {
                    more = wanted.test(rest.next().key);
                }
            }
        }

        @Override
        public boolean again(String deal, boolean everyDeal, Cause cause) {
            DealFact fact = deals.get(deal);
            if (fact == null) {
                return false;
            }
            List<DealCredit> credits = ThingCrediting.withOutlinedThings(fact, references.terms());
            boolean concerned = !everyDeal
                    || credits.stream().anyMatch(credit -> !credit.conversions().isEmpty());
            if (concerned) {
                dependencies.write(fact, credits);
                credits.forEach(credit -> forward(
                        credit.subject().key(), new ManagerInput.CreditSet(credit.key(), credit, cause), cause));
            }
            return concerned;
        }
    }

    private static DealFact apply(DealFact before, DealInput message) {
        if (message instanceof DealInput.Said said) {
            return before.fold(said.event()).fact();
        } else if (message instanceof DealInput.PaymentSet set) {
            return before.withPayment(set.payment());
        } else if (message instanceof DealInput.PaymentRemoved removed) {
            return before.withoutPayment(removed.payment());
        }
        throw new IllegalStateException("unknown message " + message.getClass());
    }

    private void tellManagers(List<DealCredit> before, List<DealCredit> after, Cause cause) {
        record Receiver(Subject subject, String creditKey) {}
        Map<Receiver, DealCredit> gone = new HashMap<>();
        before.forEach(credit -> gone.put(new Receiver(credit.subject(), credit.key()), credit));
        for (DealCredit credit : after) {
            DealCredit old = gone.remove(new Receiver(credit.subject(), credit.key()));
            if (!credit.sameContent(old)) {
                forward(credit.subject().key(), new ManagerInput.CreditSet(credit.key(), credit, cause), cause);
            }
        }
        gone.keySet()
                .forEach(receiver -> forward(
                        receiver.subject().key(),
                        new ManagerInput.CreditSet(receiver.creditKey(), null, cause),
                        cause));
    }

    private void tellCustomers(String deal, List<DealCredit> before, List<DealCredit> after, Cause cause) {
        Purchase was = CustomerPurchases.purchaseOf(before);
        Purchase is = CustomerPurchases.purchaseOf(after);
        String oldCustomer = was == null ? null : before.get(0).customer();
        String newCustomer = is == null ? null : after.get(0).customer();
        if (Objects.equals(oldCustomer, newCustomer) && Objects.equals(was, is)) {
            return;
        }
        if (oldCustomer != null && !oldCustomer.equals(newCustomer)) {
            forward(oldCustomer, new CustomerInput.PurchaseSet(deal, null, cause), cause);
        }
        if (newCustomer != null) {
            forward(newCustomer, new CustomerInput.PurchaseSet(deal, is, cause), cause);
        }
    }

    private void tellLeads(String deal, List<DealCredit> before, List<DealCredit> after, Cause cause) {
        String wasWonBy = wonLead(before);
        String isWonBy = wonLead(after);
        if (Objects.equals(wasWonBy, isWonBy)) {
            return;
        }
        if (wasWonBy != null) {
            forward(wasWonBy, new LeadInput.DealOutcome(deal, false, cause), cause);
        }
        if (isWonBy != null) {
            forward(isWonBy, new LeadInput.DealOutcome(deal, true, cause), cause);
        }
    }

    private void tellContracts(String deal, List<DealCredit> before, List<DealCredit> after, Cause cause) {
        String was = DealCrediting.renewedBy(before);
        String is = DealCrediting.renewedBy(after);
        if (Objects.equals(was, is)) {
            return;
        }
        if (was != null) {
            forward(was, new ContractRenewed(deal, false, cause), cause);
        }
        if (is != null) {
            forward(is, new ContractRenewed(deal, true, cause), cause);
        }
    }

    private static String wonLead(List<DealCredit> credits) {
        return credits.isEmpty() || !credits.get(0).isWon()
                ? null
                : credits.get(0).lead();
    }

    private void forward(String key, Output message, Cause cause) {
        context.forward(new Record<>(key, message, cause.timestamp()));
    }
}
