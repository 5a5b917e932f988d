package dev.premia.topology;

import dev.premia.schemas.Topics;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.TargetSaid;
import dev.premia.topology.reference.TargetProcessor;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** People, plans, decisions and targets: read, folded where they are keyed, and told. */
final class ReferenceWiring extends Wiring {
    ReferenceWiring(Wiring shared) {
        super(shared);
    }

    KStream<String, Output> references() {
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

    KStream<String, Output> targets() {
        KStream<String, Output> said = source(Topics.TARGETS, "targets", sources.targets());
        deadLetters(said, "targets");
        return process(
                only(said, TargetSaid.class, "targets-said"),
                () -> new TargetProcessor(Names.TARGETS),
                "fold-targets",
                stores.targets());
    }
}
