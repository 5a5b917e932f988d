package dev.premia.codec.plan;

import dev.premia.domain.formula.FunctionSymbol;
import dev.premia.domain.formula.Names;
import dev.premia.domain.formula.Symbol;
import dev.premia.domain.plan.DealField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The names of a filter on deals. */
enum DealNames implements Names {
    INSTANCE;

    @Override
    public Optional<Symbol> variable(String name) {
        return DealField.find(name);
    }

    @Override
    public Optional<FunctionSymbol> function(String name) {
        return Optional.empty();
    }

    @Override
    public Collection<String> known() {
        List<String> known = new ArrayList<>(DealField.SYMBOLS.keySet());
        known.add(DealField.ATTRIBUTE_PREFIX + "NAME");
        return known;
    }
}
