package dev.premia.connectors.file;

import dev.premia.connectors.file.Mapping.CellRule;
import dev.premia.connectors.file.Mapping.Column;
import dev.premia.connectors.file.Mapping.Condition;
import dev.premia.connectors.file.Mapping.ItemsRule;
import dev.premia.connectors.file.Mapping.Literal;
import dev.premia.connectors.file.Mapping.ObjectRule;
import dev.premia.connectors.file.Mapping.Part;
import dev.premia.connectors.file.Mapping.RecordRule;
import dev.premia.connectors.file.Mapping.Template;
import dev.premia.connectors.file.Mapping.ValueRule;
import dev.premia.connectors.file.SourceValue.Fields;
import dev.premia.connectors.file.SourceValue.Form;
import dev.premia.connectors.file.SourceValue.Items;
import dev.premia.connectors.file.SourceValue.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies the rules of a mapping to one row. */
final class RowMapper {

    private final Columns columns;
    private final List<String> cells;
    private final LineProblems problems;

    RowMapper(Columns columns, List<String> cells, LineProblems problems) {
        this.columns = columns;
        this.cells = cells;
        this.problems = problems;
    }

    /** Whether the row gives no record by this rule. */
    boolean skips(Condition condition) {
        return condition.tests().stream()
                .anyMatch(test -> test.values()
                                .contains(columns.cell(test.column(), cells).trim())
                        == test.holdsIfFound());
    }

    /** The values of a record in canonical text. Cells that do not fit are reported and left out. */
    Fields map(RecordRule rule) {
        return object(rule.fields(), "");
    }

    private Fields object(Map<String, ValueRule> rules, String prefix) {
        Map<String, SourceValue> fields = new LinkedHashMap<>();
        rules.forEach((name, rule) -> {
            SourceValue value = value(rule, prefix + name);
            if (value != null) {
                fields.put(name, value);
            }
        });
        return new Fields(fields, Place.LINE);
    }

    private SourceValue value(ValueRule rule, String path) {
        if (rule instanceof CellRule cell) {
            return cell(cell, path);
        }
        if (rule instanceof ItemsRule items) {
            return items(items, path);
        }
        ObjectRule object = (ObjectRule) rule;
        return skips(object.skip()) ? null : object(object.fields(), path + ".");
    }

    private Items items(ItemsRule rule, String path) {
        List<SourceValue> items = new ArrayList<>();
        for (ValueRule itemRule : rule.items()) {
            SourceValue item = value(itemRule, path + "[" + items.size() + "]");
            if (item != null && !item.absent()) {
                items.add(item);
            }
        }
        return new Items(items, Place.LINE);
    }

    private Scalar cell(CellRule rule, String path) {
        Place place = place(rule.template());
        String text = text(rule.template(), rule.trim());
        if (rule.values() != null && rule.values().containsKey(text)) {
            return canonical(rule.values().get(text), place);
        }
        if (text.isEmpty()) {
            return canonical(rule.fallback(), place);
        }
        if (rule.values() != null && !rule.keep()) {
            return unmatched(rule, text, place, path);
        }
        try {
            return canonical(rule.format().canonical(text), place);
        } catch (IllegalArgumentException e) {
            boolean number = rule.format() instanceof CellFormat.Number;
            ProblemCode code = number ? ProblemCode.WRONG_NUMBER : wrongTime(rule.shape());
            problems.add(place, path, code, Shown.quoted(text), e.getMessage(), null);
            return null;
        }
    }

    private static ProblemCode wrongTime(ValueShape shape) {
        return shape instanceof ValueShape.Day ? ProblemCode.WRONG_DATE : ProblemCode.WRONG_INSTANT;
    }

    private Scalar unmatched(CellRule rule, String text, Place place, String path) {
        if (rule.fallback() != null) {
            return canonical(rule.fallback(), place);
        }
        List<String> known = rule.values().keySet().stream().sorted().toList();
        String nearest = NearestName.hint(text, known);
        String hint = nearest == null ? "add it to 'values' in the mapping, or give a 'default'" : nearest;
        problems.add(place, path, ProblemCode.UNKNOWN_VALUE, Shown.quoted(text), Shown.oneOf(known), hint);
        return null;
    }

    private static Scalar canonical(String text, Place place) {
        return text == null ? new Scalar("null", Form.NULL, place) : Scalar.text(text, place);
    }

    /** The text of the template; empty as soon as one of its cells is. */
    private String text(Template template, boolean trim) {
        StringBuilder text = new StringBuilder();
        for (Part part : template.parts()) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else {
                String cell = columns.cell((Column) part, cells);
                String used = trim ? cell.strip() : cell;
                if (used.isEmpty()) {
                    return "";
                }
                text.append(used);
            }
        }
        return text.toString();
    }

    private Place place(Template template) {
        List<Column> used = template.columns();
        return used.isEmpty() ? Place.LINE : columns.place(used.get(0));
    }
}
