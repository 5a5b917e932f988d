package dev.premia.connectors.file;

import java.nio.file.Path;

/**
 * Something in an input that could not be used. The rest of the input goes on.
 *
 * @param file the file, also a mapping file
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1: the character in JSON and YAML, the cell in CSV; 0 where the whole line is meant
 * @param columnName the CSV column, null elsewhere
 * @param field path of the field, e.g. {@code credits[1].share}; null where none is concerned
 * @param code stable name of the reason
 * @param found what was there, shortened
 * @param expected what belongs there
 * @param hint what to do; null where {@code expected} says it
 */
public record InputProblem(
        Path file,
        long line,
        int column,
        String columnName,
        String field,
        ProblemCode code,
        String found,
        String expected,
        String hint) {

    /** One line for people: {@code deals.jsonl:12:38: amount: found "12,5", expected ... [wrong_number]}. */
    public String message() {
        StringBuilder text = new StringBuilder().append(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (columnName == null && column > 0) {
            text.append(':').append(column);
        }
        text.append(": ");
        if (columnName != null) {
            text.append("column '").append(columnName).append("'");
            text.append(field == null ? ": " : " -> ");
        }
        if (field != null) {
            text.append(field).append(": ");
        }
        text.append("found ").append(found).append(", expected ").append(expected);
        if (hint != null) {
            text.append("; ").append(hint);
        }
        return text.append(" [").append(code).append(']').toString();
    }
}
