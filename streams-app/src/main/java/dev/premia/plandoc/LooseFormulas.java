package dev.premia.plandoc;

import dev.premia.domain.formula.Argument;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.FormulaException;
import dev.premia.domain.formula.FunctionSymbol;
import dev.premia.domain.formula.Names;
import dev.premia.domain.formula.Notation;
import dev.premia.domain.formula.Resolution;
import dev.premia.domain.formula.Symbol;
import dev.premia.domain.formula.Type;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.plan.DealField;
import dev.premia.domain.plan.own.FactKind;
import dev.premia.domain.plan.own.FactNames;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Formulas of a plan that was checked already, read without knowing what their names mean: good for spelling, not for paying. */
final class LooseFormulas {

    /** Any name is a number; any call that the language does not know is one too. */
    private static final class AnyNumber implements Names {
        @Override
        public Optional<Symbol> variable(String name) {
            return Optional.of(Symbol.number(name, Unit.NONE));
        }

        @Override
        public Optional<FunctionSymbol> function(String name) {
            return Optional.of(arguments -> Resolution.of(Symbol.number(call(name, arguments), Unit.NONE)));
        }

        private static String call(String name, List<Argument> arguments) {
            return arguments.stream().map(Argument::text).collect(Collectors.joining(", ", name + "(", ")"));
        }

        @Override
        public Collection<String> known() {
            return List.of();
        }
    }

    /** The fields of a deal, and of whatever else a plan measures. */
    private static final class OfDeals implements Names {
        @Override
        public Optional<Symbol> variable(String name) {
            return DealField.find(name).or(() -> Arrays.stream(FactKind.values())
                    .flatMap(kind -> FactNames.of(kind).variable(name).stream())
                    .findFirst());
        }

        @Override
        public Optional<FunctionSymbol> function(String name) {
            return Optional.empty();
        }

        @Override
        public Collection<String> known() {
            return List.of();
        }
    }

    /** One spelling for equal formulas: a share and its decimal are the same number. */
    private static final Notation PLAIN = new Notation() {
        @Override
        public String reference(String name, Symbol symbol) {
            return name;
        }

        @Override
        public String number(String literal) {
            return PlanNumbers.isLiteral(literal)
                    ? PlanNumbers.valueOf(literal).stripTrailingZeros().toPlainString()
                    : literal;
        }
    };

    private LooseFormulas() {}

    /** The text in a notation; empty when it is no formula. */
    static Optional<String> in(Notation notation, String text) {
        for (Names names : List.of(new AnyNumber(), new OfDeals())) {
            for (Type type : List.of(Type.NUMBER, Type.BOOLEAN)) {
                try {
                    return Optional.of(Formula.compile(text, type, names).in(notation));
                } catch (FormulaException e) {
                    // Another reading may fit; if none does, the text is shown as it is.
                }
            }
        }
        return Optional.empty();
    }

    /** A condition on deals in a notation. */
    static String ofDeals(Notation notation, String text) {
        try {
            return Formula.compile(text, Type.BOOLEAN, new OfDeals()).in(notation);
        } catch (FormulaException e) {
            return text;
        }
    }

    /** A spelling that equal formulas share. */
    static String plain(String text) {
        return in(PLAIN, text).orElse(text);
    }
}
