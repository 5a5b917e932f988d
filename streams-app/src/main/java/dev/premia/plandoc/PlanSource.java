package dev.premia.plandoc;

import dev.premia.codec.plan.PlanFile;
import dev.premia.codec.plan.PlanTree;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.PlanVersion;

/**
 * A plan that can be used, with the text that says it.
 *
 * @param text the whole file; its SHA-256 is that of the plan
 * @param result what it means
 * @param tree what it says, key by key
 */
public record PlanSource(String text, PlanFile.Result result, PlanTree.Fields tree) {

    /**
     * A plan that was read without errors.
     *
     * @throws IllegalArgumentException when it has errors
     */
    public static PlanSource of(String text, PlanFile.Result result) {
        if (!result.isValid()) {
            throw new IllegalArgumentException("the plan has errors: " + result.errors());
        }
        return new PlanSource(text, result, PlanFile.tree(text));
    }

    PlanVersion plan() {
        return result.plan();
    }

    /** The title of a KPI of the plan or of the catalogue; its name where it has none. */
    String kpiTitle(String name, PlanLanguage language) {
        PlanTitle own = result.kpiTitles().get(name);
        if (own != null) {
            return language.choose(own.ru(), own.en());
        }
        return KpiCatalogue.find(name)
                .map(kpi -> language.choose(kpi.titleRu(), kpi.titleEn()))
                .orElse(name);
    }
}
