package dev.premia.domain.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.plan.own.OwnKpi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A name or call in a plan's formula, resolved when the plan is loaded. Terms compare by what they mean. */
public sealed interface Term {

    /** How it is written, e.g. {@code growth(average_deal)}. */
    String text();

    Unit unit();

    /**
     * A KPI of the catalogue.
     *
     * @param filter the deal filter that narrows it, null for none
     */
    record Kpi(KpiDefinition definition, List<BigDecimal> parameters, DealCondition filter) implements Term {
        public Kpi {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String text() {
            if (parameters.isEmpty()) {
                return definition.name();
            }
            StringBuilder text = new StringBuilder(definition.name()).append('(');
            for (int i = 0; i < parameters.size(); i++) {
                text.append(i == 0 ? "" : ", ").append(parameters.get(i).toPlainString());
            }
            return text.append(')').toString();
        }

        @Override
        public Unit unit() {
            return definition.unit();
        }

        @Override
        public boolean equals(Object object) {
            return object instanceof Kpi other
                    && definition.name().equals(other.definition.name())
                    && parameters.equals(other.parameters)
                    && filterText().equals(other.filterText());
        }

        @Override
        public int hashCode() {
            return definition.name().hashCode() * 31
                    + parameters.hashCode()
                    + filterText().hashCode();
        }

        private String filterText() {
            return filter == null ? "" : filter.canonicalText();
        }
    }

    /** A KPI that the plan defines by a formula over other KPIs. */
    record Derived(String name, Formula formula, Unit unit) implements Term {
        @Override
        public String text() {
            return name;
        }
    }

    /** A KPI that the plan measures itself: a sum, count, mean and the like over facts. */
    record Measured(String name, OwnKpi.Reader reader) implements Term {
        @Override
        public String text() {
            return name;
        }

        @Override
        public Unit unit() {
            return reader.kpi().unit();
        }
    }

    /** The weighted KPI index of a plan: the sum of weight x clamped attainment. */
    record Index(String name, List<IndexLine> lines) implements Term {
        public Index {
            lines = List.copyOf(lines);
        }

        @Override
        public String text() {
            return name;
        }

        @Override
        public Unit unit() {
            return Unit.RATIO;
        }
    }

    /**
     * One line of an index.
     *
     * @param inverse whether less is better: the attainment is target / value
     */
    record IndexLine(Term kpi, BigDecimal weight, BigDecimal clampLow, BigDecimal clampHigh, boolean inverse) {}

    /**
     * For how many windows in a row a condition has held, this one included.
     *
     * @param last counts no further than that
     */
    record Streak(String name, Formula condition, int last) implements Term {
        @Override
        public String text() {
            return name;
        }

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }
    }

    /**
     * The best value of a KPI in the windows before this one.
     *
     * @param last how many windows back it looks
     */
    record BestOf(String name, Formula formula, int last) implements Term {
        @Override
        public String text() {
            return name;
        }

        @Override
        public Unit unit() {
            return formula.unit();
        }
    }

    /** The value in the window before. */
    record Previous(Term of) implements Term {
        @Override
        public String text() {
            return "previous(" + of.text() + ")";
        }

        @Override
        public Unit unit() {
            return of.unit();
        }
    }

    /** Value / previous window's value - 1. */
    record Growth(Term of) implements Term {
        @Override
        public String text() {
            return "growth(" + of.text() + ")";
        }

        @Override
        public Unit unit() {
            return Unit.RATIO;
        }
    }

    /** The target of a KPI, prorated by days where the window is cut. */
    record Target(Term of) implements Term {
        @Override
        public String text() {
            return "target(" + of.text() + ")";
        }

        @Override
        public Unit unit() {
            return of.unit();
        }
    }

    /** Value / target. */
    record Attainment(Term of) implements Term {
        @Override
        public String text() {
            return "attainment(" + of.text() + ")";
        }

        @Override
        public Unit unit() {
            return Unit.RATIO;
        }
    }

    /** A dated personal factor of the manager, as it stands on the last day that counts. */
    record Coefficient(String name) implements Term {
        @Override
        public String text() {
            return "coefficient(" + name + ")";
        }

        @Override
        public Unit unit() {
            return Unit.NONE;
        }
    }

    /** The manager's team's value: the team that the manager leads, else the one that the manager belongs to. */
    record Team(Term of) implements Term {
        @Override
        public String text() {
            return "team(" + of.text() + ")";
        }

        @Override
        public Unit unit() {
            return of.unit();
        }
    }

    /** The company's value. */
    record Company(Term of) implements Term {
        @Override
        public String text() {
            return "company(" + of.text() + ")";
        }

        @Override
        public Unit unit() {
            return of.unit();
        }
    }

    /** How a manager's value lies to those of everybody whom the plan pays, over the whole window. */
    record Compared(By by, Term of) implements Term {
        /** In which way values are compared. */
        public enum By {
            /** The place by the value, the greatest first. */
            RANK,
            /** The greatest value of all. */
            BEST,
            /** The z-score: how many standard deviations the value lies above the mean. */
            DEVIATION
        }

        @Override
        public String text() {
            return by.name().toLowerCase(Locale.ROOT) + "(" + of.text() + ")";
        }

        @Override
        public Unit unit() {
            return switch (by) {
                case RANK -> Unit.COUNT;
                case BEST -> of.unit();
                case DEVIATION -> Unit.NONE;
            };
        }
    }
}
