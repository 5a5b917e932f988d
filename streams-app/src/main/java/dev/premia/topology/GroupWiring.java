package dev.premia.topology;

import dev.premia.schemas.Kpi;
import dev.premia.schemas.Topics;
import dev.premia.topology.groups.GroupProcessor;
import dev.premia.topology.message.GroupInput;
import dev.premia.topology.message.GroupResult;
import dev.premia.topology.message.KpiChanged;
import dev.premia.topology.message.MessageFormats;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Stage 4: the figures of teams and of the company. */
final class GroupWiring extends Wiring {
    GroupWiring(Wiring shared) {
        super(shared);
    }

    void groups(
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
}
