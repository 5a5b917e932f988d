package dev.premia.topology;

import dev.premia.domain.event.SubjectType;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.plan.own.FactSource;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Alert;
import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.Statement;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import dev.premia.topology.customers.CustomerProcessor;
import dev.premia.topology.facts.CallRouter;
import dev.premia.topology.facts.CallbackProcessor;
import dev.premia.topology.facts.ConversationProcessor;
import dev.premia.topology.facts.DealProcessor;
import dev.premia.topology.facts.LeadProcessor;
import dev.premia.topology.facts.ManagerEventProcessor;
import dev.premia.topology.facts.PaymentProcessor;
import dev.premia.topology.facts.PlanDefinitions;
import dev.premia.topology.groups.GroupProcessor;
import dev.premia.topology.ingest.Sources;
import dev.premia.topology.managers.ManagerProcessor;
import dev.premia.topology.message.Alerted;
import dev.premia.topology.message.Booked;
import dev.premia.topology.message.CallSaid;
import dev.premia.topology.message.ContractRenewed;
import dev.premia.topology.message.CustomerInput;
import dev.premia.topology.message.DealInput;
import dev.premia.topology.message.GroupInput;
import dev.premia.topology.message.GroupResult;
import dev.premia.topology.message.KpiChanged;
import dev.premia.topology.message.LeadInput;
import dev.premia.topology.message.LegInput;
import dev.premia.topology.message.ManagerEventSaid;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.MessageFormats;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.PaymentSaid;
import dev.premia.topology.message.PeerSaid;
import dev.premia.topology.message.Reference;
import dev.premia.topology.message.Rejected;
import dev.premia.topology.message.ReturnedFormats;
import dev.premia.topology.message.ReturnedResult;
import dev.premia.topology.message.ShadowBooked;
import dev.premia.topology.message.StatementChanged;
import dev.premia.topology.message.Strayed;
import dev.premia.topology.message.TargetSaid;
import dev.premia.topology.reference.TargetProcessor;
import dev.premia.topology.reference.TermsView;
import dev.premia.topology.state.StateSerde;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Wires the stages in the order in which data flows. Nothing is decided here. */
public final class PremiaTopology {
    private final StreamsSettings settings;
    private final StreamsBuilder builder;
    private final Sources sources;
    private final Stores stores;
    private final SchemaRegistryClient registry;
    private final Map<String, ?> serdeConfig;

    private PremiaTopology(
            StreamsSettings settings,
            StreamsBuilder builder,
            SchemaRegistryClient registry,
            Map<String, ?> serdeConfig) {
        this.settings = settings;
        this.builder = builder;
        this.registry = registry;
        this.serdeConfig = serdeConfig;
        this.sources = new Sources(registry, settings.partitions());
        this.stores = new Stores(settings.stateInMemory());
    }

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
        new PremiaTopology(settings, builder, registry, serdeConfig).wire();
        return builder.build();
    }

    private void wire() {
        KStream<String, Output> references = references();
        KStream<String, Output> targets = targets();
        KStream<String, Reference> everywhere = only(references, Reference.class, "references")
                .merge(only(targets, Reference.class, "group-targets"), Named.as("merge-references"));
        KStream<String, Reference> plans =
                everywhere.filter((key, reference) -> reference instanceof Reference.Plan, Named.as("only-plans"));

        KStream<String, Output> terms = terms();
        KStream<String, Reference> withProducts = everywhere.merge(
                only(terms, Reference.class, "known-terms")
                        .filter((key, reference) -> reference instanceof Reference.Product, Named.as("only-products")),
                Named.as("merge-known-products"));

        KStream<String, Output> deals = deals(termsOfDeals(terms, everywhere));
        KStream<String, Output> leads = leads(deals, plans);
        KStream<String, Output> calls = calls(plans);
        KStream<String, Output> managerEvents = managerEvents(deals, plans);
        KStream<String, Output> ofCustomers = customerInputs(deals, managerEvents, calls, everywhere);
        KStream<String, Output> customers = customers(ofCustomers);
        KStream<String, Output> callbacks = callbacks(ofCustomers);

        KStream<String, Output> managers = managers(
                List.of(references, targets, deals, leads, calls, managerEvents, customers, callbacks), withProducts);
        groups(managers, customers, withProducts);
        returned(managers, PeerSaid.class, "entries-of-managers", "return-entries");
        accruals(managers);
    }

    // Reference and control data

    private KStream<String, Output> references() {
        KStream<String, Output> people = source(Topics.MANAGERS, "managers", sources.managers())
                .merge(source(Topics.TEAMS, "teams", sources.teams()), Named.as("merge-teams"))
                .merge(source(Topics.CALENDARS, "calendars", sources.calendars()), Named.as("merge-calendars"))
                .merge(plansPublished(), Named.as("merge-plans"))
                .merge(decisions(), Named.as("merge-control"));
        deadLetters(people, "references");
        return people;
    }

    private KStream<String, Output> plansPublished() {
        stores.plans().forEach(builder::addStateStore);
        return builder.stream(
                        Topics.PLANS.name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-plans"))
                .process(sources.plans(Names.PUBLISHED_PLANS), Named.as("decode-plans"), Names.PUBLISHED_PLANS);
    }

    private KStream<String, Output> decisions() {
        stores.control().forEach(builder::addStateStore);
        return builder.stream(
                        Topics.CONTROL.name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-control"))
                .process(sources.control(Names.DECIDED), Named.as("decode-control"), Names.DECIDED);
    }

    private KStream<String, Output> targets() {
        KStream<String, Output> said = source(Topics.TARGETS, "targets", sources.targets());
        deadLetters(said, "targets");
        return process(
                only(said, TargetSaid.class, "targets-said"),
                () -> new TargetProcessor(Names.TARGETS),
                "fold-targets",
                stores.targets());
    }

    // Stage 1: facts

    /** Rates and products. */
    private KStream<String, Output> terms() {
        KStream<String, Output> said = source(Topics.FX_RATES, "rates", sources.rates())
                .merge(source(Topics.PRODUCTS, "products", sources.products()), Named.as("merge-products"));
        deadLetters(said, "terms");
        return said;
    }

    /** What changes the worth of deals. */
    private KStream<String, Reference> termsOfDeals(
            KStream<String, Output> said, KStream<String, Reference> everywhere) {
        return only(said, Reference.class, "terms")
                .merge(
                        everywhere.filter(
                                (key, reference) -> TermsView.matters(reference), Named.as("only-terms-known")),
                        Named.as("merge-terms"));
    }

    private KStream<String, Output> deals(KStream<String, Reference> terms) {
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

    private KStream<String, Output> leads(KStream<String, Output> deals, KStream<String, Reference> plans) {
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

    private KStream<String, Output> calls(KStream<String, Reference> plans) {
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

    private KStream<String, Output> managerEvents(KStream<String, Output> deals, KStream<String, Reference> plans) {
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

    // Stage 2: customers

    private KStream<String, Output> customerInputs(
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

    private KStream<String, Output> customers(KStream<String, Output> inputs) {
        return process(
                inputs,
                () -> new CustomerProcessor(Names.CUSTOMERS, settings.zone(), settings.flushInterval()),
                "order-purchases",
                stores.customers());
    }

    private KStream<String, Output> callbacks(KStream<String, Output> inputs) {
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

    // Stage 3: managers

    private KStream<String, Output> managers(
            List<KStream<String, Output>> upstream, KStream<String, Reference> references) {
        KStream<String, ManagerInput> changes = null;
        int number = 0;
        for (KStream<String, Output> each : upstream) {
            KStream<String, ManagerInput> part = only(each, ManagerInput.class, "changes-" + number);
            changes = changes == null ? part : changes.merge(part, Named.as("merge-changes-" + number));
            number++;
        }
        KStream<String, Output> inputs = upcast(
                        move(
                                changes.merge(knownManagers(references), Named.as("merge-known-managers")),
                                Names.CHANGES_BY_SUBJECT,
                                MessageFormats.MANAGER),
                        "managers-inputs")
                .merge(broadcast(references, Names.REFERENCES_TO_MANAGERS), Named.as("merge-references-to-managers"))
                .merge(groupResults(), Named.as("merge-group-results"));
        return process(
                inputs,
                () -> new ManagerProcessor(new ManagerProcessor.Settings(
                        Names.MANAGERS, settings.zone(), settings.currency(), settings.flushInterval())),
                "keep-managers",
                stores.managers());
    }

    /** A manager's record also goes to the task that keeps its figures, so that a manager without facts is known there. */
    private static KStream<String, ManagerInput> knownManagers(KStream<String, Reference> references) {
        return references
                .filter((key, reference) -> reference instanceof Reference.Manager, Named.as("only-managers"))
                .map(
                        (key, reference) -> org.apache.kafka.streams.KeyValue.<String, ManagerInput>pair(
                                SubjectType.MANAGER.label() + ":" + key, new ManagerInput.Known(reference.cause())),
                        Named.as("managers-known"));
    }

    private KStream<String, Output> groupResults() {
        return upcast(
                builder.stream(
                        Names.GROUP_RESULTS_TOPIC,
                        Consumed.with(Serdes.String(), StateSerde.of(ReturnedFormats.RETURNED))
                                .withName("group-results")),
                "group-results-in");
    }

    // Stage 4: groups

    private void groups(
            KStream<String, Output> managers,
            KStream<String, Output> customers,
            KStream<String, Reference> references) {
        KStream<String, GroupInput> cells = only(managers, GroupInput.class, "cells-of-managers")
                .merge(only(customers, GroupInput.class, "cells-of-customers"), Named.as("merge-group-cells"));
        KStream<String, Output> groups = process(
                upcast(move(cells, Names.CELLS_BY_GROUP, MessageFormats.GROUP), "groups-inputs")
                        .merge(
                                broadcast(references, Names.REFERENCES_TO_GROUPS),
                                Named.as("merge-references-to-groups")),
                () -> new GroupProcessor(Names.GROUPS, settings.zone(), settings.currency(), settings.flushInterval()),
                "add-up-groups",
                stores.groups());
        returned(groups, GroupResult.class, "results-of-groups", "return-group-results");
        alerts(groups, "groups");
        publish(
                only(groups, KpiChanged.class, "group-kpis").mapValues(KpiChanged::kpi, Named.as("group-kpi-records")),
                Topics.KPIS,
                Kpi.class,
                "publish-group-kpis");
    }

    /** Leads what was found out back to every task of the manager stage. */
    private static <T extends ReturnedResult> void returned(
            KStream<String, Output> stream, Class<T> type, String name, String sink) {
        only(stream, type, name)
                .mapValues(message -> (ReturnedResult) message, Named.as("returned-" + name))
                .to(
                        Names.GROUP_RESULTS_TOPIC,
                        Produced.with(Serdes.String(), StateSerde.of(ReturnedFormats.RETURNED))
                                .withStreamPartitioner(new EveryPartition<>())
                                .withName(sink));
    }

    // Outputs

    private void accruals(KStream<String, Output> managers) {
        alerts(managers, "managers");
        publish(
                only(managers, Booked.class, "booked").mapValues(Booked::accrual, Named.as("accrual-records")),
                Topics.ACCRUALS,
                Accrual.class,
                "publish-accruals");
        publish(
                only(managers, ShadowBooked.class, "shadow-booked")
                        .mapValues(ShadowBooked::accrual, Named.as("shadow-accrual-records")),
                Topics.SHADOW_ACCRUALS,
                Accrual.class,
                "publish-shadow-accruals");
        publish(
                only(managers, StatementChanged.class, "statements-changed")
                        .mapValues(StatementChanged::statement, Named.as("statement-records"))
                        .selectKey(
                                (key, statement) -> key + "|" + statement.getPostingPeriod(),
                                Named.as("statement-keys")),
                Topics.STATEMENTS,
                Statement.class,
                "publish-statements");
        publish(
                only(managers, KpiChanged.class, "manager-kpis")
                        .mapValues(KpiChanged::kpi, Named.as("manager-kpi-records")),
                Topics.KPIS,
                Kpi.class,
                "publish-manager-kpis");
    }

    private void alerts(KStream<String, Output> stream, String of) {
        publish(
                only(stream, Alerted.class, "alerts-of-" + of)
                        .map(
                                (key, alerted) -> org.apache.kafka.streams.KeyValue.pair(
                                        alerted.alert().subject().key(), alerted.toAvro()),
                                Named.as("alert-records-of-" + of)),
                Topics.ALERTS,
                Alert.class,
                "publish-alerts-of-" + of);
    }

    private void deadLetters(KStream<String, Output> stream, String of) {
        publish(
                only(stream, Rejected.class, "rejected-" + of).mapValues(Rejected::letter, Named.as("letters-" + of)),
                Topics.DEAD_LETTERS,
                DeadLetter.class,
                "publish-dead-" + of);
    }

    // Pieces of wiring

    private KStream<String, Output> source(
            TopicSpec<?> topic, String name, ProcessorSupplier<byte[], byte[], String, Output> processor) {
        return builder.stream(
                        topic.name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-" + name))
                .process(processor, Named.as("decode-" + name));
    }

    private <I> KStream<String, Output> process(
            KStream<String, I> input,
            ProcessorSupplier<String, I, String, Output> supplier,
            String name,
            List<StoreBuilder<?>> storeBuilders) {
        storeBuilders.forEach(builder::addStateStore);
        String[] storeNames = storeBuilders.stream().map(StoreBuilder::name).toArray(String[]::new);
        return input.process(supplier, Named.as(name), storeNames);
    }

    private static <T extends Output> KStream<String, T> only(
            KStream<String, Output> stream, Class<T> type, String name) {
        return stream.filter((key, output) -> type.isInstance(output), Named.as("only-" + name))
                .mapValues(type::cast, Named.as("as-" + name));
    }

    private static <T extends Output> KStream<String, T> strayed(
            KStream<String, Output> stream, Class<T> type, String name) {
        return only(stream, Strayed.class, name)
                .mapValues(strayed -> type.cast(strayed.message()), Named.as("unwrap-" + name));
    }

    private static <T extends Output> KStream<String, Output> upcast(KStream<String, T> stream, String name) {
        return stream.mapValues(message -> (Output) message, Named.as(name));
    }

    private <T extends Output> KStream<String, T> move(
            KStream<String, T> stream, String name, dev.premia.codec.state.StateFormat<T> format) {
        return stream.repartition(Repartitioned.<String, T>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(StateSerde.of(format))
                .withNumberOfPartitions(settings.partitions()));
    }

    private KStream<String, Output> broadcast(KStream<String, Reference> references, String name) {
        boolean toManagers = name.equals(Names.REFERENCES_TO_MANAGERS);
        KStream<String, Reference> concerning = references.filter(
                (key, reference) -> toManagers || ReferencePartitioner.manager(reference) == null,
                Named.as("only-" + name));
        KStream<String, Reference> everywhere = concerning.repartition(Repartitioned.<String, Reference>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(StateSerde.of(MessageFormats.REFERENCE))
                .withStreamPartitioner(new ReferencePartitioner())
                .withNumberOfPartitions(settings.partitions()));
        return upcast(everywhere, "arrived-" + name);
    }

    private <T extends SpecificRecord> void publish(
            KStream<String, T> stream, TopicSpec<T> topic, Class<T> type, String name) {
        AvroSerde<T> values = new AvroSerde<>(type, registry);
        values.configure(serdeConfig, false);
        Serde<String> keys = Serdes.String();
        stream.to(topic.name(), Produced.with(keys, values).withName(name));
    }

    /** Sends each record to all partitions, so that every task of a stage has it. */
    static final class EveryPartition<K, V> implements StreamPartitioner<K, V> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, K key, V value, int numPartitions) {
            return Optional.of(IntStream.range(0, numPartitions).boxed().collect(Collectors.toSet()));
        }
    }
}
