package dev.premia.domain.plan.own;

import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.Conversion;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasure;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Type;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * One additive measure of a plan's own KPI. Immutable and numbered by its definition: the same definition in two plans is
 * one measure.
 *
 * @param kind what is counted over
 * @param cells what a fact adds
 * @param field the field that is looked at; null where facts are only counted
 * @param where which facts count; null for all
 * @param measure its number
 */
public record OwnMeasure(FactKind kind, Cells cells, FactField field, Formula where, long measure)
        implements DealMeasure {
    /** Separates the parts of a definition; no name or condition contains it. */
    private static final String SEPARATOR = "\t";

    /** What a fact adds to the cells of its day. */
    public enum Cells {
        /** The number, by currency where it is an amount. */
        SUM,
        /** The receiver's share of the fact, billionths. */
        COUNT,
        /** The same, of facts of which the field is known; by currency where it is an amount. */
        KNOWN,
        /** 1 for each value that occurs; the value is the dimension. */
        VALUES
    }

    static OwnMeasure of(FactKind kind, Cells cells, FactField field, Formula where) {
        return new OwnMeasure(kind, cells, field, where, Measures.defined(text(kind, cells, field, where)));
    }

    /** The definition in normal form; {@link #parse} reads it again. */
    public String text() {
        return text(kind, cells, field, where);
    }

    private static String text(FactKind kind, Cells cells, FactField field, Formula where) {
        return String.join(
                SEPARATOR,
                kind.label(),
                cells.name(),
                field == null ? "" : field.name(),
                where == null ? "" : where.canonical());
    }

    /** Whether a text is the definition of a measure: nothing else that is kept beside one has its separator. */
    public static boolean isDefinition(String text) {
        return text.contains(SEPARATOR);
    }

    /** Reads a definition in normal form. */
    public static OwnMeasure parse(String text) {
        String[] parts = text.split(Pattern.quote(SEPARATOR), -1);
        FactKind kind = FactKind.find(parts[0]).orElseThrow();
        FactNames names = FactNames.of(kind);
        FactField field = parts[2].isEmpty() ? null : names.anyField(parts[2]).orElseThrow();
        Formula where = parts[3].isEmpty() ? null : Formula.compile(parts[3], Type.BOOLEAN, names);
        return of(kind, Cells.valueOf(parts[1]), field, where);
    }

    boolean accepts(FactRow row) {
        return where == null || where.test(row);
    }

    /** Whether the condition looks at lines of a deal. */
    boolean asksForLines() {
        return where != null && where.references().stream().anyMatch(field -> ((FactField) field).ofLine());
    }

    /** Whether it looks at the customers or the numbers of calls. */
    public boolean readsCallParties() {
        return kind == FactKind.CALLS
                && ((field != null && CallFields.OF_PARTIES.contains(field.name()))
                        || (where != null
                                && where.references().stream()
                                        .anyMatch(each -> CallFields.OF_PARTIES.contains(((FactField) each).name()))));
    }

    @Override
    public void addCells(DealCredit credit, CustomerStanding standing, ZoneId zone, CellSink sink) {
        if (kind.source() == FactSource.DEALS) {
            OwnMeasuring.addDeal(this, credit, zone, sink);
            for (Conversion conversion : credit.conversions()) {
                if (field != null && field.isMoney() && conversion.view().zone().equals(zone)) {
                    OwnMeasuring.addDeal(this, credit.readBy(conversion.view()), zone, sink);
                }
            }
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof OwnMeasure other && measure == other.measure && text().equals(other.text());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(measure);
    }

    @Override
    public String toString() {
        return text().replace(SEPARATOR, " ");
    }
}
