package dev.premia.scenario;

import dev.premia.codec.plan.Fields;
import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problems;
import dev.premia.codec.plan.Scalars;
import dev.premia.codec.plan.Titles;
import dev.premia.domain.formula.NearestName;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.time.Window;
import dev.premia.replay.Settings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the top of a scenario file and its steps. */
final class ScenarioReader {
    private static final Set<String> KEYS = new LinkedHashSet<>(
            List.of("scenario", "row", "about", "zone", "currency", "source", "window", "plans", "steps"));
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Moscow");
    private static final String TOGETHER = "together";
    private static final String AGAIN = "again";
    private static final String CLOSE = "close";
    private static final Set<String> CLOSE_KEYS = new LinkedHashSet<>(List.of("period", "cutoff"));

    private final Path file;
    private final String text;
    private final Problems problems;
    private final Scalars scalars;
    private final List<Step> steps = new ArrayList<>();
    private RecordReader records;
    private ExpectationReader expectations;
    private ZoneId zone;
    private Step.Recorded last;

    ScenarioReader(Path file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The scenario; it is of use only when no problem was reported. */
    Scenario read(Item root) {
        Fields fields = Fields.of(root, KEYS, problems);
        if (fields == null) {
            return null;
        }
        Item title = fields.require("scenario", "scenario: The owner at the win keeps the credit");
        PlanTitle name = title == null ? null : new Titles(problems).read(title, "");
        Settings settings = settings(fields);
        String source = fields.has("source") ? scalars.id(fields.get("source")) : "crm";
        Window window = fields.has("window") ? Windows.read(fields.get("window"), problems) : null;
        if (settings.zone() == null || settings.currency() == null || source == null) {
            return null;
        }
        zone = settings.zone();
        OwnKpiNames ownKpis = new OwnKpiNames();
        records = new RecordReader(file, text, settings, source, ownKpis, problems);
        expectations = new ExpectationReader(place(root).file(), settings, source, window, ownKpis, problems);
        if (fields.has("plans")) {
            Fields.list(fields.get("plans"), problems).forEach(plan -> record("plan", plan, plan));
        }
        Item story = fields.require("steps", "steps: [{ manager: anna }]");
        if (story != null) {
            Fields.list(story, problems).forEach(this::step);
            expectSomething(story);
        }
        return new Scenario(file.toString(), name, about(fields), rows(fields), settings, steps);
    }

    private Settings settings(Fields fields) {
        ZoneId zone = fields.has("zone") ? scalars.zone(fields.get("zone")) : DEFAULT_ZONE;
        String currency = fields.has("currency") ? scalars.currency(fields.get("currency")) : "RUB";
        return new Settings(zone, currency);
    }

    private String about(Fields fields) {
        String about = fields.has("about") ? scalars.text(fields.get("about")) : null;
        return about == null ? "" : about.strip();
    }

    private List<String> rows(Fields fields) {
        Item row = fields.get("row");
        if (row == null) {
            return List.of();
        } else if (row.isList()) {
            return scalars.texts(row);
        }
        String one = scalars.text(row);
        return one == null ? List.of() : List.of(one);
    }

    private void expectSomething(Item story) {
        if (steps.stream().noneMatch(Step.Expected.class::isInstance)
                && problems.errors().isEmpty()) {
            problems.error(
                    story,
                    "no expectation",
                    "records only",
                    "at least one of " + String.join(", ", ExpectationReader.KINDS),
                    "say what must be true, e.g. - accrual: { manager: anna, volume: 500.00 }");
        }
    }

    private Place place(Item item) {
        return new Place(file.toString(), item.line(), item.column());
    }

    private void step(Item item) {
        if (item.isScalar()) {
            word(item);
            return;
        }
        Fields fields = Fields.free(item, problems);
        if (fields == null) {
            return;
        }
        int number = 0;
        for (Fields.Field field : fields.all()) {
            number++;
            if (number > 1) {
                problems.error(
                        field.key(),
                        "two in one step",
                        "`" + field.name() + "`",
                        "one key",
                        "begin a step of its own with -");
            } else {
                step(field);
            }
        }
    }

    private void word(Item item) {
        if (item.text().equals(AGAIN)) {
            again(item);
        } else if (item.text().equals(ExpectationReader.UNCHANGED)) {
            steps.add(new Step.Expected(new Expectation.Unchanged(place(item))));
        } else {
            unknown(item, item.text());
        }
    }

    private void step(Fields.Field field) {
        if (field.name().equals(TOGETHER)) {
            together(field);
        } else if (field.name().equals(CLOSE)) {
            close(field);
        } else if (ExpectationReader.KINDS.contains(field.name())) {
            expectations.read(field.name(), field.value()).forEach(each -> steps.add(new Step.Expected(each)));
        } else if (records.knows(field.name())) {
            record(field.name(), field.value(), field.key());
        } else {
            unknown(field.key(), field.name());
        }
    }

    /** An instant, or the beginning of a day. */
    private Instant cutoff(Item item) {
        String cutoff = scalars.text(item);
        try {
            return cutoff == null || cutoff.indexOf('T') < 0
                    ? LocalDate.parse(String.valueOf(cutoff)).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(cutoff).toInstant();
        } catch (DateTimeException e) {
            problems.error(item, "wrong cutoff", item.shown(), "a day or an instant", "write it like 2026-11-05");
            return null;
        }
    }

    private void close(Fields.Field field) {
        Item period = field.value();
        Instant cutoff = null;
        if (!period.isScalar()) {
            Fields fields = Fields.of(field.value(), CLOSE_KEYS, problems);
            period = fields == null ? null : fields.require("period", "period: 2026-10");
            cutoff = fields == null || !fields.has("cutoff") ? null : cutoff(fields.get("cutoff"));
        }
        String month = period == null ? null : scalars.text(period);
        if (month != null && !ExpectationReader.MONTH.matcher(month).matches()) {
            problems.error(period, "wrong month", period.shown(), "a payroll month", "write it like 2026-10");
        } else if (month != null) {
            steps.add(new Step.Closed(place(field.key()), YearMonth.parse(month), cutoff));
        }
    }

    private void record(String type, Item value, Item at) {
        List<ScenarioRecord<?>> all = new ArrayList<>();
        String name = records.read(type, value, all);
        record(at, name, all);
    }

    private void record(Item at, String name, List<ScenarioRecord<?>> all) {
        if (!all.isEmpty()) {
            last = new Step.Recorded(place(at), name, all);
            steps.add(last);
        }
    }

    private void together(Fields.Field field) {
        List<ScenarioRecord<?>> all = new ArrayList<>();
        for (Item each : Fields.list(field.value(), problems)) {
            Fields fields = Fields.free(each, problems);
            if (fields != null) {
                for (Fields.Field inner : fields.all()) {
                    if (records.knows(inner.name())) {
                        records.read(inner.name(), inner.value(), all);
                    } else {
                        unknown(inner.key(), inner.name());
                    }
                }
            }
        }
        record(field.key(), all.size() + " records together", all);
    }

    private void again(Item item) {
        if (last == null) {
            problems.error(item, "nothing to repeat", "`again`", "a record before it", "");
            return;
        }
        steps.add(new Step.Recorded(place(item), last.name() + " again", last.records()));
    }

    private void unknown(Item at, String name) {
        Set<String> known = new LinkedHashSet<>(records.types());
        known.add(TOGETHER);
        known.add(AGAIN);
        known.add(CLOSE);
        known.add(ExpectationReader.UNCHANGED);
        known.addAll(ExpectationReader.KINDS);
        String hint = NearestName.hint(name, known);
        problems.error(
                at,
                "unknown step",
                "`" + name + "`",
                "a record or an expectation",
                hint.isEmpty() ? "known steps: " + String.join(", ", known) : hint);
    }
}
