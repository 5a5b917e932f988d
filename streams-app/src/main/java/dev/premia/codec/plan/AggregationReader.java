package dev.premia.codec.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.FormulaException;
import dev.premia.domain.formula.FunctionSymbol;
import dev.premia.domain.formula.Names;
import dev.premia.domain.formula.NearestName;
import dev.premia.domain.formula.Symbol;
import dev.premia.domain.formula.Type;
import dev.premia.domain.plan.DealCondition;
import dev.premia.domain.plan.Term;
import dev.premia.domain.plan.own.FactField;
import dev.premia.domain.plan.own.FactKind;
import dev.premia.domain.plan.own.FactNames;
import dev.premia.domain.plan.own.FactSource;
import dev.premia.domain.plan.own.OwnKpi;
import dev.premia.domain.plan.own.OwnKpi.Aggregation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the KPIs that a plan measures itself: {@code sum: line.amount, from: won_deals, where: "tag = 'focus'"}, and ratios of such. */
final class AggregationReader {
    private static final String RATIO = "ratio";
    private static final List<String> PARTS = List.of("numerator", "denominator");
    private static final List<String> KEYS = keys();

    private final Problems problems;
    private final OwnKpis own;
    private final FormulaReader formulas;

    AggregationReader(Problems problems, OwnKpis own, FormulaReader formulas) {
        this.problems = problems;
        this.own = own;
        this.formulas = formulas;
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        Arrays.stream(Aggregation.values()).forEach(each -> keys.add(each.label()));
        keys.add(RATIO);
        return List.copyOf(keys);
    }

    /** Whether a definition measures facts. */
    static boolean isAggregation(Fields definition) {
        return KEYS.stream().anyMatch(definition::has);
    }

    /**
     * The KPI; null, and reported, when something is wrong with it.
     *
     * @param further narrows it; null for none
     */
    Term read(String name, Fields definition, DealCondition further) {
        List<String> present = new ArrayList<>(KEYS);
        present.addAll(List.of("formula", "of", "index"));
        present.removeIf(key -> !definition.has(key));
        if (present.size() > 1) {
            problems.error(
                    definition.key(present.get(1)),
                    "keys that exclude each other",
                    "`" + present.get(0) + "` and `" + present.get(1) + "`",
                    "one of them",
                    "give each of them a KPI of its own");
            return null;
        }
        return present.get(0).equals(RATIO)
                ? ratio(name, definition, further)
                : measured(name, definition, Aggregation.find(present.get(0)).orElseThrow(), further);
    }

    /**
     * The KPI under a further filter on deals.
     *
     * @param refused receives what in it no filter on deals can narrow
     */
    Term narrowed(String name, Fields definition, DealCondition filter, List<String> refused) {
        Term whole = own.term(name);
        if (whole instanceof Term.Measured measured && !isOfDeals(measured)) {
            refused.add(measured.reader().kpi().kind().label());
            return whole;
        } else if (whole instanceof Term.Derived ratio) {
            ratio.formula().references().forEach(part -> refuse((Term) part, refused));
            return refused.isEmpty() ? read(name, definition, filter) : whole;
        }
        return read(name, definition, filter);
    }

    private static void refuse(Term part, List<String> refused) {
        boolean catalogue = part instanceof Term.Kpi kpi && kpi.definition().filterable();
        boolean measured = part instanceof Term.Measured own && isOfDeals(own);
        if (!catalogue && !measured) {
            refused.add(part.text());
        }
    }

    private static boolean isOfDeals(Term.Measured measured) {
        return measured.reader().kpi().kind().source() == FactSource.DEALS;
    }

    private Term measured(String name, Fields definition, Aggregation aggregation, DealCondition further) {
        Item from = definition.require("from", "from: won_deals");
        FactKind kind = from == null ? null : kind(from);
        if (kind == null) {
            return null;
        }
        Item item = definition.get(aggregation.label());
        FactField field = aggregation == Aggregation.COUNT ? null : field(item, aggregation, kind);
        boolean usable = aggregation == Aggregation.COUNT ? isTrue(item) : field != null;
        Formula where = definition.has("where") ? condition(definition.get("where"), kind, further) : null;
        if (!usable || (definition.has("where") && where == null)) {
            return null;
        }
        if (where == null && further != null) {
            where = Formula.compile(further.formula().text(), Type.BOOLEAN, FactNames.of(kind));
        }
        return new Term.Measured(name, new OwnKpi(aggregation, kind, field, where).reader());
    }

    private FactKind kind(Item item) {
        String text = item.isScalar() ? item.text() : "";
        Optional<FactKind> kind = FactKind.find(text);
        if (kind.isEmpty()) {
            String hint = NearestName.hint(text, FactKind.labels());
            problems.error(
                    item,
                    "unknown facts",
                    item.shown(),
                    "what is counted over, such as won_deals",
                    hint.isEmpty() ? "known: " + String.join(", ", FactKind.labels()) : hint);
        }
        return kind.orElse(null);
    }

    private boolean isTrue(Item item) {
        boolean isTrue = item.isScalar() && item.text().equals("true");
        if (!isTrue) {
            problems.error(
                    item,
                    "wrong value",
                    item.shown(),
                    "`true`",
                    "write count: true; to count the different values of a field write distinct: FIELD");
        }
        return isTrue;
    }

    private FactField field(Item item, Aggregation aggregation, FactKind kind) {
        String name = item.isScalar() ? item.text() : "";
        Optional<FactField> field = FactNames.of(kind).field(name);
        if (field.isEmpty()) {
            Collection<String> known = FactNames.of(kind).known();
            String hint = NearestName.hint(name, known);
            problems.error(
                    item,
                    "unknown field",
                    item.shown(),
                    "a field of " + kind.label(),
                    hint.isEmpty() ? "known fields: " + String.join(", ", known) : hint);
            return null;
        }
        Type type = field.get().type();
        boolean fits = aggregation.ofNumbers() ? type == Type.NUMBER : type == Type.STRING || type == Type.STRING_LIST;
        if (!fits) {
            problems.error(
                    item,
                    "wrong type of field",
                    type.description() + " `" + name + "`",
                    aggregation.ofNumbers() ? "a number" : "a text",
                    aggregation.ofNumbers()
                            ? "count different texts with distinct: " + name
                            : "sum up numbers with sum: " + name);
            return null;
        }
        return field.get();
    }

    private Formula condition(Item item, FactKind kind, DealCondition further) {
        if (!item.isScalar() || item.text().isBlank()) {
            problems.error(item, "wrong type", item.shown(), "a condition", "write it like \"amount >= 500000\"");
            return null;
        }
        try {
            Formula formula = Formula.compile(item.text(), Type.BOOLEAN, FactNames.of(kind));
            if (formula.isNeverMet()) {
                problems.warning(item, "nothing ever counts: the condition is never met", FormulaReader.CONDITION_HINT);
            }
            String both = "(" + item.text() + ") and ("
                    + (further == null ? "true" : further.formula().text()) + ")";
            return further == null ? formula : Formula.compile(both, Type.BOOLEAN, FactNames.of(kind));
        } catch (FormulaException e) {
            problems.error(item, e);
            return null;
        }
    }

    private Term ratio(String name, Fields definition, DealCondition further) {
        Item item = definition.get(RATIO);
        List<Item> items = Fields.list(item, problems);
        if (item.isList() && items.size() != PARTS.size()) {
            problems.error(
                    item,
                    "wrong ratio",
                    items.size() + " entries",
                    "what is divided, and by what",
                    "write it like ratio: [revenue, calls]");
        }
        for (String key : List.of("from", "where")) {
            if (definition.has(key)) {
                problems.error(
                        definition.key(key),
                        "keys that do not go together",
                        "`ratio` and `" + key + "`",
                        "`" + key + "` in the parts of the ratio",
                        "write it like ratio: [{ count: true, from: won_deals, where: \"amount > 1000\" }, won_deals]");
                return null;
            }
        }
        return items.size() == PARTS.size() ? quotient(name, items, further) : null;
    }

    private Term quotient(String name, List<Item> items, DealCondition further) {
        Map<String, Term> parts = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String text = part(name + "." + PARTS.get(i), items.get(i), further, parts);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        try {
            String text = texts.get(0) + " / " + texts.get(1);
            Formula formula = Formula.compile(text, Type.NUMBER, new PartNames(new PlanNames(own, further), parts));
            return new Term.Derived(name, formula, formula.unit());
        } catch (FormulaException e) {
            problems.error(items.get(1), "division by zero", items.get(1).shown(), "a divisor other than 0", "");
            return null;
        }
    }

    /** The text under which a part of a ratio stands in the formula; null, and reported, when the part cannot be used. */
    private String part(String name, Item item, DealCondition further, Map<String, Term> parts) {
        if (item.isScalar()) {
            return formulas.number(item, further) == null ? null : "(" + item.text() + ")";
        }
        Fields fields = Fields.of(item, PlanKeys.RATIO_PART, problems);
        if (fields == null) {
            return null;
        }
        if (!isAggregation(fields)) {
            problems.error(
                    item,
                    "incomplete KPI",
                    "nothing that is measured",
                    "one of " + String.join(", ", KEYS.subList(0, KEYS.size() - 1)),
                    "write it like { count: true, from: won_deals }");
            return null;
        }
        Term term = read(name, fields, further);
        parts.put(name, term);
        return term == null ? null : name;
    }

    /** The names of a plan, and those of the parts of a ratio. */
    private record PartNames(PlanNames plan, Map<String, Term> parts) implements Names {
        @Override
        public Optional<Symbol> variable(String name) {
            return parts.containsKey(name) ? Optional.of(PlanNames.symbol(parts.get(name))) : plan.variable(name);
        }

        @Override
        public Optional<FunctionSymbol> function(String name) {
            return plan.function(name);
        }

        @Override
        public Collection<String> known() {
            return plan.known();
        }
    }
}
