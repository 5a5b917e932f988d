package dev.premia.topology.facts;

import dev.premia.domain.credit.CustomerPurchases;
import dev.premia.domain.credit.CustomerPurchases.Purchase;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealCrediting;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.credit.ThingCrediting;
import dev.premia.domain.fact.DealFact;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.ContractRenewed;
import dev.premia.topology.message.CustomerInput;
import dev.premia.topology.message.DealInput;
import dev.premia.topology.message.LeadInput;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Folds deals and the payments that name them, and tells managers, customers and leads what changed. Key: deal id. Order of
 * arrival and duplicates make no difference; a record that changes nothing is not sent on.
 */
public final class DealProcessor implements Processor<String, DealInput, String, Output> {
    private final String storeName;
    private KeyValueStore<String, DealFact> deals;
    private ProcessorContext<String, Output> context;

    public DealProcessor(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        deals = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, DealInput> message) {
        DealFact stored = deals.get(message.key());
        DealFact before = stored == null ? DealFact.UNKNOWN : stored;
        DealFact after = apply(before, message.value());
        if (after.equals(before)) {
            return;
        }
        deals.put(message.key(), after);
        List<DealCredit> creditsBefore = ThingCrediting.withThings(before);
        List<DealCredit> creditsAfter = ThingCrediting.withThings(after);
        Cause cause = message.value().cause();
        tellManagers(creditsBefore, creditsAfter, cause);
        tellCustomers(message.key(), creditsBefore, creditsAfter, cause);
        tellLeads(message.key(), creditsBefore, creditsAfter, cause);
        tellContracts(message.key(), creditsBefore, creditsAfter, cause);
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
