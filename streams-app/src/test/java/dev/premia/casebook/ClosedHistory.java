package dev.premia.casebook;

import dev.premia.codec.avro.ControlCodec;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.SourcePosition;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.RecordLoader;
import dev.premia.scenario.Place;
import dev.premia.scenario.ScenarioLog;
import dev.premia.scenario.ScenarioRecord;
import dev.premia.scenario.Step;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.Plan;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/**
 * A random history in which months are closed: {@link History} with repeated records, recorded out of the order of their times,
 * adjustments, plans that are corrected with and without an approval to restate, and closes at random cutoffs of which some leave
 * out the newest records. Decided by the seed alone.
 */
final class ClosedHistory {
    static final Settings ORGANISATION = Story.story().scenario().settings();
    private static final Place PLACE = new Place("closed history", 1, 1);
    private static final YearMonth NEVER = YearMonth.of(2027, 6);
    private static final List<String> MONTHS = List.of("2026-08", "2026-09", "2026-10", "2026-11");
    private static final List<String> TYPES = List.of("bonus", "correction", "disciplinary");
    private static final int JITTER_SECONDS = 40;

    private final Random random;
    private final ScenarioLog log = new ScenarioLog(ORGANISATION);
    private final List<Logged> logged = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Map<YearMonth, Decision.Close> closes = new LinkedHashMap<>();
    private Instant lastCutoff = Instant.EPOCH;
    private int extras;
    private int versions = 2;

    /** A record where it stands in the log, which has one partition a topic. */
    record Logged(ScenarioRecord<?> record, SourcePosition position) {}

    private ClosedHistory(long seed) {
        random = new Random(seed);
        tell(seed);
    }

    static ClosedHistory of(long seed) {
        return new ClosedHistory(seed);
    }

    /** All records, closes included, each topic in its order. */
    List<ScenarioRecord<?>> records() {
        List<ScenarioRecord<?>> records = new ArrayList<>();
        logged.forEach(each -> records.add(each.record()));
        return records;
    }

    /** The closes by month, in their order. */
    Map<YearMonth, Decision.Close> closes() {
        return closes;
    }

    /** Recomputes what counts for a close from the log as it is in the end. */
    BatchResult below(Decision.Close close) {
        RecordLoader below = new RecordLoader(Bound.of(close));
        for (Logged each : logged) {
            if (each.record().topic().equals(Topics.CONTROL) || close.includes(each.position())) {
                below.add(each.record().value(), "", "", each.position());
            }
        }
        return below.loaded().compute(ORGANISATION, close.asOf());
    }

    private void tell(long seed) {
        List<ScenarioRecord<?>> told = new ArrayList<>();
        for (Step step : History.of(seed).scenario().steps()) {
            if (step instanceof Step.Recorded recorded) {
                told.addAll(recorded.records());
            }
        }
        int closeOneOf = 12 + random.nextInt(25);
        for (ScenarioRecord<?> each : told) {
            add(each);
            if (random.nextInt(6) == 0) {
                add(logged.get(random.nextInt(logged.size())).record());
            }
            if (random.nextInt(12) == 0) {
                adjustment();
            }
            if (random.nextInt(25) == 0) {
                correction();
            }
            if (random.nextInt(closeOneOf) == 0) {
                close();
            }
        }
        close();
    }

    private <T extends SpecificRecord> void add(ScenarioRecord<T> told) {
        boolean close = told.value() instanceof Control control && ControlCodec.isAboutClose(control.getKind());
        if (!close) {
            Instant at = clock(told).minusSeconds(random.nextInt(JITTER_SECONDS));
            append(new ScenarioRecord<>(told.topic(), told.key(), told.value(), at));
        }
    }

    private Instant clock(ScenarioRecord<?> told) {
        Instant last = logged.isEmpty()
                ? told.recordedAt()
                : logged.get(logged.size() - 1).record().recordedAt().plusSeconds(JITTER_SECONDS / 2);
        return last.isAfter(told.recordedAt()) ? last : told.recordedAt();
    }

    private void append(ScenarioRecord<?> record) {
        String topic = record.topic().name();
        long offset = ends.merge(topic, 1L, Long::sum) - 1;
        logged.add(new Logged(record, new SourcePosition(topic, 0, offset, record.recordedAt())));
        log.add(record, PLACE);
    }

    /** Closes the next month, or an earlier one that has entries and would have been left open. */
    private void close() {
        YearMonth last = closes.keySet().stream().reduce((one, other) -> other).orElse(YearMonth.of(2026, 7));
        YearMonth period = last.plusMonths(random.nextInt(4) == 0 ? 2 : 1);
        Instant now = logged.get(logged.size() - 1).record().recordedAt();
        Instant cutoff = random.nextBoolean() ? null : now.minusSeconds(random.nextInt(600));
        if (cutoff != null && cutoff.isBefore(lastCutoff)) {
            cutoff = lastCutoff;
        }
        while (period != null && period.isBefore(NEVER)) {
            List<ScenarioRecord<?>> written = log.close(new Step.Closed(PLACE, period, cutoff));
            Control control = (Control) written.get(0).value();
            Decision.Close close = (Decision.Close) ControlCodec.fromAvro(control);
            YearMonth open = ClosedPeriod.openBefore(below(close), period).keySet().stream()
                    .findFirst()
                    .orElse(null);
            if (open == null) {
                written.forEach(this::append);
                closes.put(period, close);
                lastCutoff = close.cutoff();
            }
            period = open;
        }
    }

    private void adjustment() {
        Control control = control(ControlKind.adjustment);
        control.setManager(Story.qualified(one(History.MANAGERS)));
        control.setAdjustmentType(one(TYPES));
        control.setPostingPeriod(one(MONTHS));
        control.setAmountMinor((1 + random.nextInt(9000)) * (random.nextInt(3) == 0 ? -1L : 1L));
        control.setCurrency("RUB");
        control.setDocument("order-" + extras);
        if (control.getAdjustmentType().equals("disciplinary")) {
            control.setAmountMinor(-Math.abs(control.getAmountMinor()));
        }
        add(record(Topics.CONTROL, control.getId(), control));
    }

    private Control control(ControlKind kind) {
        Control control = new Control();
        control.setId("extra-" + extras++);
        control.setKind(kind);
        control.setAuthor("olga");
        control.setApprover("finance");
        control.setReason("told so");
        control.setOffsets(List.of());
        control.setPlaces(List.of());
        control.setLines(List.of());
        control.setBalances(List.of());
        return control;
    }

    /** A later version of a plan, valid from a day that may lie in a closed month. */
    private void correction() {
        int version = ++versions;
        String document = "plan: alpha\nversion: " + version + "\nvalid_from: " + one(History.DAYS)
                + "\ncurrency: RUB\ntimezone: Europe/Moscow\nperiod: month\n"
                + (random.nextInt(3) == 0 ? "guarantee: { amount: 300, recoverable: true }\n" : "")
                + "targets: { revenue: 1500, calls: 2 }\n"
                + "components:\n  - { id: volume, rate: " + (50 + random.nextInt(80)) + "%, of: revenue }\n"
                + "  - { id: won, pay: " + random.nextInt(90) + ", per: won_deals }\n";
        Plan plan = (Plan) Story.story().planFile(document).scenario().steps().stream()
                .map(Step.Recorded.class::cast)
                .findFirst()
                .orElseThrow()
                .records()
                .get(0)
                .value();
        plan.setRestateClosed(random.nextBoolean());
        if (plan.getRestateClosed()) {
            plan.setAuthor("olga");
            plan.setApprover("finance");
        }
        add(record(Topics.PLANS, plan.getPlan(), plan));
    }

    private static <T extends SpecificRecord> ScenarioRecord<T> record(TopicSpec<T> topic, String key, T value) {
        return new ScenarioRecord<>(topic, key, value, Instant.parse("2026-12-01T00:00:00Z"));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
