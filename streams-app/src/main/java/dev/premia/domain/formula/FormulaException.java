package dev.premia.domain.formula;

/** A formula that cannot be used, with the place and what to do about it. Thrown by {@link Formula#compile} only. */
public final class FormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String formula;
    private final int column;
    private final String problem;
    private final String found;
    private final String expected;
    private final String hint;

    FormulaException(String formula, int column, String problem, String found, String expected, String hint) {
        super(message(formula, column, problem, found, expected, hint));
        this.formula = formula;
        this.column = column;
        this.problem = problem;
        this.found = found;
        this.expected = expected;
        this.hint = hint;
    }

    private static String message(
            String formula, int column, String problem, String found, String expected, String hint) {
        String advice = hint.isEmpty() ? "" : "; " + hint;
        return "column %d: %s: found %s, expected %s%s [formula: %s]"
                .formatted(column, problem, found, expected, advice, formula);
    }

    /** The formula as it was given. */
    public String formula() {
        return formula;
    }

    /** 1-based column in the formula; one past the end when something is missing there. */
    public int column() {
        return column;
    }

    /** What is wrong, such as {@code unknown name}. */
    public String problem() {
        return problem;
    }

    /** What was found at the column. */
    public String found() {
        return found;
    }

    /** What was expected instead. */
    public String expected() {
        return expected;
    }

    /** What to do, possibly empty. */
    public String hint() {
        return hint;
    }
}
