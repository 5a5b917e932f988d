package dev.premia.topology;

import dev.premia.domain.event.SubjectType;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.Statement;
import dev.premia.schemas.Topics;
import dev.premia.topology.managers.ManagerProcessor;
import dev.premia.topology.message.Booked;
import dev.premia.topology.message.KpiChanged;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.MessageFormats;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.message.ReturnedFormats;
import dev.premia.topology.message.ShadowBooked;
import dev.premia.topology.message.StatementChanged;
import dev.premia.topology.state.StateSerde;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Stage 3, where figures, plans and the ledger of managers are, and what it publishes. */
final class ManagerWiring extends Wiring {
    ManagerWiring(Wiring shared) {
        super(shared);
    }

    KStream<String, Output> managers(List<KStream<String, Output>> upstream, KStream<String, Reference> references) {
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

    void accruals(KStream<String, Output> managers) {
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
}
