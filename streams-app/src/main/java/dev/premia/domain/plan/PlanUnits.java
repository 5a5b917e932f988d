package dev.premia.domain.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a plan is booked in never changes from version to version: the ledger keeps one sum for each component and window,
 * whatever versions rule in it, and a sum of roubles and dollars, or of money and points, means nothing. The first version
 * of a plan that is published says its currency, and the first one that names a component what that pays.
 */
public final class PlanUnits {
    /** The reason code of a version that says something else. */
    public static final String CODE = "unit_changed";

    private PlanUnits() {}

    /**
     * A version that cannot be booked.
     *
     * @param component whose unit changed; null where the currency of the plan did
     * @param found in the version
     * @param expected by the versions published before
     */
    public record Change(String label, String component, String found, String expected) {
        /** Says to people what was found, what was expected and what to do. */
        @Override
        public String toString() {
            return component == null
                    ? "currency: found " + found + " in " + label + ", expected " + expected
                            + " as in the versions published before: a version never changes the currency;"
                            + " publish it as a new plan, under another id"
                    : "components: found " + component + " paid in " + found + " in " + label + ", expected "
                            + expected + " as in the versions published before: a component never changes its unit;"
                            + " give it another id";
        }
    }

    /**
     * What a version changes that never changes, or null.
     *
     * @param version as a plan on trial if it is on trial, which is booked by itself
     * @param taken what was kept under a key by {@link #keys}, or null
     */
    public static Change change(PlanVersion version, UnaryOperator<String> taken) {
        String currency = taken.apply(plan(version));
        if (currency != null && !currency.equals(version.currency())) {
            return new Change(version.label(), null, version.currency(), currency);
        }
        for (Component component : version.components()) {
            String unit = taken.apply(component(version, component));
            if (unit != null && !unit.equals(component.unit())) {
                return new Change(version.label(), component.id(), component.unit(), unit);
            }
        }
        return null;
    }

    /** What a version that counts says for those after it. */
    public static Map<String, String> keys(PlanVersion version) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(plan(version), version.currency());
        version.components().forEach(each -> keys.put(component(version, each), each.unit()));
        return keys;
    }

    private static String plan(PlanVersion version) {
        return "currency|" + version.plan();
    }

    private static String component(PlanVersion version, Component component) {
        return "unit|" + version.plan() + "|" + component.id();
    }
}
