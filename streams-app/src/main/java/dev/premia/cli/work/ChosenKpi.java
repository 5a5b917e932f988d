package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A KPI of a report.
 *
 * @param text as it was asked for, e.g. {@code service_level(20)}
 */
record ChosenKpi(String text, KpiDefinition kpi, List<BigDecimal> parameters) implements ReportedKpi {
    private static final Pattern CALL = Pattern.compile("([a-z0-9_]+)(?:\\(([0-9., ]*)\\))?");
    private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");
    private static final List<String> USUAL = List.of(
            "revenue",
            "won_deals",
            "average_deal",
            "win_rate",
            "new_customers",
            "repeat_revenue",
            "lead_conversion",
            "calls");

    /** What is shown where nobody asks for more. */
    static List<ChosenKpi> usual() {
        return USUAL.stream().map(ChosenKpi::parse).toList();
    }

    /** Every KPI that needs no number of its own. */
    static List<ChosenKpi> all() {
        return KpiCatalogue.all().stream()
                .filter(KpiDefinition::standsAlone)
                .map(kpi -> new ChosenKpi(kpi.name(), kpi, List.of()))
                .toList();
    }

    /** A list such as {@code revenue,service_level(20),focus_revenue}, of the catalogue and of what plans define. */
    static List<ReportedKpi> parseList(String list, PlanBook plans) {
        return Arrays.stream(BETWEEN.split(list))
                .map(String::strip)
                .map(text -> PlanKpi.find(text, plans).orElseGet(() -> parse(text)))
                .toList();
    }

    static ChosenKpi parse(String text) {
        KpiDefinition known = KpiCatalogue.find(text).orElse(null);
        if (known != null && known.standsAlone()) {
            return new ChosenKpi(text, known, List.of());
        }
        Matcher matcher = CALL.matcher(text);
        KpiDefinition kpi =
                matcher.matches() ? KpiCatalogue.find(matcher.group(1)).orElse(null) : null;
        if (kpi == null) {
            String names = String.join(
                    ", ", KpiCatalogue.all().stream().map(KpiDefinition::name).toList());
            throw CommandException.badInput("--kpi: found '" + text + "', expected one of " + names + ".");
        }
        List<BigDecimal> parameters = parameters(text, matcher.group(2));
        if (kpi.texts() != null) {
            throw CommandException.badInput(
                    "--kpi: found '" + text + "', expected " + kpi.call() + " with texts in single quotes.");
        }
        if (!kpi.takes(parameters.size())) {
            throw CommandException.badInput("--kpi: " + text + " has " + parameters.size() + " numbers, expected "
                    + kpi.parameters() + (kpi.parameters() > 0 ? ", e.g. " + kpi.name() + "(20)." : "."));
        }
        return new ChosenKpi(text, kpi, parameters);
    }

    private static List<BigDecimal> parameters(String text, String list) {
        List<BigDecimal> numbers = new ArrayList<>();
        if (list == null || list.isBlank()) {
            return numbers;
        }
        for (String each : list.split(",", -1)) {
            try {
                numbers.add(new BigDecimal(each.strip()));
            } catch (NumberFormatException e) {
                throw CommandException.badInput("--kpi: " + text + ": found '" + each + "', expected a number.", e);
            }
        }
        return numbers;
    }

    @Override
    public String title(Output output) {
        String name = output.text(kpi.titleRu(), kpi.titleEn());
        return parameters.isEmpty() ? name : name + " " + parameters;
    }

    @Override
    public Unit unit() {
        return kpi.unit();
    }

    @Override
    public String currency(BatchResult result) {
        return result.settings().currency();
    }

    @Override
    public Value value(BatchResult result, Subject subject, Span span) {
        return result.kpi(kpi, parameters, subject, span, result.settings());
    }

    @Override
    public BigDecimal target(BatchResult result, Subject subject, Window window) {
        return parameters.isEmpty() ? result.targetInForce(subject, kpi.name(), window) : null;
    }
}
