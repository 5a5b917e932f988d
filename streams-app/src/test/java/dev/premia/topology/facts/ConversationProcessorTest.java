package dev.premia.topology.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import dev.premia.domain.event.Header;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.fact.RevisionMark;
import dev.premia.domain.ledger.Causes.OffsetRange;
import dev.premia.domain.plan.own.FactSource;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.LegInput;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.state.ConversationRow;
import dev.premia.topology.state.PackedEntities;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a crash must not lose or double: changes between two flushes live on the heap only. */
class ConversationProcessorTest {
    private static final ConversationProcessor.Stores NAMES =
            new ConversationProcessor.Stores("conversations", "index", "flushes", "zones");
    private static final Instant MORNING = Instant.parse("2026-10-05T06:00:00Z");

    private final MockProcessorContext<String, Output> context = new MockProcessorContext<>();

    @BeforeEach
    void addStores() {
        context.setCurrentSystemTimeMs(MORNING.toEpochMilli());
        add(store(NAMES.conversations(), Serdes.Integer(), Serdes.ByteArray()));
        add(store(NAMES.flushes(), Serdes.Integer(), Serdes.Long()));
        add(store(NAMES.definitions(), Serdes.Integer(), Serdes.String()));
        add(PackedEntities.builder(NAMES.index(), ConversationRow.FORMAT).build());
    }

    @Test
    void shouldGatherAgainAfterACrashWhatWasNotFlushed() {
        ConversationProcessor processor = start();
        say(processor, "k1", 1, "anna", 60);
        flush();
        say(processor, "k1", 2, "anna", 90);
        say(processor, "k1", 3, "anna", 100);
        say(processor, "k2", 1, "anna", 5);

        start();
        flush();

        assertThat(context.forwarded()).hasSize(2);
        DayCells second = cells(1);
        assertThat(second.value(Measures.CALLS, 0)).isEqualTo(1);
        assertThat(second.value(Measures.TALK_SECONDS, 0)).isEqualTo(100 - 60 + 5);
        assertThat(message(1).cause().ranges()).containsExactly(new OffsetRange("calls", 0, 2, 4));
    }

    @Test
    void shouldSendNothingTwiceWhenItStartsAfterAFlush() {
        say(start(), "k1", 1, "anna", 60);
        flush();

        start();
        flush();

        assertThat(context.forwarded()).hasSize(1);
    }

    @Test
    void shouldSendTheSameWhetherItCrashesOrNot() {
        ConversationProcessor processor = start();
        say(processor, "k1", 1, "anna", 60);
        flush();
        say(processor, "k1", 2, "boris", 60);
        processor = start();
        say(processor, "k1", 3, "anna", 61);
        start();
        flush();

        assertThat(cells(1).value(Measures.TALK_SECONDS, 0)).isOne();
        assertThat(cells(1).value(Measures.CALLS, 0)).isZero();
        assertThat(context.forwarded()).hasSize(2);
    }

    @Test
    void shouldMarkUnfinishedWorkUntilTheFlushSendsIt() {
        ConversationProcessor processor = start();
        assertThat(isMarked()).isFalse();

        say(processor, "k1", 1, "anna", 60);
        assertThat(isMarked()).isTrue();
        start();
        assertThat(isMarked()).isTrue();
        flush();

        assertThat(isMarked()).isFalse();
    }

    private boolean isMarked() {
        KeyValueStore<Integer, Long> flushes = context.getStateStore(NAMES.flushes());
        return flushes.get(ConversationProcessor.WAITING) != null;
    }

    @Test
    void shouldForgetWhatItGatheredWhenItIsBroughtBackToLife() {
        ConversationProcessor processor = start();
        say(processor, "k1", 1, "anna", 60);

        // What Kafka Streams does after a commit that failed: the same object, initialised again over the stores.
        context.scheduledPunctuators().clear();
        processor.init(context);
        flush();

        assertThat(context.forwarded()).hasSize(1);
        assertThat(cells(0).value(Measures.TALK_SECONDS, 0)).isEqualTo(60);
    }

    /** A new processor on what is left of the one before: the stores. */
    private ConversationProcessor start() {
        ConversationProcessor processor = new ConversationProcessor(
                NAMES, ZoneId.of("Europe/Moscow"), Duration.ofMillis(100), new PlanDefinitions(FactSource.CALLS));
        context.scheduledPunctuators().clear();
        processor.init(context);
        return processor;
    }

    private long offset;

    private void say(ConversationProcessor processor, String id, long revision, String manager, int talkSeconds) {
        offset++;
        CallEvent call = new CallEvent(
                new Header(id, revision, null, false, "pbx"),
                MORNING,
                CallDirection.OUTBOUND,
                CallResult.ANSWERED,
                manager,
                null,
                null,
                null,
                3,
                talkSeconds,
                1,
                null,
                false,
                null);
        Cause cause = new Cause(null, List.of(new OffsetRange("calls", 0, offset, offset)), offset);
        LatestFact<CallEvent> leg = new LatestFact<>(RevisionMark.of(call), call);
        processor.process(new Record<>(id, new LegInput.Set(leg, cause), offset));
    }

    private void flush() {
        context.scheduledPunctuators()
                .get(context.scheduledPunctuators().size() - 1)
                .getPunctuator()
                .punctuate(0);
    }

    private ManagerInput.CellsAdded message(int index) {
        return (ManagerInput.CellsAdded) context.forwarded().get(index).record().value();
    }

    private DayCells cells(int index) {
        return message(index).days().get(0).cells();
    }

    private void add(StateStore store) {
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private static <K, V> KeyValueStore<K, V> store(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, values)
                .withLoggingDisabled()
                .build();
    }
}
