package dev.premia.scenario;

import dev.premia.codec.avro.CloseCodec;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.OffsetVector;
import dev.premia.domain.control.SourcePosition;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.RecordLoader;
import dev.premia.replay.input.RejectedRecord;
import dev.premia.schemas.Control;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The log of a scenario: each topic has one partition, in which records stand in the order in which they were added. Closes are
 * computed from it as from a real log. Not thread-safe.
 */
public final class ScenarioLog {
    private static final int PARTITION = 0;

    private final Settings organisation;
    private final RecordLoader loader = new RecordLoader();
    private final List<Accepted> records = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private Instant clock = Instant.EPOCH;

    private record Accepted(ScenarioRecord<?> record, SourcePosition position) {}

    public ScenarioLog(Settings organisation) {
        this.organisation = organisation;
    }

    /**
     * Appends a record.
     *
     * @param place names it in problems
     * @return why it does not count; empty when it does
     */
    public List<RejectedRecord> add(ScenarioRecord<?> record, Place place) {
        String topic = record.topic().name();
        long offset = ends.merge(topic, 1L, Long::sum) - 1;
        SourcePosition position = new SourcePosition(topic, PARTITION, offset, record.recordedAt());
        records.add(new Accepted(record, position));
        clock = record.recordedAt().isAfter(clock) ? record.recordedAt() : clock;
        return loader.add(record.value(), place.file(), place.toString(), position);
    }

    /** Everything that was appended so far. */
    public LoadedInput loaded() {
        return loader.loaded();
    }

    /** The records with which a month is closed now: the close, its results, and the completion. */
    public List<ScenarioRecord<?>> close(Step.Closed step) {
        Instant now = clock.plusSeconds(1);
        Decision.Close close = new Decision.Close(
                new Decision.Heading(ClosedPeriod.idOf(step.period()), now, "finance", null, null, null),
                step.period(),
                step.cutoff() == null ? now : step.cutoff(),
                organisation.zone(),
                vector(step.cutoff() == null ? now : step.cutoff()));
        BatchResult result = below(close).compute(organisation, close.asOf());
        List<ScenarioRecord<?>> written = new ArrayList<>();
        written.add(record(close, now));
        for (Decision each : ClosedPeriod.of(result, step.period()).decisions(close)) {
            written.add(record(each, now));
        }
        return written;
    }

    private static ScenarioRecord<Control> record(Decision decision, Instant now) {
        return new ScenarioRecord<>(Topics.CONTROL, null, CloseCodec.toAvro(decision), now);
    }

    /** The first offset of each topic whose latest time of recording so far reaches the cutoff, else its end. */
    private OffsetVector vector(Instant cutoff) {
        Map<String, Long> first = new TreeMap<>(ends);
        for (Accepted each : records) {
            if (!each.position().recordedAt().isBefore(cutoff)) {
                first.merge(each.position().topic(), each.position().offset(), Math::min);
            }
        }
        OffsetVector.Builder vector = new OffsetVector.Builder();
        first.forEach((topic, offset) -> vector.put(topic, PARTITION, offset));
        return vector.build();
    }

    private LoadedInput below(Decision.Close close) {
        RecordLoader below = new RecordLoader(Bound.of(close));
        for (Accepted each : records) {
            boolean control = each.record().topic().equals(Topics.CONTROL);
            if (control || close.includes(each.position())) {
                below.add(each.record().value(), "", "", each.position());
            }
        }
        return below.loaded();
    }
}
