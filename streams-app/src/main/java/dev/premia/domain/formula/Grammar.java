package dev.premia.domain.formula;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.Token;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** Set-up of the parser library: our operators, any function name, and none of its own functions, constants or conversions. */
final class Grammar {
    static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(new AnyFunction())
            .defaultConstants(Map.of())
            .mathContext(MathContext.DECIMAL128)
            .arraysAllowed(false)
            .binaryAllowed(false)
            // Gives the dot of `line.amount` as a token of its own; TokenReader joins such names again.
            .structuresAllowed(true)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(true)
            .lenientMode(false)
            .build();

    private Grammar() {}

    private static OperatorDictionaryIfc operators() {
        OperatorDictionaryIfc dictionary = new MapBasedOperatorDictionary();
        for (Operator operator : Operator.values()) {
            operator.spellings().forEach(spelling -> dictionary.addOperator(spelling, operator));
        }
        return dictionary;
    }

    /** Accepts every function name with any number of arguments: names, arity and types are checked by the compiler. */
    private static final class AnyFunction implements FunctionDictionaryIfc {
        private static final FunctionIfc SHAPE = new CallShape();

        @Override
        public void addFunction(String functionName, FunctionIfc function) {
            throw new IllegalStateException("functions are known to the compiler, not to the parser: " + functionName);
        }

        @Override
        public FunctionIfc getFunction(String functionName) {
            return SHAPE;
        }
    }

    private static final class CallShape implements FunctionIfc {
        private static final List<FunctionParameterDefinition> ANY = List.of(FunctionParameterDefinition.builder()
                .name("arguments")
                .isVarArg(true)
                .build());

        @Override
        public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
            return ANY;
        }

        @Override
        public boolean hasVarArgs() {
            return true;
        }

        @Override
        public void validatePreEvaluation(Token token, EvaluationValue... parameterValues) throws EvaluationException {
            throw notEvaluated(token);
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... parameterValues)
                throws EvaluationException {
            throw notEvaluated(token);
        }

        private static EvaluationException notEvaluated(Token token) {
            return new EvaluationException(token, "formulas are compiled, not evaluated by the parser");
        }
    }
}
