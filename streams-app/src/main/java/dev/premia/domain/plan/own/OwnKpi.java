package dev.premia.domain.plan.own;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.Decimals;
import dev.premia.domain.plan.own.OwnMeasure.Cells;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A KPI that a plan measures itself: an aggregation over facts.
 *
 * @param field the field that is aggregated; null for a count
 * @param where which facts count; null for all
 */
public record OwnKpi(Aggregation aggregation, FactKind kind, FactField field, Formula where) {

    /** How facts become one number. */
    public enum Aggregation {
        SUM(Cells.SUM),
        COUNT(Cells.COUNT),
        DISTINCT(Cells.VALUES),
        MEAN(Cells.SUM, Cells.KNOWN),
        MIN(Cells.VALUES),
        MAX(Cells.VALUES);

        private final List<Cells> cells;

        Aggregation(Cells... cells) {
            this.cells = List.of(cells);
        }

        /** The key in plans. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Those that a definition may name. */
        public static Optional<Aggregation> find(String label) {
            return Arrays.stream(values())
                    .filter(each -> each.label().equals(label))
                    .findFirst();
        }

        /** Whether it needs a number, not a text. */
        public boolean ofNumbers() {
            return this == SUM || this == MEAN || this == MIN || this == MAX;
        }
    }

    /** The measures from which it is computed. */
    public List<OwnMeasure> measures() {
        return aggregation.cells.stream()
                .map(cells -> OwnMeasure.of(kind, cells, field, where))
                .toList();
    }

    public Unit unit() {
        return aggregation.ofNumbers() ? field.unit() : Unit.COUNT;
    }

    /** Whether the value over a range is the sum of the values over its days. */
    public boolean additive() {
        return aggregation == Aggregation.SUM || aggregation == Aggregation.COUNT;
    }

    /** A KPI of the same facts of which only some count. */
    public OwnKpi under(Formula condition) {
        return new OwnKpi(aggregation, kind, field, condition);
    }

    /** A KPI with its measures at hand, so that nothing is worked out again when it is evaluated. */
    public Reader reader() {
        return new Reader(this, measures());
    }

    /** Reads the value from cells. */
    public record Reader(OwnKpi kpi, List<OwnMeasure> measures) {

        /**
         * The value.
         *
         * @param name of the KPI, for the reason why there is none
         */
        public Value value(String name, KpiInput in) {
            long measure = measures.get(0).measure();
            return switch (kpi.aggregation) {
                case SUM -> Value.of(sum(measure, in));
                case COUNT -> Value.of(in.shares(measure));
                case DISTINCT -> Value.of(occurring(in.histogram(measure)));
                case MEAN -> mean(name, in);
                case MIN, MAX -> extreme(name, in);
            };
        }

        private BigDecimal sum(long measure, KpiInput in) {
            return kpi.field.isMoney() ? in.money(measure) : KpiInput.decimal(in.sum(measure), kpi.field.digits());
        }

        private static long occurring(Map<Long, Long> histogram) {
            return histogram.values().stream().filter(count -> count > 0).count();
        }

        private Value mean(String name, KpiInput in) {
            long known = measures.get(1).measure();
            BigDecimal counted = kpi.field.isMoney() ? in.sharesInCurrency(known) : in.shares(known);
            return counted.signum() == 0
                    ? nothing(name)
                    : Value.of(Decimals.divide(sum(measures.get(0).measure(), in), counted));
        }

        private Value extreme(String name, KpiInput in) {
            TreeMap<Long, Long> histogram = in.histogram(measures.get(0).measure());
            boolean money = kpi.field.isMoney();
            histogram
                    .entrySet()
                    .removeIf(each -> each.getValue() <= 0 || (money && !in.reads(Measures.currencyIn(each.getKey()))));
            if (histogram.isEmpty()) {
                return nothing(name);
            }
            long found = kpi.aggregation == Aggregation.MIN ? histogram.firstKey() : histogram.lastKey();
            return Value.of(
                    money
                            ? Currencies.toAmount(Measures.minorIn(found), in.currency())
                            : KpiInput.decimal(found, kpi.field.digits()));
        }

        private static Value nothing(String name) {
            return Value.undefined(name + " is undefined: nothing was counted");
        }
    }
}
