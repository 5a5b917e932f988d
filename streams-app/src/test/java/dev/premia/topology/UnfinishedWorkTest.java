package dev.premia.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Verification trusts the marks: while there is none, nothing may come out any more. */
class UnfinishedWorkTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final int EVENTS = 300;
    private static final int PLAN_AFTER = 100;

    private final Set<TopicSpec<?>> marked = new HashSet<>();

    @Test
    void shouldBeMarkedWheneverAnOutputIsStillToCome() {
        try (StreamHarness stream = new StreamHarness()) {
            Iterator<SimulatedRecord> records = Simulator.simulate(
                    SimulationOptions.defaults().withEvents(EVENTS).withPeriod(FROM, 1));
            int sent = 0;
            while (records.hasNext()) {
                SimulatedRecord record = records.next();
                if (isRead(stream, record.topic())) {
                    send(stream, record);
                    sent++;
                    assertNothingComesWithoutAMark(stream, record.topic());
                }
                if (sent == PLAN_AFTER) {
                    stream.send(Topics.PLANS, "east", plan(), Instant.EPOCH);
                    assertNothingComesWithoutAMark(stream, Topics.PLANS);
                    sent++;
                }
            }
            assertThat(sent).isGreaterThan(PLAN_AFTER);
            assertThat(stream.booked()).isNotEmpty();
        }
        assertThat(marked).contains(Topics.DEALS, Topics.CALLS, Topics.LEADS, Topics.MANAGERS, Topics.PLANS);
    }

    /** A stage that works on by itself notes where it is in a store of such a name. */
    @Test
    void shouldKnowEveryStoreThatHoldsMarks() {
        try (StreamHarness stream = new StreamHarness()) {
            Set<String> stores = Pattern.compile("stores: \\[([^\\]]*)\\]")
                    .matcher(stream.description())
                    .results()
                    .flatMap(match -> Stream.of(match.group(1).split(", ")))
                    .filter(store -> store.matches(".*-(pending|definitions|scan|flushes)"))
                    .collect(Collectors.toSet());

            assertThat(UnfinishedWork.stores()).isEqualTo(stores);
        }
    }

    private void assertNothingComesWithoutAMark(StreamHarness stream, TopicSpec<?> topic) {
        if (stream.unfinished() > 0) {
            marked.add(topic);
            stream.settle();
        }
        assertThat(stream.unfinished()).as(topic.name()).isZero();
        stream.collect();
        int kpis = stream.kpis().hashCode();
        int statements = stream.statements().hashCode();
        int entries = stream.booked().size();
        stream.settle();
        assertThat(stream.booked()).as(topic.name()).hasSize(entries);
        assertThat(stream.statements().hashCode()).as(topic.name()).isEqualTo(statements);
        assertThat(stream.kpis().hashCode()).as(topic.name()).isEqualTo(kpis);
    }

    private static boolean isRead(StreamHarness stream, TopicSpec<?> topic) {
        return stream.description().contains("(topics: [" + topic.name() + "])");
    }

    /** In a zone of its own, so that all that is known must be scanned. */
    private static Plan plan() {
        Plan plan = new Plan();
        plan.setPlan("east");
        plan.setVersion(1);
        plan.setStatus(PlanStatus.active);
        plan.setValidFrom(FROM);
        plan.setDocument("""
                plan: east
                version: 1
                valid_from: 2026-01-01
                currency: RUB
                timezone: Asia/Vladivostok
                period: month
                components:
                  - { id: volume, rate: 5%, of: revenue }
                """);
        plan.setSha256("");
        return plan;
    }

    @SuppressWarnings("unchecked") // A record's topic is the topic of its own contract.
    private static <T extends SpecificRecord> void send(StreamHarness stream, SimulatedRecord record) {
        stream.send((TopicSpec<T>) record.topic(), record.key(), (T) record.value(), record.recordedAt());
    }
}
