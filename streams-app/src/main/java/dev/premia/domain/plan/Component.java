package dev.premia.domain.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.time.WindowKind;

/**
 * One bonus rule of a plan.
 *
 * <p>A rule of a group looks at whole windows, under the version of the plan that is valid on their last day; any other is
 * worked out for each part of a window that one version rules.
 *
 * @param id unique within the plan; the ledger books under it
 * @param titleRu Russian title
 * @param titleEn English title
 * @param window the calendar window over which it is evaluated
 * @param scope whose figures its formulas name
 * @param when the condition, null for always; a condition on something undefined is false
 * @param rule how it pays
 * @param settlement when what it pays on a deal is released
 * @param cap the most that it pays in a window, in its unit, null for no cap
 * @param unit what it pays: the plan's currency, points or badges
 */
public record Component(
        String id,
        String titleRu,
        String titleEn,
        WindowKind window,
        Whose scope,
        Formula when,
        PayRule rule,
        Settlement settlement,
        Formula cap,
        String unit) {

    /** Whether the whole window counts, under the version valid on its last day. */
    public boolean isOfGroup() {
        return scope != Whose.MANAGER || isShared();
    }

    /** Whether what a manager gets depends on what others bring. */
    public boolean isShared() {
        return rule instanceof PayRule.Pool || rule instanceof PayRule.Contest;
    }
}
