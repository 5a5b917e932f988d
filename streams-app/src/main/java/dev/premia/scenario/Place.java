package dev.premia.scenario;

/**
 * A place in a scenario file.
 *
 * @param file as it was given
 * @param line 1-based
 * @param column 1-based
 */
public record Place(String file, int line, int column) {

    /** {@code file:line}, which terminals and editors open. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
