package dev.premia.topology;

import dev.premia.topology.message.Output;
import dev.premia.topology.message.PeerSaid;
import dev.premia.topology.message.Reference;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Wires the stages in the order in which data flows. Nothing is decided here. */
public final class PremiaTopology {
    private PremiaTopology() {}

    /**
     * Builds the topology.
     *
     * @param builder made with the application's {@code TopologyConfig}, so that every name is enforced
     * @param registry where schemas are read and registered
     * @param serdeConfig settings of the Avro serdes
     */
    public static Topology build(
            StreamsSettings settings,
            StreamsBuilder builder,
            SchemaRegistryClient registry,
            Map<String, ?> serdeConfig) {
        wire(new Wiring(settings, builder, registry, serdeConfig));
        return builder.build();
    }

    private static void wire(Wiring shared) {
        ReferenceWiring known = new ReferenceWiring(shared);
        FactWiring fact = new FactWiring(shared);
        CustomerWiring ofCustomer = new CustomerWiring(shared);
        ManagerWiring manager = new ManagerWiring(shared);
        KStream<String, Output> references = known.references();
        KStream<String, Output> targets = known.targets();
        KStream<String, Reference> everywhere = Wiring.only(references, Reference.class, "references")
                .merge(Wiring.only(targets, Reference.class, "group-targets"), Named.as("merge-references"));
        KStream<String, Reference> plans =
                everywhere.filter((key, reference) -> reference instanceof Reference.Plan, Named.as("only-plans"));

        KStream<String, Output> terms = fact.terms();
        KStream<String, Reference> withProducts = everywhere.merge(
                Wiring.only(terms, Reference.class, "known-terms")
                        .filter((key, reference) -> reference instanceof Reference.Product, Named.as("only-products")),
                Named.as("merge-known-products"));

        KStream<String, Output> deals = fact.deals(fact.termsOfDeals(terms, everywhere));
        KStream<String, Output> leads = fact.leads(deals, plans);
        KStream<String, Output> calls = fact.calls(plans);
        KStream<String, Output> managerEvents = fact.managerEvents(deals, plans);
        KStream<String, Output> ofCustomers = ofCustomer.customerInputs(deals, managerEvents, calls, everywhere);
        KStream<String, Output> customers = ofCustomer.customers(ofCustomers);
        KStream<String, Output> callbacks = ofCustomer.callbacks(ofCustomers);

        KStream<String, Output> managers = manager.managers(
                List.of(references, targets, deals, leads, calls, managerEvents, customers, callbacks), withProducts);
        new GroupWiring(shared).groups(managers, customers, withProducts);
        Wiring.returned(managers, PeerSaid.class, "entries-of-managers", "return-entries");
        manager.accruals(managers);
    }
}
