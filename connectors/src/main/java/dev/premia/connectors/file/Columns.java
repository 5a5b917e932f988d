package dev.premia.connectors.file;

import dev.premia.connectors.file.Mapping.CellRule;
import dev.premia.connectors.file.Mapping.Column;
import dev.premia.connectors.file.Mapping.Condition;
import dev.premia.connectors.file.Mapping.FileRule;
import dev.premia.connectors.file.Mapping.ItemsRule;
import dev.premia.connectors.file.Mapping.ObjectRule;
import dev.premia.connectors.file.Mapping.ValueRule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The columns of one CSV file. */
final class Columns {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    /** @param names names in order; empty where columns have numbers alone */
    Columns(List<String> names) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            if (positions.putIfAbsent(names.get(i), i) != null) {
                repeated.add(names.get(i));
            }
        }
    }

    /** Number of columns, 0 where only the rows know it. */
    int count() {
        return names.size();
    }

    /** The cell of a column that {@link #check} found. */
    String cell(Column column, List<String> cells) {
        return cells.get(position(column));
    }

    /** Where problems with a column are shown. */
    Place place(Column column) {
        return new Place(position(column) + 1, name(column));
    }

    private String name(Column column) {
        int position = position(column);
        return position < names.size() ? names.get(position) : column.shown();
    }

    private int position(Column column) {
        if (column.number() > 0) {
            return column.number() - 1;
        }
        Integer named = positions.get(column.name());
        return named == null ? Integer.parseInt(column.name()) - 1 : named;
    }

    /** Reports columns of a rule that the file does not have. Returns the highest column number in use. */
    int check(FileRule rule, Path file, Consumer<InputProblem> problems) {
        Check check = new Check(rule, file, problems);
        rule.records().forEach(record -> {
            check.condition(record.skip());
            record.fields().values().forEach(check::value);
        });
        return check.highest;
    }

    private final class Check {

        private final FileRule rule;
        private final Path file;
        private final Consumer<InputProblem> problems;
        private int highest;

        Check(FileRule rule, Path file, Consumer<InputProblem> problems) {
            this.rule = rule;
            this.file = file;
            this.problems = problems;
        }

        void value(ValueRule value) {
            if (value instanceof CellRule cell) {
                cell.template().columns().forEach(this::column);
            } else if (value instanceof ItemsRule items) {
                items.items().forEach(this::value);
            } else if (value instanceof ObjectRule object) {
                condition(object.skip());
                object.fields().values().forEach(this::value);
            }
        }

        void condition(Condition condition) {
            condition.tests().forEach(test -> column(test.column()));
        }

        private void column(Column column) {
            if (repeated.contains(column.name()) && column.number() == 0) {
                report(
                        column,
                        ProblemCode.AMBIGUOUS_COLUMN,
                        "a column name that the header has once",
                        "use its number");
            } else if (known(column)) {
                highest = Math.max(highest, position(column) + 1);
            } else {
                String expected = names.isEmpty() ? "a column number from 1" : Shown.oneOf(names);
                report(column, ProblemCode.UNKNOWN_COLUMN, expected, NearestName.hint(column.shown(), names));
            }
        }

        private boolean known(Column column) {
            if (column.number() > 0) {
                return names.isEmpty() || column.number() <= names.size();
            }
            boolean numbered = names.isEmpty() && column.name().matches("[1-9]\\d{0,3}");
            return numbered || positions.containsKey(column.name());
        }

        private void report(Column column, ProblemCode code, String expected, String hint) {
            String found = "'" + column.shown() + "', not in " + file.getFileName();
            rule.document().report(column.node(), null, code, found, expected, hint, problems);
        }
    }
}
