package dev.premia.codec.plan;

/**
 * Something wrong, or doubtful, in a plan file.
 *
 * @param file the file's name as it was given
 * @param line 1-based
 * @param column 1-based
 * @param path where in the document, e.g. {@code components[2].tiers.steps[1].to}; empty for the document as a whole
 * @param message what was found and what was expected
 * @param hint what to do; may be empty
 * @param source the line of the file, for people
 */
public record Problem(String file, int line, int column, String path, String message, String hint, String source) {

    /** Several lines for a terminal: the place, the message, the line of the file with a caret, the hint. */
    @Override
    public String toString() {
        String number = Integer.toString(line);
        String margin = " ".repeat(number.length());
        StringBuilder text = new StringBuilder();
        text.append(file).append(':').append(line).append(':').append(column).append(": ");
        text.append(path.isEmpty() ? "" : path + ": ").append(message).append('\n');
        text.append(' ').append(number).append(" | ").append(source).append('\n');
        text.append(' ').append(margin).append(" | ").append(indentation()).append('^');
        if (!hint.isEmpty()) {
            text.append('\n').append(' ').append(margin).append(" = ").append(hint);
        }
        return text.toString();
    }

    /** Tabs stay tabs, so that the caret stands under its character. */
    private String indentation() {
        StringBuilder indentation = new StringBuilder();
        for (int i = 0; i < column - 1; i++) {
            indentation.append(i < source.length() && source.charAt(i) == '\t' ? '\t' : ' ');
        }
        return indentation.toString();
    }
}
