package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanKpis;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A KPI that a plan defines, in a report.
 *
 * @param text as it was asked for: the name, or plan/name
 * @param version the newest that defines it
 */
record PlanKpi(String text, String name, PlanVersion version) implements ReportedKpi {

    /** The KPI of that name, or {@code plan/name}; empty when no plan defines it. */
    static Optional<ReportedKpi> find(String text, PlanBook plans) {
        int slash = text.lastIndexOf('/');
        String plan = slash < 0 ? null : text.substring(0, slash);
        String name = text.substring(slash + 1);
        Map<String, PlanVersion> found = new TreeMap<>();
        for (PlanVersion version : plans.all()) {
            if (version.kpis().containsKey(name) && (plan == null || plan.equals(version.plan()))) {
                found.put(version.plan(), version);
            }
        }
        if (found.size() > 1) {
            List<String> names =
                    found.keySet().stream().map(id -> id + "/" + name).toList();
            throw CommandException.badInput(
                    "--kpi: several plans define " + name + ", expected one of " + String.join(", ", names) + ".");
        }
        return found.values().stream().findFirst().map(version -> new PlanKpi(text, name, version));
    }

    @Override
    public String title(Output output) {
        PlanTitle title = version.kpiTitles().getOrDefault(name, new PlanTitle(name, name));
        return output.text(title.ru(), title.en());
    }

    @Override
    public Unit unit() {
        return version.kpis().get(name).unit();
    }

    @Override
    public String currency(BatchResult result) {
        return version.currency();
    }

    @Override
    public Value value(BatchResult result, Subject subject, Span span) {
        String plan = version.plan();
        return Optional.ofNullable(span.window())
                .flatMap(window -> result.planKpi(plan, name, subject, span))
                .map(PlanKpis.Figure::value)
                .orElseGet(() -> Value.undefined(name + " is undefined: " + plan + " does not measure it here"));
    }

    @Override
    public BigDecimal target(BatchResult result, Subject subject, Window window) {
        return result.planKpi(version.plan(), name, subject, Span.of(window))
                .map(PlanKpis.Figure::target)
                .orElse(null);
    }
}
