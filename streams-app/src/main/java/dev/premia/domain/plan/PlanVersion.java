package dev.premia.domain.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.money.RateDate;
import dev.premia.domain.statement.Guarantee;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * One immutable version of a plan.
 *
 * @param plan the plan's id
 * @param version rises with every version; of two that are valid on a day, the higher one rules
 * @param validFrom first day
 * @param validUntil last day, inclusive, or null
 * @param currency ISO code in which the plan measures and pays
 * @param rateDate at which day's exchange rate deals in other currencies are converted
 * @param zone whose calendar days and windows count
 * @param period the window of components that do not name one
 * @param kpis the plan's own KPIs by name
 * @param kpiTitles what people call them, by name
 * @param targets default targets by KPI, per window of {@code period}, where nobody set one for the subject
 * @param calendar id of the production calendar by whose working days targets are prorated; null for calendar days
 * @param ramp the shares of a manager's target in the first months of employment, by month; empty for no ramp
 * @param components in the order of the file
 * @param totalCap the most that the plan pays a manager in a window of {@code period}, null for no cap
 * @param stopsAtExit whether nothing more is released once the manager has left; what was won before is paid otherwise
 * @param guarantee the least that a month pays whom the plan pays on its last day, null for none
 * @param sha256 hash of the plan's document, lower-case hexadecimal
 */
public record PlanVersion(
        String plan,
        int version,
        LocalDate validFrom,
        LocalDate validUntil,
        AppliesTo appliesTo,
        String currency,
        RateDate rateDate,
        ZoneId zone,
        WindowKind period,
        Map<String, Term> kpis,
        Map<String, PlanTitle> kpiTitles,
        Map<String, BigDecimal> targets,
        String calendar,
        List<BigDecimal> ramp,
        List<Component> components,
        Formula totalCap,
        boolean stopsAtExit,
        Guarantee guarantee,
        String sha256) {

    public PlanVersion {
        kpis = Map.copyOf(kpis);
        kpiTitles = Map.copyOf(kpiTitles);
        targets = Map.copyOf(targets);
        ramp = List.copyOf(ramp);
        components = List.copyOf(components);
    }

    /** The id under which the total cap is booked: a component of its own that is never positive. */
    public static final String TOTAL_CAP = "cap:total";

    /** Begins the id of a plan on trial; no plan file can name a plan so. */
    private static final String SHADOW = "shadow:";

    /** The same as a plan on trial: under an id of its own, so that its entries, contests and pools are its own. */
    public PlanVersion asShadow() {
        return new PlanVersion(
                SHADOW + plan,
                version,
                validFrom,
                validUntil,
                appliesTo,
                currency,
                rateDate,
                zone,
                period,
                kpis,
                kpiTitles,
                targets,
                calendar,
                ramp,
                components,
                totalCap,
                stopsAtExit,
                guarantee,
                sha256);
    }

    /** Whether this is a version on trial, made by {@link #asShadow()}. */
    public boolean isOnTrial() {
        return isShadow(plan);
    }

    /** Whether an id is that of a plan on trial. */
    public static boolean isShadow(String plan) {
        return plan.startsWith(SHADOW);
    }

    /** The id as people know it. */
    public static String shownId(String plan) {
        return isShadow(plan) ? plan.substring(SHADOW.length()) : plan;
    }

    /** Whether what some component pays in a window depends on single deals, also of other windows. */
    public boolean looksAtDeals() {
        return components.stream().anyMatch(component -> component.settlement().looksAtDeals());
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** The component of that id, or null. */
    public Component component(String id) {
        for (Component each : components) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        return null;
    }

    /** How the plan reads money. */
    public MoneyView money() {
        return new MoneyView(zone, currency, rateDate);
    }

    /** For people: {@code b2b-hunters v3}. */
    public String label() {
        return shownId(plan) + " v" + version;
    }
}
