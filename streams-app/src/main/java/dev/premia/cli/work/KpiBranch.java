package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.Table;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.plan.PlanKpiExplainer.Explained;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;
import java.util.List;

/** What a KPI is, over a window of a subject: its value, its definition, its target; one of a plan with the numbers put in. */
final class KpiBranch {
    private final BatchResult result;
    private final Subject subject;
    private final Window window;
    private final Output output;
    private final ExplanationText text;

    KpiBranch(BatchResult result, Subject subject, Window window, Output output) {
        this.result = result;
        this.subject = subject;
        this.window = window;
        this.output = output;
        this.text = new ExplanationText(output);
    }

    void addTo(Tree tree, ReportedKpi kpi) {
        Tree branch = tree.add(kpi.title(output) + " (" + label(kpi) + ") = "
                + shown(kpi, kpi.value(result, subject, Span.of(window))));
        if (kpi instanceof ChosenKpi chosen) {
            branch.add(
                    output.text("определение: ", "definition: ") + chosen.kpi().formula());
        } else if (kpi instanceof PlanKpi own) {
            explanations(own).forEach(each -> explain(branch, each, own));
        }
        BigDecimal target = kpi.target(result, subject, window);
        if (target != null) {
            branch.add(output.text("план: ", "target: ") + kpi.shown(target, kpi.currency(result), output.numbers()));
        }
    }

    private static String label(ReportedKpi kpi) {
        return kpi instanceof ChosenKpi chosen
                ? chosen.kpi().number() + ", " + chosen.text()
                : ((PlanKpi) kpi).version().plan() + "/" + ((PlanKpi) kpi).name();
    }

    private String shown(ReportedKpi kpi, Value value) {
        if (value instanceof Value.Undefined undefined) {
            return output.text("не определено: ", "undefined: ") + text.sentence(undefined.reason());
        }
        String currency = kpi.currency(result);
        return kpi.shown(value.orElse(null), currency, output.numbers())
                + (kpi.unit() == Unit.MONEY ? " " + currency : "");
    }

    private List<Explained> explanations(PlanKpi own) {
        return result.explainPlanKpi(own.version().plan(), own.name(), subject, window);
    }

    /** The KPI itself stands on the branch; one that it names has a branch of its own. */
    private void explain(Tree branch, Explained each, PlanKpi own) {
        Tree at = each.name().equals(own.name()) ? branch : branch.add(each.name() + " = " + number(each));
        at.add(output.text("определение: ", "definition: ")
                + text.formula(each.explanation().formula()));
        each.explanation()
                .inputs()
                .forEach(input -> at.add(text.formula(input.name()) + " = " + text.value(input.value())));
        each.explanation().steps().forEach(step -> at.add(text.sentence(step)));
        each.explanation().notes().forEach(note -> at.add(output.text("примечание: ", "note: ") + text.sentence(note)));
    }

    private String number(Explained each) {
        BigDecimal value = each.value().orElse(null);
        return text.value(value == null ? "undefined" : value.toPlainString());
    }

    /** The definitions of a KPI of a plan for machines; nothing of others. */
    void print(ReportedKpi kpi) {
        if (!(kpi instanceof PlanKpi own) || output.format() != OutputFormat.JSON) {
            return;
        }
        PlanVersion version = own.version();
        Table table = Table.of("explained_kpi", null)
                .column("subject", "")
                .column("window", "")
                .column("plan", "")
                .column("kpi", "")
                .column("value", "")
                .column("target", "")
                .column("formula", "")
                .column("inputs", "")
                .column("steps", "")
                .column("notes", "");
        for (Explained each : explanations(own)) {
            boolean itself = each.name().equals(own.name());
            table.row(
                    subject.isManager() ? subject.id() : subject.key(),
                    window.toString(),
                    version.plan(),
                    each.name(),
                    each.value().orElse(null),
                    itself ? own.target(result, subject, window) : null,
                    each.explanation().formula(),
                    String.join(
                            "; ",
                            each.explanation().inputs().stream()
                                    .map(input -> input.name() + " = " + input.value())
                                    .toList()),
                    String.join("; ", each.explanation().steps()),
                    String.join("; ", each.explanation().notes()));
        }
        table.print(output);
    }
}
