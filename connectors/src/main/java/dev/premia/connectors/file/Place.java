package dev.premia.connectors.file;

/**
 * Where in its line a value stands.
 *
 * @param column from 1; 0 for the line as a whole
 * @param columnName CSV column, null elsewhere
 */
record Place(int column, String columnName) {

    static final Place LINE = new Place(0, null);

    static Place at(int column) {
        return new Place(column, null);
    }
}
