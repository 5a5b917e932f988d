package dev.premia.domain.formula;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.ArrayList;
import java.util.List;

/**
 * Reassembles {@code condition ? a : b}. The parser sees two infix operators of one precedence that lean right, so a chain such as
 * {@code a ? b : c ? d : e} arrives as a right spine; flattened, it is read like a sentence. {@link TokenOrder} has made sure that
 * questions and answers match.
 */
final class ChoiceReader {
    private final Compiler compiler;
    private final List<ASTNode> operands = new ArrayList<>();
    private final List<Operator> operators = new ArrayList<>();
    private int next;

    /** A part together with the syntax that errors point at. */
    private record Part(ASTNode syntax, Node node) {}

    ChoiceReader(Compiler compiler, ASTNode syntax) {
        this.compiler = compiler;
        ASTNode spine = syntax;
        while (isHalf(spine)) {
            operands.add(spine.getParameters().get(0));
            operators.add(Operator.of(spine.getToken()));
            spine = spine.getParameters().get(1);
        }
        operands.add(spine);
    }

    private static boolean isHalf(ASTNode syntax) {
        return syntax.getToken().getType() == TokenType.INFIX_OPERATOR
                && Operator.of(syntax.getToken()).precedence() == Operator.CHOOSE.precedence();
    }

    Node read() {
        return choice().node();
    }

    private Part choice() {
        ASTNode syntax = operands.get(next);
        boolean asks = next < operators.size() && operators.get(next) == Operator.CHOOSE;
        next++;
        if (!asks) {
            return new Part(syntax, compiler.compile(syntax));
        }
        compiler.enter(syntax);
        BooleanNode condition = compiler.condition(syntax, "the condition of a choice");
        Part first = choice();
        Part second = choice();
        compiler.leave();
        return new Part(
                syntax, compiler.choice(condition, first.syntax(), first.node(), second.syntax(), second.node()));
    }
}
