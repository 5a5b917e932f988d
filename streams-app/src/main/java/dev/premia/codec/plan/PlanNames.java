package dev.premia.codec.plan;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.FunctionSymbol;
import dev.premia.domain.formula.Names;
import dev.premia.domain.formula.Symbol;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.plan.DealCondition;
import dev.premia.domain.plan.DealField;
import dev.premia.domain.plan.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of one formula over KPIs: the catalogue, the plan's own KPIs, and functions of them. What a name means may be wrong in
 * ways that only the plan file knows; such complaints are collected, since a lookup can only find or not find.
 */
final class PlanNames implements Names {
    /** Measures of deals that are not won; nobody tells them which tags their customers had. */
    private static final Set<Long> OF_UNWON_DEALS =
            Set.of(Measures.LOST_DEALS, Measures.LOST_BY_REASON, Measures.STAGE_REACHED);

    /** A name that exists but cannot be used like this. */
    record Complaint(String name, String problem, String found, String expected, String hint) {}

    private final OwnKpis own;
    private final DealCondition filter;
    private final Map<String, Complaint> complaints = new TreeMap<>();

    /** @param filter narrows every KPI that the formula names; null for none */
    PlanNames(OwnKpis own, DealCondition filter) {
        this.own = own;
        this.filter = filter;
    }

    Collection<Complaint> complaints() {
        return complaints.values();
    }

    @Override
    public Optional<Symbol> variable(String name) {
        return kpi(name).map(PlanNames::symbol);
    }

    @Override
    public Optional<FunctionSymbol> function(String name) {
        boolean known = TermFunction.find(name).isPresent() || name.equals(TermCalls.COEFFICIENT);
        if (known || takesParameters(name)) {
            return Optional.of(arguments -> new TermCalls(this).resolve(name, arguments));
        }
        return Optional.empty();
    }

    @Override
    public Collection<String> known() {
        Set<String> known = new LinkedHashSet<>(own.names());
        KpiCatalogue.all().forEach(definition -> known.add(definition.name()));
        known.addAll(TermFunction.names());
        known.add(TermCalls.COEFFICIENT);
        return known;
    }

    /** A KPI without parameters. */
    Optional<Term> kpi(String name) {
        if (own.names().contains(name)) {
            return Optional.of(ownKpi(name));
        }
        Optional<KpiDefinition> found = KpiCatalogue.find(name);
        if (found.isPresent() && !found.get().standsAlone()) {
            complain(
                    name,
                    "missing parameter",
                    "`" + name + "` alone",
                    found.get().texts() == null ? "a number in brackets" : "a text in brackets",
                    "write "
                            + (found.get().texts() == null
                                    ? name + "(20)"
                                    : found.get().call() + " with texts in quotes"));
            return Optional.of(OwnKpis.unusable(name));
        }
        return found.map(definition -> catalogueKpi(definition, List.of()));
    }

    Term catalogueKpi(KpiDefinition definition, List<BigDecimal> parameters) {
        if (filter != null && !definition.filterable()) {
            complain(
                    definition.name(),
                    "not a KPI of deals",
                    "`" + definition.name() + "` under `where`",
                    "a KPI that a filter on deals can narrow, such as revenue",
                    "remove `where`, or pay on another KPI");
        } else if (filter != null && filter.readsCustomerTags() && countsUnwonDeals(definition)) {
            complain(
                    definition.name(),
                    "tags of won deals alone",
                    "`" + definition.name() + "` under a `where` that names " + DealField.CUSTOMER_TAGS,
                    "a KPI of won deals, such as revenue or won_deals: a customer's tags are those of the day of the win",
                    "remove " + DealField.CUSTOMER_TAGS + " from `where`, or pay on another KPI");
        }
        return new Term.Kpi(definition, parameters, definition.filterable() ? filter : null);
    }

    private static boolean countsUnwonDeals(KpiDefinition definition) {
        return definition.measures().stream().anyMatch(OF_UNWON_DEALS::contains);
    }

    private Term ownKpi(String name) {
        if (filter == null) {
            return own.term(name);
        }
        List<String> refused = new ArrayList<>();
        Term narrowed = own.narrowed(name, filter, refused);
        if (!refused.isEmpty()) {
            complain(
                    name,
                    "not a KPI of deals",
                    "`" + name + "`, which reads " + String.join(", ", refused) + ", under `where`",
                    "a KPI that a filter on deals can narrow",
                    "remove `where`, or pay on another KPI");
        }
        return narrowed;
    }

    private void complain(String name, String problem, String found, String expected, String hint) {
        complaints.putIfAbsent(name, new Complaint(name, problem, found, expected, hint));
    }

    static boolean takesParameters(String name) {
        return KpiCatalogue.find(name)
                .filter(definition -> definition.parameters() > 0 || definition.texts() != null)
                .isPresent();
    }

    static Symbol symbol(Term term) {
        return Symbol.number(term, term.unit());
    }
}
