package dev.premia.domain.formula;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Calls of the caller's functions: arguments become descriptors, and the whole call becomes one reference. */
final class CallerCalls {
    private final Compiler compiler;
    private final Names names;

    CallerCalls(Compiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    Node compile(ASTNode syntax) {
        String name = syntax.getToken().getValue();
        FunctionSymbol function = function(syntax);
        List<Argument> arguments = arguments(syntax);
        Resolution resolution = function.resolve(arguments);
        if (resolution instanceof Resolution.Resolved resolved) {
            return compiler.reference(Argument.call(name, arguments), resolved.symbol());
        }
        Resolution.Rejected rejected = (Resolution.Rejected) resolution;
        int column = rejected.at().map(Argument::column).orElseGet(() -> Compiler.column(syntax));
        throw compiler.problem(column, rejected.problem(), rejected.found(), rejected.expected(), rejected.hint());
    }

    private FunctionSymbol function(ASTNode syntax) {
        String name = syntax.getToken().getValue();
        return names.function(name).orElseThrow(() -> unknownFunction(syntax, name));
    }

    private FormulaException unknownFunction(ASTNode syntax, String name) {
        if (names.variable(name).isPresent()) {
            return compiler.problem(
                    syntax,
                    "not a function",
                    "`" + name + "(`",
                    "a function",
                    "`" + name + "` is a value: write it without brackets");
        }
        Collection<String> known = new TreeSet<>(BuiltIns.NAMES);
        known.addAll(names.known());
        return compiler.problem(
                syntax, "unknown function", "`" + name + "`", "a known function", NearestName.hint(name, known));
    }

    private List<Argument> arguments(ASTNode syntax) {
        compiler.enter(syntax);
        List<Argument> arguments = new ArrayList<>();
        String function = syntax.getToken().getValue();
        for (ASTNode argument : syntax.getParameters()) {
            arguments.add(argument(function, argument));
        }
        compiler.leave();
        return arguments;
    }

    private Argument argument(String function, ASTNode syntax) {
        int column = Compiler.column(syntax);
        String value = syntax.getToken().getValue();
        switch (syntax.getToken().getType()) {
            case STRING_LITERAL:
                return new Argument.TextLiteral(value, column);
            case VARIABLE_OR_CONSTANT:
                if (!Compiler.isBooleanLiteral(value)) {
                    return new Argument.Name(value, column);
                }
                break;
            case FUNCTION:
                if (!BuiltIns.NAMES.contains(value)) {
                    function(syntax);
                    return new Argument.Call(value, arguments(syntax), column);
                }
                break;
            default:
                if (isNumber(syntax)) {
                    return numberLiteral(syntax, column);
                }
        }
        throw compiler.problem(
                syntax,
                "wrong argument for `" + function + "`",
                "an expression",
                "a name, a call such as team(revenue), or a literal",
                "define a KPI for the expression and name it here");
    }

    private static boolean isNumber(ASTNode syntax) {
        ASTNode number = isNegation(syntax) ? syntax.getParameters().get(0) : syntax;
        TokenType type = number.getToken().getType();
        return type == TokenType.NUMBER_LITERAL || type == TokenType.POSTFIX_OPERATOR;
    }

    private static boolean isNegation(ASTNode syntax) {
        return syntax.getToken().getType() == TokenType.PREFIX_OPERATOR
                && Operator.of(syntax.getToken()) == Operator.NEGATE;
    }

    private Argument numberLiteral(ASTNode syntax, int column) {
        NumberNode number = (NumberNode) compiler.compile(syntax);
        Value.Defined value = (Value.Defined) number.value(null);
        return new Argument.NumberLiteral(value.amount(), NodeWriter.canonical(number), column);
    }
}
