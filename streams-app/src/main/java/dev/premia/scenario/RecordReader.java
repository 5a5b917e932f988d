package dev.premia.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premia.codec.plan.Fields;
import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problems;
import dev.premia.codec.plan.Scalars;
import dev.premia.connectors.file.InputProblem;
import dev.premia.connectors.file.InputRecord;
import dev.premia.connectors.file.JsonLineReader;
import dev.premia.domain.formula.NearestName;
import dev.premia.replay.Settings;
import dev.premia.schemas.Plan;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the records of a scenario: the fields of the canonical form in YAML, with short forms and defaults. What a step says
 * of an entity stays until a later step says otherwise; each step is the next revision.
 */
final class RecordReader {
    /** Noise-free times of recording: one second from step to step. */
    private static final Instant FIRST_RECORD = Instant.parse("2026-12-01T00:00:00Z");

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_TIMES = 100_000;
    private static final String TIMES = "times";
    private static final String RECORDED_AT = "recorded_at";
    private static final String DAY = "day";
    private static final String PLAN = "plan";
    /** A version that somebody approved to rule closed months too. */
    private static final String RESTATING_PLAN = "restating_plan";

    private final Path file;
    private final Problems problems;
    private final Scalars scalars;
    private final ShortForms shortForms;
    private final YamlValues values;
    private final InlinePlans plans;
    private final JsonLineReader lines;
    private final OwnKpiNames ownKpis;
    private final Map<String, Draft> drafts = new HashMap<>();
    private Instant clock = FIRST_RECORD;

    /** What was said of an entity so far. */
    private static final class Draft {
        private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
        private long revision;
    }

    RecordReader(Path file, String text, Settings settings, String source, OwnKpiNames ownKpis, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.values = new YamlValues(settings.zone(), problems);
        this.shortForms = new ShortForms(settings.currency(), source, problems);
        this.plans = new InlinePlans(file, text, settings, problems);
        this.lines = new JsonLineReader(source, settings.zone());
        this.ownKpis = ownKpis;
    }

    /** The names of records that a step may have. */
    Set<String> types() {
        Set<String> types = new LinkedHashSet<>(RecordTypes.names());
        types.addAll(List.of(ShortForms.REFUND, DAY, RESTATING_PLAN));
        types.addAll(DecisionForms.KINDS);
        return types;
    }

    boolean knows(String type) {
        return types().contains(type);
    }

    /** Adds the records of a step and returns its name for messages. */
    String read(String type, Item value, List<ScenarioRecord<?>> records) {
        if (type.equals(PLAN) || type.equals(RESTATING_PLAN)) {
            return plan(value, type.equals(RESTATING_PLAN), records);
        } else if (type.equals(DAY)) {
            return day(value, records);
        } else if (value.isList()) {
            List<Item> all = Fields.list(value, problems);
            all.forEach(each -> entity(type, each, records));
            return all.size() == 1 ? type + " " + idOf(all.get(0)) : all.size() + " records: " + type;
        }
        return entity(type, value, records);
    }

    private String plan(Item value, boolean restates, List<ScenarioRecord<?>> records) {
        Plan plan = plans.read(value);
        if (plan != null) {
            ownKpis.add(plan.getPlan(), plan.getDocument());
            if (restates) {
                plan.setRestateClosed(true);
                plan.setAuthor("head of sales");
                plan.setApprover("finance");
            }
            add(Topics.PLANS, plan.getPlan(), plan, null, records);
        }
        return plan == null ? PLAN : "plan " + plan.getPlan() + " v" + plan.getVersion();
    }

    private String day(Item value, List<ScenarioRecord<?>> records) {
        LocalDate day = scalars.date(value);
        if (day != null) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            fields.put("id", "day-" + day).put("kind", DAY).put(DAY, day.toString());
            line("control", fields, value, records);
        }
        return "day " + day;
    }

    private String entity(String type, Item value, List<ScenarioRecord<?>> records) {
        Item times = times(value);
        if (times == null) {
            one(type, value, YamlValues.NO_NUMBER, records);
            return type + " " + idOf(value);
        }
        Integer count = scalars.positiveNumber(times);
        if (count != null && count > MOST_TIMES) {
            problems.error(times, "too many", times.shown(), "at most " + MOST_TIMES, "");
        } else if (count != null) {
            for (int n = 1; n <= count && problems.errors().isEmpty(); n++) {
                one(type, value, n, records);
            }
        }
        return times.shown().replace("`", "") + " records: " + type;
    }

    private Item times(Item value) {
        Fields fields = value.isScalar() ? null : Fields.free(value, problems);
        return fields == null ? null : fields.get(TIMES);
    }

    private String idOf(Item value) {
        if (value.isScalar()) {
            return value.text();
        }
        Fields fields = Fields.free(value, problems);
        Item id = fields == null ? null : fields.get("id");
        return id == null || !id.isScalar() ? "" : id.text();
    }

    private void one(String type, Item value, int number, List<ScenarioRecord<?>> records) {
        ObjectNode given = value.isScalar() ? shortForms.ofId(value) : values.fields(value, TIMES, number);
        if (given == null) {
            return;
        }
        String contract = shortForms.contract(type);
        TopicSpec<?> topic = RecordTypes.topic(contract);
        shortForms.expand(type, given, value);
        if (!known(topic, given, value)) {
            return;
        }
        values.noonOfDays(topic, given);
        if (topic.schema().getField("revision") == null) {
            line(contract, given, value, records);
            return;
        }
        String id = given.path("id").asText("");
        Draft draft = drafts.computeIfAbsent(contract + " " + id, key -> new Draft());
        draft.revision = given.path("revision").asLong(draft.revision + 1);
        given.fields().forEachRemaining(field -> draft.fields.set(field.getKey(), field.getValue()));
        ObjectNode whole = draft.fields.deepCopy();
        if (!given.has(RECORDED_AT)) {
            whole.remove(RECORDED_AT);
        }
        whole.put("revision", draft.revision);
        shortForms.fillIn(contract, whole);
        line(contract, whole, value, records);
    }

    /** Unknown fields would be kept as attributes; in a scenario they are slips of the pen. */
    private boolean known(TopicSpec<?> topic, ObjectNode given, Item value) {
        Set<String> names = new LinkedHashSet<>();
        topic.schema().getFields().forEach(field -> names.add(field.name()));
        names.add(RECORDED_AT);
        boolean all = true;
        List<String> found = new ArrayList<>();
        given.fieldNames().forEachRemaining(found::add);
        for (String name : found) {
            if (!names.contains(name)) {
                all = false;
                String hint = NearestName.hint(name, names);
                problems.error(
                        YamlValues.key(value, name),
                        "unknown field",
                        "`" + name + "`",
                        "a field of " + topic.valueType().getSimpleName(),
                        hint.isEmpty() ? "other fields stand under attributes" : hint);
            }
        }
        return all;
    }

    private void line(String type, ObjectNode fields, Item at, List<ScenarioRecord<?>> records) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("type", type);
        line.setAll(fields);
        lines.read(line.toString(), file, at.line(), problem -> report(problem, at))
                .ifPresent(record -> add(record, fields.hasNonNull(RECORDED_AT) ? record.recordedAt() : null, records));
    }

    private void report(InputProblem problem, Item event) {
        Item at = problem.field() == null ? event : YamlValues.at(event, problem.field());
        problems.error(
                at,
                problem.code().code().replace('_', ' '),
                problem.found(),
                problem.expected(),
                problem.hint() == null ? "write " + problem.expected() : problem.hint());
    }

    private void add(InputRecord record, Instant given, List<ScenarioRecord<?>> records) {
        add(record.topic(), record.key(), record.value(), given, records);
    }

    @SuppressWarnings("unchecked") // The record was made by the contract of the topic.
    private <T extends SpecificRecord> void add(
            TopicSpec<T> topic, String key, SpecificRecord value, Instant given, List<ScenarioRecord<?>> records) {
        clock = given == null ? clock.plus(PAUSE) : given;
        records.add(new ScenarioRecord<>(topic, key, (T) value, clock));
    }
}
