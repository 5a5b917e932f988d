package dev.premia.schemas.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * What two versions of a contract must have in common. Avro's own rules in both directions, and three that Avro leaves
 * open although breaking them changes figures silently: logical types (unit, scale, zone) stay, defaults
 * stay, enum symbols stay.
 */
final class CompatibilityRules {

    private CompatibilityRules() {}

    /** Everything that is wrong with the step from one version to another; empty when both understand each other. */
    static List<String> violations(Schema older, Schema newer) {
        List<String> found = new ArrayList<>();
        addReadability(found, "the new version cannot read old records", newer, older);
        addReadability(found, "the old version cannot read new records", older, newer);
        new Walk(found).compare(newer.getName(), older, newer);
        return found;
    }

    private static void addReadability(List<String> found, String meaning, Schema reader, Schema writer) {
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .forEach(each -> found.add(
                        "%s: %s at %s: %s".formatted(meaning, each.getType(), each.getLocation(), each.getMessage())));
    }

    /** Visits what both versions have, side by side. */
    private record Walk(List<String> found, Set<String> visited) {

        Walk(List<String> found) {
            this(found, new HashSet<>());
        }

        void compare(String path, Schema older, Schema newer) {
            if (older.getType() != newer.getType()) {
                return; // Avro's own rules report it.
            }
            if (!Objects.equals(older.getLogicalType(), newer.getLogicalType())) {
                found.add("%s: meaning changed from %s to %s".formatted(path, meaning(older), meaning(newer)));
            }
            switch (older.getType()) {
                case RECORD -> compareFields(path, older, newer);
                case ENUM -> compareSymbols(path, older, newer);
                case ARRAY -> compare(path + "[]", older.getElementType(), newer.getElementType());
                case MAP -> compare(path + "{}", older.getValueType(), newer.getValueType());
                case UNION -> compareBranches(path, older, newer);
                default -> {
                    // Plain types have nothing inside.
                }
            }
        }

        private void compareFields(String path, Schema older, Schema newer) {
            if (!visited.add(path)) {
                return;
            }
            for (Schema.Field field : older.getFields()) {
                Schema.Field same = newer.getField(field.name());
                if (same != null) {
                    if (!Objects.equals(field.defaultVal(), same.defaultVal())) {
                        found.add("%s.%s: default changed from %s to %s"
                                .formatted(path, field.name(), field.defaultVal(), same.defaultVal()));
                    }
                    compare(path + "." + field.name(), field.schema(), same.schema());
                }
            }
        }

        private void compareSymbols(String path, Schema older, Schema newer) {
            for (String symbol : older.getEnumSymbols()) {
                if (!newer.hasEnumSymbol(symbol)) {
                    found.add("%s: symbol %s was removed".formatted(path, symbol));
                }
            }
            if (!Objects.equals(older.getEnumDefault(), newer.getEnumDefault())) {
                found.add("%s: the default symbol, which makes new symbols possible, changed from %s to %s"
                        .formatted(path, older.getEnumDefault(), newer.getEnumDefault()));
            }
        }

        private void compareBranches(String path, Schema older, Schema newer) {
            for (Schema branch : older.getTypes()) {
                Integer index = newer.getIndexNamed(branch.getFullName());
                if (index != null) {
                    compare(path, branch, newer.getTypes().get(index));
                }
            }
        }

        private static String meaning(Schema schema) {
            if (schema.getLogicalType() == null) {
                return "plain " + schema.getType().getName();
            }
            Object precision = schema.getObjectProp("precision");
            return precision == null
                    ? schema.getLogicalType().getName()
                    : "decimal(%s, %s)".formatted(precision, schema.getObjectProp("scale"));
        }
    }
}
