package dev.premia.codec.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.money.RateDate;
import dev.premia.domain.plan.AppliesTo;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.Term;
import dev.premia.domain.statement.Guarantee;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the document of one plan. */
final class PlanReader {
    private static final Comparator<Problem> ORDER_OF_FILE =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    private static final Map<String, RateDate> RATE_DATES = rateDates();

    private final Problems problems;
    private final Scalars scalars;
    private final Titles titles;
    private final OwnKpis kpis;
    private final FormulaReader formulas;

    PlanReader(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.titles = new Titles(problems);
        this.kpis = new OwnKpis(problems);
        this.formulas = new FormulaReader(problems, kpis);
    }

    private static Map<String, RateDate> rateDates() {
        Map<String, RateDate> dates = new LinkedHashMap<>();
        for (RateDate each : RateDate.values()) {
            dates.put(each.label(), each);
        }
        return dates;
    }

    PlanFile.Result read(Item root, String text) {
        PlanTitle title = new PlanTitle("", "");
        Map<String, PlanTitle> kpiTitles = new LinkedHashMap<>();
        PlanVersion plan = null;
        boolean shadow = false;
        Fields fields = Fields.of(root, PlanKeys.PLAN, problems);
        if (fields != null) {
            if (fields.has("kpis")) {
                kpis.define(fields.get("kpis"));
            }
            kpis.names()
                    .forEach(name -> kpiTitles.put(
                            name, titles.read(kpis.definition(name).get("title"), name)));
            plan = plan(fields, kpiTitles, text);
            title = titles.read(fields.get("title"), plan == null ? "" : plan.plan());
            shadow = fields.has("shadow") && Boolean.TRUE.equals(scalars.flag(fields.get("shadow")));
        }
        problems.errors().sort(ORDER_OF_FILE);
        problems.warnings().sort(ORDER_OF_FILE);
        PlanVersion usable = problems.errors().isEmpty() ? plan : null;
        return new PlanFile.Result(usable, problems.errors(), problems.warnings(), shadow, title, kpiTitles);
    }

    /** The plan; null, and reported, when something is wrong with it. */
    private PlanVersion plan(Fields fields, Map<String, PlanTitle> kpiTitles, String text) {
        Item planItem = fields.require("plan", "plan: b2b-hunters");
        String plan = planItem == null ? null : scalars.id(planItem);
        Item versionItem = fields.require("version", "version: 1");
        Integer version = versionItem == null ? null : scalars.positiveNumber(versionItem);
        Item fromItem = fields.require("valid_from", "valid_from: 2026-10-01");
        LocalDate from = fromItem == null ? null : scalars.date(fromItem);
        LocalDate until = until(fields, from);
        Item currencyItem = fields.require("currency", "currency: RUB");
        String currency = currencyItem == null ? null : scalars.currency(currencyItem);
        RateDate rateDate = fields.has("fx") ? scalars.choice(fields.get("fx"), RATE_DATES) : RateDate.WIN_DATE;
        Item zoneItem = fields.require("timezone", "timezone: Europe/Moscow");
        ZoneId zone = zoneItem == null ? null : scalars.zone(zoneItem);
        Item periodItem = fields.require("period", "period: month");
        WindowKind period = periodItem == null ? null : scalars.choice(periodItem, ComponentReader.windows());
        AppliesTo appliesTo = appliesTo(fields);
        Map<String, Term> ownKpis = kpis.all();
        Map<String, BigDecimal> targets = kpis.targets(fields.get("targets"));
        String calendar = calendar(fields);
        List<BigDecimal> ramp = new RampReader(problems, formulas).read(fields.get("ramp"));
        PlanFrame frame =
                new PlanFrame(period == null ? WindowKind.MONTH : period, currency, from, until, source(fields));
        List<Component> components = components(fields, frame);
        Formula totalCap = totalCap(fields, components, period);
        boolean stopsAtExit = stopsAtExit(fields);
        new PublicationCheck(problems).check(fields);
        if (fields.has("pay_mix")) {
            new PayMixCheck(problems, formulas).check(fields.get("pay_mix"));
        }
        Guarantee guarantee = fields.has("guarantee")
                ? new GuaranteeReader(problems, formulas).read(fields.get("guarantee"), currency)
                : null;
        if (!problems.errors().isEmpty() || version == null) {
            return null;
        }
        return new PlanVersion(
                plan,
                version,
                from,
                until,
                appliesTo,
                currency,
                rateDate,
                zone,
                period,
                ownKpis,
                kpiTitles,
                targets,
                calendar,
                ramp,
                components,
                totalCap,
                stopsAtExit,
                guarantee,
                sha256(text));
    }

    private boolean stopsAtExit(Fields plan) {
        return plan.has("after_exit")
                && Boolean.TRUE.equals(scalars.choice(plan.get("after_exit"), Map.of("pay", false, "stop", true)));
    }

    private LocalDate until(Fields fields, LocalDate from) {
        Item item = fields.get("valid_until");
        LocalDate until = item == null ? null : scalars.date(item);
        if (until != null && from != null && until.isBefore(from)) {
            problems.error(
                    item,
                    "plan ends before it begins",
                    item.shown(),
                    from + " or later",
                    "the last day counts as valid");
        }
        return until;
    }

    private String calendar(Fields plan) {
        String id = plan.has("calendar") ? scalars.id(plan.get("calendar")) : null;
        return id == null ? null : qualified(id, source(plan));
    }

    private String source(Fields plan) {
        return plan.has("source") ? scalars.text(plan.get("source")) : null;
    }

    private static String qualified(String id, String source) {
        return source == null || id.indexOf('/') >= 0 ? id : source + "/" + id;
    }

    private AppliesTo appliesTo(Fields plan) {
        String source = source(plan);
        Fields fields =
                plan.has("applies_to") ? Fields.of(plan.get("applies_to"), PlanKeys.APPLIES_TO, problems) : null;
        if (fields == null) {
            return new AppliesTo(Set.of(), Set.of(), Set.of());
        }
        return new AppliesTo(
                ids(fields.get("roles"), null), ids(fields.get("teams"), source), ids(fields.get("managers"), source));
    }

    private Set<String> ids(Item item, String source) {
        Set<String> ids = new LinkedHashSet<>();
        if (item != null) {
            for (String id : scalars.texts(item)) {
                ids.add(qualified(id, source));
            }
        }
        return ids;
    }

    private List<Component> components(Fields fields, PlanFrame frame) {
        List<Component> components = new ArrayList<>();
        Item item = fields.require("components", "components: [{id: volume, rate: 5%, of: revenue}]");
        if (item == null) {
            return components;
        }
        ComponentReader reader = new ComponentReader(problems, formulas, frame);
        List<Item> items = Fields.list(item, problems);
        for (Item each : items) {
            Component component = reader.read(each);
            if (component != null) {
                components.add(component);
            }
        }
        if (items.isEmpty() && item.isList()) {
            problems.error(item, "empty list", "no components", "at least one component", "");
        }
        return components;
    }

    private Formula totalCap(Fields plan, List<Component> components, WindowKind period) {
        Fields caps = plan.has("caps") ? Fields.of(plan.get("caps"), PlanKeys.CAPS, problems) : null;
        Item item = caps == null ? null : caps.require("total", "total: 200000");
        Formula total = item == null ? null : formulas.number(item);
        if (total != null
                && FormulaReader.isConstant(total)
                && FormulaReader.valueOf(total).signum() <= 0) {
            problems.warning(
                    item, "the total cap is " + item.text() + ": the plan never pays", "write a number above 0");
        }
        if (total == null || period == null) {
            return total;
        }
        for (Component component : components) {
            if (component.window() != period) {
                problems.warning(
                        item,
                        "the total cap covers components of window " + period.label() + "; `" + component.id()
                                + "` has window " + component.window().label(),
                        "give `" + component.id() + "` a `cap` of its own");
            }
        }
        return total;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
