package dev.premia.domain.plan;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Formula;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells which rules pay on won deals: those whose base adds up over them, so that each deal has a part of the pay. */
public final class DealBasis {
    /** Measures of deals that are not, or not only, those of won deals on the day of the win. */
    private static final Set<Long> NOT_OF_THE_WIN =
            Set.of(Measures.LOST_DEALS, Measures.DEALS_CREATED, Measures.DEALS_CLOSED, Measures.PAID);

    /** Measures of deals that depend on the customer's other deals or tags. */
    private static final Set<Long> OF_THE_CUSTOMER = Set.of(
            Measures.NEW_CUSTOMERS,
            Measures.FIRST_REVENUE,
            Measures.REPEAT_DEALS,
            Measures.REPEAT_REVENUE,
            Measures.EXISTING_REVENUE,
            Measures.EXISTING_PROFIT,
            Measures.VIP_REVENUE,
            Measures.VIP_PROFIT);

    private DealBasis() {}

    /** Whether what a rule pays on depends on the customers' other deals, or on their tags. */
    public static boolean readsCustomers(PayRule rule) {
        if (rule instanceof PayRule.Deals deals) {
            return deals.where() != null && deals.where().readsCustomerTags();
        }
        return baseOf(rule) != null && sums(baseOf(rule)).stream().anyMatch(DealBasis::readsCustomers);
    }

    private static boolean readsCustomers(Term.Kpi kpi) {
        return kpi.definition().measures().stream().anyMatch(OF_THE_CUSTOMER::contains)
                || (kpi.filter() != null && kpi.filter().readsCustomerTags());
    }

    /** Whether every deal has a part of what a component pays. */
    static boolean paysOnDeals(Component component) {
        return !component.isOfGroup() && paysOnDeals(component.rule());
    }

    /** Whether every deal has a part of what a rule over a manager's own figures pays. */
    public static boolean paysOnDeals(PayRule rule) {
        return rule instanceof PayRule.Deals
                || (baseOf(rule) != null && !sums(baseOf(rule)).isEmpty());
    }

    /** The formula of what a rule pays on, or null when it has none. */
    static Formula baseOf(PayRule rule) {
        if (rule instanceof PayRule.Rate rate) {
            return rate.of();
        } else if (rule instanceof PayRule.Fixed fixed) {
            return fixed.per();
        } else if (rule instanceof PayRule.Tiers tiers) {
            return tiers.of();
        }
        return null;
    }

    /** The KPIs in a base that add up over won deals. What stands in a target, a growth or a group's value does not count. */
    static Set<Term.Kpi> sums(Formula base) {
        Set<Term.Kpi> sums = new LinkedHashSet<>();
        collect(base, sums);
        return sums;
    }

    private static void collect(Formula formula, Set<Term.Kpi> sums) {
        for (Object handle : formula.references()) {
            if (handle instanceof Term.Kpi kpi && addsUp(kpi)) {
                sums.add(kpi);
            } else if (handle instanceof Term.Derived derived) {
                collect(derived.formula(), sums);
            }
        }
    }

    /** Whether a KPI is a sum over won deals. */
    static boolean addsUp(Term.Kpi kpi) {
        return kpi.definition().additive()
                && kpi.definition().filterable()
                && kpi.definition().measures().stream().noneMatch(NOT_OF_THE_WIN::contains);
    }

    /** Whether a base is nothing but one such KPI, also under a name that the plan gave it. */
    static boolean isPlainSum(Formula base) {
        if (base.references().size() != 1) {
            return false;
        }
        Term only = (Term) base.references().iterator().next();
        if (!base.canonical().equals(only.text())) {
            return false;
        }
        return only instanceof Term.Kpi kpi
                ? addsUp(kpi)
                : only instanceof Term.Derived derived && isPlainSum(derived.formula());
    }
}
