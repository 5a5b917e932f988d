package dev.premia.topology;

import dev.premia.domain.plan.own.FactSource;
import dev.premia.schemas.Topics;
import dev.premia.topology.customers.CustomerProcessor;
import dev.premia.topology.facts.CallbackProcessor;
import dev.premia.topology.facts.PlanDefinitions;
import dev.premia.topology.message.CustomerInput;
import dev.premia.topology.message.MessageFormats;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Stage 2: what customers bought, answered and were called about. */
final class CustomerWiring extends Wiring {
    CustomerWiring(Wiring shared) {
        super(shared);
    }

    KStream<String, Output> customerInputs(
            KStream<String, Output> deals,
            KStream<String, Output> managerEvents,
            KStream<String, Output> calls,
            KStream<String, Reference> references) {
        KStream<String, Output> said = source(Topics.CUSTOMERS, "customers", sources.customers());
        deadLetters(said, "customers");
        KStream<String, CustomerInput> inputs = only(said, CustomerInput.class, "customers-said")
                .merge(only(deals, CustomerInput.class, "purchases"), Named.as("merge-purchases"))
                .merge(only(managerEvents, CustomerInput.class, "answers"), Named.as("merge-answers"))
                .merge(only(calls, CustomerInput.class, "contacts"), Named.as("merge-contacts"));
        return upcast(move(inputs, Names.PURCHASES_BY_CUSTOMER, MessageFormats.CUSTOMER), "customers-inputs")
                .merge(broadcast(references, Names.REFERENCES_TO_CUSTOMERS), Named.as("merge-references-to-customers"));
    }

    KStream<String, Output> customers(KStream<String, Output> inputs) {
        return process(
                inputs,
                () -> new CustomerProcessor(Names.CUSTOMERS, settings.zone(), settings.flushInterval()),
                "order-purchases",
                stores.customers());
    }

    KStream<String, Output> callbacks(KStream<String, Output> inputs) {
        return process(
                inputs,
                () -> new CallbackProcessor(
                        Names.CALLBACKS,
                        settings.zone(),
                        settings.flushInterval(),
                        new PlanDefinitions(FactSource.CALLS)),
                "return-missed-calls",
                stores.callbacks());
    }
}
