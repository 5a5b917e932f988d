package dev.premia.cli;

/** How results are printed. */
public enum OutputFormat {
    /** Aligned columns for people. */
    TABLE,
    /** One JSON object a line; decimals are strings in plain notation. */
    JSON,
    /** RFC 4180 with a header; decimals in plain notation. */
    CSV
}
