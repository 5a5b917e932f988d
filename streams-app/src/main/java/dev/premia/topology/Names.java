package dev.premia.topology;

import dev.premia.topology.customers.CustomerProcessor;
import dev.premia.topology.facts.CallRouter;
import dev.premia.topology.facts.CallbackProcessor;
import dev.premia.topology.facts.ConversationProcessor;
import dev.premia.topology.facts.DealProcessor;
import dev.premia.topology.facts.ManagerEventProcessor;
import dev.premia.topology.groups.GroupProcessor;
import dev.premia.topology.managers.ManagerStoreNames;

/**
 * The names of everything inside the topology. They are part of the state: changing one abandons the store or topic of the
 * old name. Topics that others read are named in {@link dev.premia.schemas.Topics}.
 */
public final class Names {
    private Names() {}

    /** An ordinary topic, since Kafka Streams has no internal topic that leads back to an earlier stage. */
    public static final String GROUP_RESULTS_TOPIC = "premia.internal.group-results";

    // Repartition topics: noun-by-key
    static final String DEALS_SENT_HOME = "deals-sent-home";
    static final String LEADS_SENT_HOME = "leads-sent-home";
    static final String CALLS_SENT_HOME = "calls-sent-home";
    static final String PAYMENTS_SENT_HOME = "payments-sent-home";
    static final String PAYMENTS_BY_DEAL = "payments-by-deal";
    static final String OUTCOMES_BY_LEAD = "outcomes-by-lead";
    static final String RENEWALS_BY_CONTRACT = "renewals-by-contract";
    static final String LEGS_BY_CONVERSATION = "legs-by-conversation";
    static final String PURCHASES_BY_CUSTOMER = "purchases-by-customer";
    static final String CHANGES_BY_SUBJECT = "changes-by-subject";
    static final String CELLS_BY_GROUP = "cells-by-group";
    static final String MANAGER_EVENTS_SENT_HOME = "manager-events-sent-home";
    static final String PLANS_TO_MANAGER_EVENTS = "plans-to-manager-events";
    static final String REFERENCES_TO_DEALS = "references-to-deals";
    static final String PLANS_TO_LEADS = "plans-to-leads";
    static final String PLANS_TO_CALLS = "plans-to-calls";
    static final String REFERENCES_TO_CUSTOMERS = "references-to-customers";
    static final String REFERENCES_TO_MANAGERS = "references-to-managers";
    static final String REFERENCES_TO_GROUPS = "references-to-groups";

    // Stores: nouns
    static final DealProcessor.Stores DEALS =
            new DealProcessor.Stores("deals", "deal-references", "deal-dependencies", "deal-scan");

    static final String PAYMENTS = "payments";
    static final String LEADS = "leads";
    static final String LEAD_DEFINITIONS = "lead-definitions";
    static final String TARGETS = "targets";
    static final String PUBLISHED_PLANS = "published-plans";
    static final String DECIDED = "decided";

    static final ConversationProcessor.Stores CALLS =
            new ConversationProcessor.Stores("conversations", "conversation-index", "call-flushes", "call-definitions");

    static final CallRouter.Stores TRAVELLED_LEGS = new CallRouter.Stores("travelled-legs", "travelled-leg-index");

    static final ManagerEventProcessor.Stores MANAGER_EVENTS =
            new ManagerEventProcessor.Stores("manager-events", "manager-event-definitions");

    static final CallbackProcessor.Stores CALLBACKS = new CallbackProcessor.Stores("callers", "caller-definitions");

    static final CustomerProcessor.Stores CUSTOMERS = new CustomerProcessor.Stores(
            "customer-purchases",
            "customer-deals",
            "customer-answers",
            "customers",
            "customer-scan",
            "customer-references");

    static final ManagerStoreNames MANAGERS = new ManagerStoreNames(
            "manager-credits",
            "manager-won-credits",
            "manager-payment-days",
            "manager-deal-standings",
            "manager-cells",
            "manager-group-cells",
            "manager-targets",
            "manager-ledger",
            "manager-subjects",
            "manager-pending",
            "manager-references",
            "manager-published-kpis",
            "manager-entries",
            "manager-entries-sent",
            "manager-frozen");

    static final GroupProcessor.Stores GROUPS = new GroupProcessor.Stores(
            "group-cells",
            "group-returned-cells",
            "group-pending",
            "group-known",
            "group-references",
            "group-published-kpis");
}
