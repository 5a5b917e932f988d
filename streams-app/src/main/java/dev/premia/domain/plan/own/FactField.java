package dev.premia.domain.plan.own;

import dev.premia.domain.formula.Symbol;
import dev.premia.domain.formula.Type;
import dev.premia.domain.formula.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A field of a fact that a plan's own KPI may name. Two fields of one source with the same name are the same field. */
public final class FactField {
    private final String name;
    private final Type type;
    private final Unit unit;
    private final int digits;
    private final boolean ofLine;
    private final Function<FactRow, ?> reader;
    private final ToLongFunction<FactRow> credited;

    private FactField(
            String name,
            Type type,
            Unit unit,
            int digits,
            boolean ofLine,
            Function<FactRow, ?> reader,
            ToLongFunction<FactRow> credited) {
        this.name = name;
        this.type = type;
        this.unit = unit;
        this.digits = digits;
        this.ofLine = ofLine;
        this.reader = reader;
        this.credited = credited;
    }

    /**
     * A number.
     *
     * @param digits decimal digits that count
     */
    static FactField number(String name, Unit unit, int digits, Function<FactRow, BigDecimal> whole) {
        return new FactField(name, Type.NUMBER, unit, digits, false, whole, null);
    }

    /**
     * An amount in the currency of the deal.
     *
     * @param whole of the whole deal, null when it is not known
     * @param creditedMinor the receiver's part, minor units; asked only where {@code whole} is known
     */
    static FactField money(String name, Function<FactRow, BigDecimal> whole, ToLongFunction<FactRow> creditedMinor) {
        return new FactField(name, Type.NUMBER, Unit.MONEY, 0, false, whole, creditedMinor);
    }

    static FactField text(String name, Function<FactRow, String> reader) {
        return new FactField(name, Type.STRING, Unit.NONE, 0, false, reader, null);
    }

    static FactField texts(String name, Function<FactRow, List<String>> reader) {
        return new FactField(name, Type.STRING_LIST, Unit.NONE, 0, false, reader, null);
    }

    static FactField flag(String name, Function<FactRow, Boolean> reader) {
        return new FactField(name, Type.BOOLEAN, Unit.NONE, 0, false, reader, null);
    }

    /** The same field as one of a deal's lines; it is only asked of a row that is a line. */
    FactField ofALine() {
        return new FactField(name, type, unit, digits, true, reader, credited);
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether it belongs to a line of the deal. */
    public boolean ofLine() {
        return ofLine;
    }

    /** Decimal digits of a number that is no amount. */
    int digits() {
        return digits;
    }

    boolean isMoney() {
        return unit == Unit.MONEY;
    }

    Symbol symbol() {
        return new Symbol(type, this, unit);
    }

    /** The number, of the whole fact; null when it is not known. */
    BigDecimal number(FactRow row) {
        return (BigDecimal) reader.apply(row);
    }

    /** The receiver's part of an amount, minor units. */
    long creditedMinor(FactRow row) {
        return credited.applyAsLong(row);
    }

    String text(FactRow row) {
        return (String) reader.apply(row);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(FactRow row) {
        return (List<String>) reader.apply(row);
    }

    boolean bool(FactRow row) {
        return (Boolean) reader.apply(row);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof FactField other && name.equals(other.name) && type == other.type;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
