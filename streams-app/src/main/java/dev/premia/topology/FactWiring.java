package dev.premia.topology;

import dev.premia.domain.money.MoneyView;
import dev.premia.domain.plan.own.FactSource;
import dev.premia.schemas.Topics;
import dev.premia.topology.facts.CallRouter;
import dev.premia.topology.facts.ConversationProcessor;
import dev.premia.topology.facts.DealProcessor;
import dev.premia.topology.facts.LeadProcessor;
import dev.premia.topology.facts.ManagerEventProcessor;
import dev.premia.topology.facts.PaymentProcessor;
import dev.premia.topology.facts.PlanDefinitions;
import dev.premia.topology.message.CallSaid;
import dev.premia.topology.message.ContractRenewed;
import dev.premia.topology.message.DealInput;
import dev.premia.topology.message.LeadInput;
import dev.premia.topology.message.LegInput;
import dev.premia.topology.message.ManagerEventSaid;
import dev.premia.topology.message.MessageFormats;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.PaymentSaid;
import dev.premia.topology.message.Reference;
import dev.premia.topology.reference.TermsView;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Stage 1: records are folded by entity, and what they say is told. */
final class FactWiring extends Wiring {
    FactWiring(Wiring shared) {
        super(shared);
    }

    /** Rates and products. */
    KStream<String, Output> terms() {
        KStream<String, Output> said = source(Topics.FX_RATES, "rates", sources.rates())
                .merge(source(Topics.PRODUCTS, "products", sources.products()), Named.as("merge-products"));
        deadLetters(said, "terms");
        return said;
    }

    /** What changes the worth of deals. */
    KStream<String, Reference> termsOfDeals(KStream<String, Output> said, KStream<String, Reference> everywhere) {
        return only(said, Reference.class, "terms")
                .merge(
                        everywhere.filter(
                                (key, reference) -> TermsView.matters(reference), Named.as("only-terms-known")),
                        Named.as("merge-terms"));
    }

    KStream<String, Output> deals(KStream<String, Reference> terms) {
        KStream<String, Output> said = source(Topics.DEALS, "deals", sources.deals());
        deadLetters(said, "deals");
        KStream<String, Output> payments = source(Topics.PAYMENTS, "payments", sources.payments());
        deadLetters(payments, "payments");
        KStream<String, Output> ofDeals = process(
                only(payments, PaymentSaid.class, "payments-said")
                        .merge(
                                move(
                                        strayed(payments, PaymentSaid.class, "strayed-payments"),
                                        Names.PAYMENTS_SENT_HOME,
                                        MessageFormats.PAYMENT),
                                Named.as("merge-strayed-payments")),
                () -> new PaymentProcessor(Names.PAYMENTS),
                "fold-payments",
                stores.payments());
        KStream<String, DealInput> here = only(said, DealInput.class, "deals-at-home");
        KStream<String, DealInput> strayed =
                move(strayed(said, DealInput.class, "strayed-deals"), Names.DEALS_SENT_HOME, MessageFormats.DEAL);
        KStream<String, DealInput> paid =
                move(only(ofDeals, DealInput.class, "payments-of-deals"), Names.PAYMENTS_BY_DEAL, MessageFormats.DEAL);
        return process(
                upcast(
                                here.merge(strayed, Named.as("merge-strayed-deals"))
                                        .merge(paid, Named.as("merge-payments")),
                                "deals-inputs")
                        .merge(broadcast(terms, Names.REFERENCES_TO_DEALS), Named.as("merge-terms-to-deals")),
                () -> new DealProcessor(
                        Names.DEALS, MoneyView.atWin(settings.zone(), settings.currency()), settings.flushInterval()),
                "fold-deals",
                stores.deals());
    }

    KStream<String, Output> leads(KStream<String, Output> deals, KStream<String, Reference> plans) {
        KStream<String, Output> said = source(Topics.LEADS, "leads", sources.leads());
        deadLetters(said, "leads");
        KStream<String, Output> inputs = upcast(only(said, LeadInput.class, "leads-at-home"), "leads-here")
                .merge(
                        upcast(
                                move(
                                        strayed(said, LeadInput.class, "strayed-leads"),
                                        Names.LEADS_SENT_HOME,
                                        MessageFormats.LEAD),
                                "leads-home"),
                        Named.as("merge-strayed-leads"))
                .merge(
                        upcast(
                                move(
                                        only(deals, LeadInput.class, "outcomes"),
                                        Names.OUTCOMES_BY_LEAD,
                                        MessageFormats.LEAD),
                                "leads-outcomes"),
                        Named.as("merge-outcomes"))
                .merge(broadcast(plans, Names.PLANS_TO_LEADS), Named.as("merge-plans-to-leads"));
        return process(
                inputs,
                () -> new LeadProcessor(
                        Names.LEADS,
                        Names.LEAD_DEFINITIONS,
                        settings.zone(),
                        settings.flushInterval(),
                        new PlanDefinitions(FactSource.LEADS)),
                "fold-leads",
                stores.leads());
    }

    KStream<String, Output> calls(KStream<String, Reference> plans) {
        KStream<String, Output> said = source(Topics.CALLS, "calls", sources.calls());
        deadLetters(said, "calls");
        // The router reads the conversations of its own task, so their store is there before both.
        stores.travelledLegs().forEach(builder::addStateStore);
        stores.calls().forEach(builder::addStateStore);
        KStream<String, Output> routed = only(said, CallSaid.class, "calls-said")
                .merge(
                        move(
                                strayed(said, CallSaid.class, "strayed-calls"),
                                Names.CALLS_SENT_HOME,
                                MessageFormats.CALL),
                        Named.as("merge-strayed-calls"))
                .process(
                        () -> new CallRouter(Names.TRAVELLED_LEGS, Names.CALLS.index(), settings.partitions()),
                        Named.as("route-calls"),
                        Names.TRAVELLED_LEGS.travelled(),
                        Names.TRAVELLED_LEGS.travelledIndex(),
                        Names.CALLS.index());
        KStream<String, Output> inputs = upcast(only(routed, LegInput.class, "legs-at-home"), "legs-here")
                .merge(
                        upcast(
                                move(
                                        strayed(routed, LegInput.class, "strayed-legs"),
                                        Names.LEGS_BY_CONVERSATION,
                                        MessageFormats.LEG),
                                "legs-home"),
                        Named.as("merge-legs"))
                .merge(broadcast(plans, Names.PLANS_TO_CALLS), Named.as("merge-plans-to-calls"));
        return inputs.process(
                () -> new ConversationProcessor(
                        Names.CALLS, settings.zone(), settings.flushInterval(), new PlanDefinitions(FactSource.CALLS)),
                Named.as("fold-conversations"),
                Names.CALLS.conversations(),
                Names.CALLS.index(),
                Names.CALLS.flushes(),
                Names.CALLS.definitions());
    }

    KStream<String, Output> managerEvents(KStream<String, Output> deals, KStream<String, Reference> plans) {
        KStream<String, Output> said = source(Topics.ACTIVITIES, "activities", sources.activities())
                .merge(source(Topics.SURVEYS, "surveys", sources.surveys()), Named.as("merge-surveys"))
                .merge(source(Topics.REVIEWS, "reviews", sources.reviews()), Named.as("merge-reviews"))
                .merge(source(Topics.SPEND, "spend", sources.spend()), Named.as("merge-spend"))
                .merge(source(Topics.WORKTIME, "worktime", sources.worktime()), Named.as("merge-worktime"))
                .merge(source(Topics.MARKET, "market", sources.market()), Named.as("merge-market"))
                .merge(source(Topics.CONTRACTS, "contracts", sources.contracts()), Named.as("merge-contracts"));
        deadLetters(said, "manager-events");
        KStream<String, Output> inputs = upcast(
                        only(said, ManagerEventSaid.class, "manager-events-at-home"), "manager-events-here")
                .merge(
                        upcast(
                                move(
                                        strayed(said, ManagerEventSaid.class, "strayed-manager-events"),
                                        Names.MANAGER_EVENTS_SENT_HOME,
                                        MessageFormats.MANAGER_EVENT),
                                "manager-events-home"),
                        Named.as("merge-strayed-manager-events"))
                .merge(
                        upcast(
                                move(
                                        only(deals, ContractRenewed.class, "renewals"),
                                        Names.RENEWALS_BY_CONTRACT,
                                        MessageFormats.RENEWAL),
                                "renewals-in"),
                        Named.as("merge-renewals"))
                .merge(broadcast(plans, Names.PLANS_TO_MANAGER_EVENTS), Named.as("merge-plans-to-manager-events"));
        return process(
                inputs,
                () -> new ManagerEventProcessor(
                        Names.MANAGER_EVENTS,
                        settings.zone(),
                        settings.flushInterval(),
                        new PlanDefinitions(FactSource.WORK)),
                "fold-manager-events",
                stores.managerEvents());
    }
}
