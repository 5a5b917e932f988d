package dev.premia.domain.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A small vocabulary: a handle is the canonical spelling of its name or call. */
final class SampleNames implements Names {
    private static final Map<String, Symbol> VARIABLES = variables();
    private static final Set<String> FUNCTIONS = Set.of("target", "growth", "team", "service_level", "product");

    private static Map<String, Symbol> variables() {
        Map<String, Symbol> variables = new TreeMap<>();
        List.of("revenue", "average_deal", "line.amount", "a", "b", "c")
                .forEach(name -> variables.put(name, Symbol.number(name, Unit.MONEY)));
        variables.put("won_deals", Symbol.number("won_deals", Unit.COUNT));
        variables.put("vip", Symbol.of(Type.BOOLEAN, "vip"));
        variables.put("new", Symbol.of(Type.BOOLEAN, "new"));
        variables.put("segment", Symbol.of(Type.STRING, "segment"));
        variables.put("tags", Symbol.of(Type.STRING_LIST, "tags"));
        return variables;
    }

    @Override
    public Optional<Symbol> variable(String name) {
        return Optional.ofNullable(VARIABLES.get(name));
    }

    @Override
    public Optional<FunctionSymbol> function(String name) {
        return FUNCTIONS.contains(name) ? Optional.of(arguments -> resolve(name, arguments)) : Optional.empty();
    }

    private static Resolution resolve(String function, List<Argument> arguments) {
        if (arguments.size() != 1) {
            return Resolution.rejected(
                    "wrong number of arguments for `" + function + "`", Integer.toString(arguments.size()), "1", "");
        }
        if (arguments.get(0) instanceof Argument.Name name && !VARIABLES.containsKey(name.name())) {
            return Resolution.unknownName(name, "a KPI", VARIABLES.keySet());
        }
        return Resolution.of(Symbol.number(Argument.call(function, arguments), Unit.MONEY));
    }

    @Override
    public Collection<String> known() {
        Collection<String> known = new ArrayList<>(VARIABLES.keySet());
        known.addAll(FUNCTIONS);
        return known;
    }
}
