package dev.premia.domain.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A checked, compiled formula. Immutable; any number of threads may evaluate it. Two formulas are equal when text, type and handles are. */
public final class Formula {
    private final String text;
    private final Node root;
    private final String canonical;
    private final List<Node.Reference> references;
    private final Set<Object> handles;

    private Formula(String text, Node root, Compiler compiler) {
        this.text = text;
        this.root = root;
        this.canonical = NodeWriter.canonical(root);
        this.references = List.copyOf(compiler.references().values());
        this.handles = Collections.unmodifiableSet(
                new LinkedHashSet<>(compiler.references().keySet()));
    }

    /**
     * Checks and compiles a formula.
     *
     * @param text at most 4000 characters
     * @param type what the formula must give; {@link Type#STRING_LIST} is not possible
     * @param names what the formula may refer to; not kept
     * @throws FormulaException when the text is not a formula, refers to unknown names, mixes types or divides by a constant zero
     */
    public static Formula compile(String text, Type type, Names names) {
        Objects.requireNonNull(type, "type");
        if (type == Type.STRING_LIST) {
            throw new IllegalArgumentException("a formula cannot give " + type.description());
        }
        Compiler compiler = new Compiler(text, names);
        Node root = compiler.typed(TokenReader.read(text), type, "this formula");
        return new Formula(text, root, compiler);
    }

    /** The formula as it was written. */
    public String text() {
        return text;
    }

    /**
     * The formula in normal form: one spacing, one spelling of each operator, no superfluous brackets, {@code if(c, a, b)} as
     * {@code c ? a : b}. It compiles to the same formula and the same normal form.
     */
    public String canonical() {
        return canonical;
    }

    /** The formula in a notation of the caller, in words of a language for instance. */
    public String in(Notation notation) {
        return NodeWriter.in(notation, root);
    }

    /** Whether this is a condition that no values can meet; what is only hard to meet, or cleverly impossible, is not found. */
    public boolean isNeverMet() {
        return root instanceof BooleanNode condition && NeverMet.is(condition);
    }

    public Type type() {
        return root.type();
    }

    /** What the number counts as far as its parts tell; {@link Unit#NONE} where they do not, or mix. */
    public Unit unit() {
        return UnitReader.of(root);
    }

    /** Handles of all values the formula may need, in order of first appearance; unmodifiable. */
    public Set<Object> references() {
        return handles;
    }

    /**
     * The number.
     *
     * @throws IllegalStateException when this is not a {@link Type#NUMBER} formula
     */
    public Value evaluate(Scope scope) {
        if (root instanceof NumberNode number) {
            return number.value(scope);
        }
        throw notA(Type.NUMBER);
    }

    /**
     * The condition; comparisons with an undefined number are false.
     *
     * @throws IllegalStateException when this is not a {@link Type#BOOLEAN} formula
     */
    public boolean test(Scope scope) {
        if (root instanceof BooleanNode condition) {
            return condition.test(scope);
        }
        throw notA(Type.BOOLEAN);
    }

    /**
     * The text, empty when absent.
     *
     * @throws IllegalStateException when this is not a {@link Type#STRING} formula
     */
    public Optional<String> evaluateText(Scope scope) {
        if (root instanceof TextNode node) {
            return Optional.ofNullable(node.text(scope));
        }
        throw notA(Type.STRING);
    }

    private IllegalStateException notA(Type type) {
        return new IllegalStateException(
                "formula gives " + root.type().description() + ", not " + type.description() + ": " + text);
    }

    /**
     * A comparison that a condition asks for.
     *
     * @param what the compared side in normal form
     * @param least whether it must reach the bound; false: it must stay below
     * @param strict whether exactly the bound is not enough
     */
    public record Bound(String what, Value value, boolean least, boolean strict, Value bound, boolean met) {}

    /** The comparisons by order that must all hold for this condition; none of one that joins them otherwise. */
    public List<Bound> bounds(Scope scope) {
        List<Bound> bounds = new ArrayList<>();
        if (root instanceof BooleanNode condition) {
            Bounds.collect(condition, scope, bounds);
        }
        return bounds;
    }

    /** The formula with its values put in, for people; far more expensive than evaluation. */
    public Explanation explain(Scope scope) {
        List<Explanation.Input> inputs = new ArrayList<>(references.size());
        for (Node.Reference reference : references) {
            inputs.add(input(reference, scope));
        }
        Set<String> reasons = new LinkedHashSet<>();
        collectReasons(root, scope, reasons);
        return new Explanation(canonical, NodeWriter.substituted(root, scope), inputs, new ArrayList<>(reasons));
    }

    private static Explanation.Input input(Node.Reference reference, Scope scope) {
        Optional<Value> number =
                reference instanceof NumberNode node ? Optional.of(node.value(scope)) : Optional.empty();
        return new Explanation.Input(reference.name(), reference.symbol(), reference.shown(scope), number);
    }

    /** Parts first, so that the cause comes before what it makes undefined. */
    private static void collectReasons(Node node, Scope scope, Set<String> reasons) {
        node.children().forEach(child -> collectReasons(child, scope, reasons));
        if (node instanceof NumberNode number && number.value(scope) instanceof Value.Undefined undefined) {
            reasons.add(undefined.reason());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula
                && text.equals(formula.text)
                && type() == formula.type()
                && handles.equals(formula.handles);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
