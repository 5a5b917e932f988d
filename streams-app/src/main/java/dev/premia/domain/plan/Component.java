package dev.premia.domain.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.time.WindowKind;

/**
 * One bonus rule of a plan.
 *
 * @param id unique within the plan; the ledger books under it
 * @param titleRu Russian title
 * @param titleEn English title
 * @param window the calendar window over which it is evaluated
 * @param when the condition, null for always; a condition on something undefined is false
 * @param rule how it pays
 * @param cap the most that it pays in a window, in its unit, null for no cap
 * @param unit what it pays: the plan's currency, points or badges
 */
public record Component(
        String id,
        String titleRu,
        String titleEn,
        WindowKind window,
        Formula when,
        PayRule rule,
        Formula cap,
        String unit) {}
