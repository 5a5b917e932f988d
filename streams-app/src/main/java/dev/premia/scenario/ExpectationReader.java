package dev.premia.scenario;

import dev.premia.codec.plan.Fields;
import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problems;
import dev.premia.codec.plan.Scalars;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.NearestName;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.time.Window;
import dev.premia.replay.Settings;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what must be true: one line for a subject and a window, with as many figures as wanted. */
final class ExpectationReader {
    static final String UNCHANGED = "unchanged";

    /** The keys of steps that expect something. */
    static final Set<String> KINDS = new LinkedHashSet<>(
            List.of("accrual", "shadow", "changes", "entries", "posted", "paid", "explains", "kpi", "dead_letter"));

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9_]*(\\.[0-9]+)?%?");
    private static final Pattern CALL = Pattern.compile("([a-z0-9_]+)(?:\\(([0-9., ]*)\\))?");
    static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final String UNDEFINED = "undefined";
    private static final String TOTAL = "total";

    private final String file;
    private final Settings settings;
    private final String source;
    private final Window window;
    private final OwnKpiNames ownKpis;
    private final Problems problems;
    private final Scalars scalars;

    /**
     * @param source qualifies the ids of managers and teams
     * @param window of lines that name none; may be null
     * @param ownKpis what the plans before an expectation define
     */
    ExpectationReader(
            String file, Settings settings, String source, Window window, OwnKpiNames ownKpis, Problems problems) {
        this.file = file;
        this.settings = settings;
        this.source = source;
        this.window = window;
        this.ownKpis = ownKpis;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The expectations of a line, or of a list of lines; what is wrong is reported and left out. */
    List<Expectation> read(String kind, Item item) {
        if (kind.equals("dead_letter")) {
            Expectation letter = deadLetter(item);
            return letter == null ? List.of() : List.of(letter);
        } else if (item.isList()) {
            List<Expectation> all = new ArrayList<>();
            Fields.list(item, problems).forEach(each -> all.addAll(read(kind, each)));
            return all;
        } else if (kind.equals("paid")) {
            return new PaidReader(problems, source, this::place, this::number).read(item);
        }
        Fields fields = Fields.free(item, problems);
        if (fields == null) {
            return List.of();
        }
        return switch (kind) {
            case "kpi" -> kpis(fields);
            case "accrual" -> lines(fields, this::accrual);
            case "shadow" -> lines(fields, this::shadow);
            case "changes" -> lines(fields, this::change);
            case "entries" -> lines(fields, this::entries);
            case "posted" -> lines(fields, this::posted);
            default -> lines(fields, this::explains);
        };
    }

    static boolean isMonth(String text) {
        return MONTH.matcher(text).matches();
    }

    private Place place(Item item) {
        return new Place(file, item.line(), item.column());
    }

    private List<Expectation> lines(Fields fields, BiFunction<Expectation.Line, Item, Expectation> reader) {
        Item manager = fields.require("manager", "manager: anna");
        String plan = fields.has("plan") ? scalars.id(fields.get("plan")) : null;
        Window of = windowOf(fields);
        if (manager == null || of == null || scalars.text(manager) == null) {
            return List.of();
        }
        String id = Subjects.qualified(manager.text(), source);
        return figures(fields, Set.of("manager", "plan", "window"), "volume: 500.00", field -> {
            String component = field.name().equals(TOTAL) ? null : field.name();
            return reader.apply(new Expectation.Line(id, of, plan, component), field.value());
        });
    }

    private List<Expectation> figures(
            Fields fields, Set<String> reserved, String example, Function<Fields.Field, Expectation> reader) {
        List<Expectation> all = new ArrayList<>();
        boolean any = false;
        for (Fields.Field field : fields.all()) {
            if (!reserved.contains(field.name())) {
                any = true;
                all.add(reader.apply(field));
            }
        }
        if (!any) {
            problems.error(
                    fields.self(), "nothing expected", "no figure", "at least one", "write, for example, " + example);
        }
        all.removeIf(Objects::isNull);
        return all;
    }

    private Window windowOf(Fields fields) {
        if (fields.has("window")) {
            return Windows.read(fields.get("window"), problems);
        }
        if (window == null) {
            problems.error(
                    fields.self(),
                    "missing key",
                    "no `window`",
                    "`window`",
                    "write window: 2026-10 here, or once at the top of the scenario");
        }
        return window;
    }

    private Expectation accrual(Expectation.Line line, Item item) {
        BigDecimal amount = number(item);
        return amount == null ? null : new Expectation.Accrual(place(item), line, amount);
    }

    private Expectation shadow(Expectation.Line line, Item item) {
        BigDecimal amount = number(item);
        return amount == null ? null : new Expectation.Shadow(place(item), line, amount);
    }

    private Expectation change(Expectation.Line line, Item item) {
        BigDecimal amount = number(item);
        return amount == null ? null : new Expectation.Change(place(item), line, amount);
    }

    private Expectation entries(Expectation.Line line, Item item) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (Item each : Fields.list(item, problems)) {
            amounts.add(number(each));
        }
        return amounts.contains(null) ? null : new Expectation.Entries(place(item), line, amounts);
    }

    private Expectation posted(Expectation.Line line, Item item) {
        if (!item.isScalar()) {
            return postings(line, item);
        }
        String month = scalars.text(item);
        if (month != null && !MONTH.matcher(month).matches()) {
            problems.error(item, "wrong month", item.shown(), "a payroll month", "write it like 2026-10");
            return null;
        }
        return month == null ? null : new Expectation.Posted(place(item), line, month);
    }

    private Expectation postings(Expectation.Line line, Item item) {
        Fields months = Fields.free(item, problems);
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (Fields.Field month : months == null ? List.<Fields.Field>of() : months.all()) {
            if (!MONTH.matcher(month.name()).matches()) {
                problems.error(
                        month.key(),
                        "wrong month",
                        "`" + month.name() + "`",
                        "a payroll month",
                        "write it like 2026-10");
                return null;
            }
            BigDecimal amount = number(month.value());
            if (amount == null) {
                return null;
            }
            amounts.put(month.name(), amount);
        }
        return months == null ? null : new Expectation.Postings(place(item), line, amounts);
    }

    private Expectation explains(Expectation.Line line, Item item) {
        String text = scalars.text(item);
        return text == null ? null : new Expectation.Explains(place(item), line, text);
    }

    private List<Expectation> kpis(Fields fields) {
        Item subject = fields.require("subject", "subject: anna, subject: team:north or subject: company");
        ZoneId zone = fields.has("zone") ? scalars.zone(fields.get("zone")) : settings.zone();
        String plan = fields.has("plan") ? scalars.id(fields.get("plan")) : null;
        Window of = windowOf(fields);
        if (subject == null || zone == null || of == null || scalars.text(subject) == null) {
            return List.of();
        }
        Subject whose = Subjects.of(subject.text(), source);
        Settings by = new Settings(zone, settings.currency());
        return figures(
                fields,
                Set.of("subject", "zone", "window", "plan"),
                "revenue: 10000",
                field -> kpi(whose, of, by, plan, field));
    }

    private Expectation kpi(Subject subject, Window of, Settings by, String plan, Fields.Field field) {
        KpiCall call = ownKpis.plansOf(field.name()).isEmpty() ? call(field) : ownCall(field, plan);
        Item value = field.value();
        boolean undefined = value.isScalar() && value.text().equals(UNDEFINED);
        BigDecimal number = undefined || call == null ? null : number(value);
        return call == null || (number == null && !undefined)
                ? null
                : new Expectation.Kpi(place(value), call, subject, of, by, number);
    }

    private KpiCall ownCall(Fields.Field field, String plan) {
        Set<String> plans = ownKpis.plansOf(field.name());
        if (plan == null ? plans.size() == 1 : plans.contains(plan)) {
            return new KpiCall.OfPlan(
                    field.name(), plan == null ? plans.iterator().next() : plan);
        }
        problems.error(
                field.key(),
                plan == null ? "KPI of several plans" : "KPI of another plan",
                "`" + field.name() + "`",
                "plan: " + String.join(" or plan: ", plans),
                "name in the same line the plan whose KPI is meant");
        return null;
    }

    private KpiCall call(Fields.Field field) {
        KpiDefinition ofTexts = KpiCatalogue.find(field.name()).orElse(null);
        if (ofTexts != null && ofTexts.standsAlone()) {
            return new KpiCall.OfCatalogue(field.name(), ofTexts, List.of());
        }
        Matcher matcher = CALL.matcher(field.name());
        KpiDefinition kpi =
                matcher.matches() ? KpiCatalogue.find(matcher.group(1)).orElse(null) : null;
        if (kpi == null) {
            List<String> names = new ArrayList<>(
                    KpiCatalogue.all().stream().map(KpiDefinition::name).toList());
            names.addAll(ownKpis.names());
            problems.error(
                    field.key(),
                    "unknown KPI",
                    "`" + field.name() + "`",
                    "a KPI of the catalogue, or of a plan above",
                    NearestName.hint(field.name(), names));
            return null;
        }
        List<BigDecimal> parameters =
                matcher.group(2) == null || matcher.group(2).isBlank()
                        ? List.of()
                        : Arrays.stream(matcher.group(2).split(",", -1))
                                .map(each -> new BigDecimal(each.strip()))
                                .toList();
        if (!kpi.takes(parameters.size())) {
            problems.error(
                    field.key(),
                    "wrong KPI",
                    parameters.size() + " numbers",
                    kpi.parameters() + " numbers in brackets",
                    "");
            return null;
        }
        return new KpiCall.OfCatalogue(field.name(), kpi, parameters);
    }

    private Expectation deadLetter(Item item) {
        if (item.isScalar()) {
            String code = scalars.text(item);
            return code == null ? null : new Expectation.DeadLetter(place(item), code, List.of());
        }
        Fields fields = Fields.of(item, new LinkedHashSet<>(List.of("reason", "says")), problems);
        Item reason = fields == null ? null : fields.require("reason", "reason: shares_not_whole");
        String code = reason == null ? null : scalars.text(reason);
        if (code == null) {
            return null;
        }
        Item says = fields.get("says");
        List<String> texts = List.of();
        if (says != null) {
            texts = says.isScalar() ? List.of(says.text()) : scalars.texts(says);
        }
        return new Expectation.DeadLetter(place(reason), code, texts);
    }

    /** A decimal, with {@code _} between thousands and {@code %} for hundredths if wanted. */
    private BigDecimal number(Item item) {
        if (item.isScalar() && NUMBER.matcher(item.text()).matches()) {
            String text = item.text().replace("_", "");
            return text.endsWith("%")
                    ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2)
                    : new BigDecimal(text);
        }
        problems.error(
                item, "wrong number", item.shown(), "a decimal, e.g. 500.00", "use a point, and `_` between thousands");
        return null;
    }
}
