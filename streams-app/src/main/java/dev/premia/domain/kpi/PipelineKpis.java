package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import java.util.Collections;
import java.util.List;

/** KPIs of the way that deals take: stages that they reach, and why they are lost. */
final class PipelineKpis {
    private PipelineKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                pattern(
                        "stage_conversion",
                        "K8",
                        "Конверсия этапов",
                        "Stage conversion",
                        "deals created in the window that reached one stage / those that reached another",
                        List.of(Measures.STAGE_REACHED),
                        List.of("pipeline", "from", "to"),
                        PipelineKpis::stageConversion),
                pattern(
                        "refusals",
                        "K42",
                        "Доля отказов по причине",
                        "Refusals by reason",
                        "deals lost for one reason / closed deals",
                        List.of(Measures.LOST_BY_REASON, Measures.LOST_DEALS, Measures.WON_DEALS),
                        List.of("reason"),
                        PipelineKpis::refusals));
    }

    /** A KPI by the texts that it is given. */
    private interface ByTexts {
        Value value(KpiInput in, List<String> texts);
    }

    private static KpiDefinition pattern(
            String name,
            String number,
            String titleRu,
            String titleEn,
            String formula,
            List<Long> measures,
            List<String> texts,
            ByTexts value) {
        return new KpiDefinition(
                        name,
                        number,
                        Unit.RATIO,
                        false,
                        true,
                        titleRu,
                        titleEn,
                        formula,
                        measures,
                        true,
                        0,
                        in -> value.value(in, Collections.nCopies(texts.size(), "")))
                .taking(new KpiDefinition.Texts(texts, given -> in -> value.value(in, given)));
    }

    private static Value stageConversion(KpiInput in, List<String> texts) {
        long from = Measures.stage(texts.get(0), texts.get(1));
        long to = Measures.stage(texts.get(0), texts.get(2));
        return ratio(
                in.shares(Measures.STAGE_REACHED, to),
                in.shares(Measures.STAGE_REACHED, from),
                "stage_conversion is undefined: no deals reached the stage");
    }

    private static Value refusals(KpiInput in, List<String> texts) {
        return ratio(
                in.shares(Measures.LOST_BY_REASON, Measures.textDimension(texts.get(0))),
                KpiInput.fromNanos(Math.addExact(in.sum(Measures.WON_DEALS), in.sum(Measures.LOST_DEALS))),
                "refusals is undefined: no closed deals");
    }
}
