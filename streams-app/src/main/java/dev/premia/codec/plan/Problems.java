package dev.premia.codec.plan;

import dev.premia.domain.formula.FormulaException;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Collects the problems of one file. */
public final class Problems {
    private final String file;
    private final String document;
    private final List<String> lines;
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    Problems(String file, String text) {
        this(file, text, "a plan");
    }

    /**
     * @param file the file's name, for messages
     * @param text the whole file
     * @param document what it is, e.g. {@code a plan}
     */
    public Problems(String file, String text, String document) {
        this.file = file;
        this.document = document;
        this.lines = text.lines().toList();
    }

    /** What the file is, with its article. */
    String document() {
        return document;
    }

    public List<Problem> errors() {
        return errors;
    }

    List<Problem> warnings() {
        return warnings;
    }

    public void error(Item at, String problem, String found, String expected, String hint) {
        errors.add(at(
                at.line(),
                at.column(),
                at.path(),
                message(problem, found, expected),
                Advice.or(hint, problem, expected)));
    }

    void warning(Item at, String message, String hint) {
        warnings.add(at(at.line(), at.column(), at.path(), message, hint));
    }

    /** An error in the syntax of the document. */
    void syntaxError(int line, int column, String message, String hint) {
        errors.add(at(line, column, "", message, hint));
    }

    /** An error at a 1-based column of a formula. */
    void error(Item at, int formulaColumn, String problem, String found, String expected, String hint) {
        int column = columnInFile(at, formulaColumn);
        errors.add(at(
                at.line(), column, at.path(), message(problem, found, expected), Advice.or(hint, problem, expected)));
    }

    void error(Item at, FormulaException e) {
        error(at, e.column(), e.problem(), e.found(), e.expected(), e.hint());
    }

    static String message(String problem, String found, String expected) {
        return problem + ": found " + found + ", expected " + expected;
    }

    private Problem at(int line, int column, String path, String message, String hint) {
        String source = line <= lines.size() ? lines.get(line - 1) : "";
        return new Problem(file, line, column, path, message, hint, source);
    }

    /** A scalar that is folded over lines or has escapes does not tell where its characters stand: its start does then. */
    private int columnInFile(Item at, int formulaColumn) {
        if (!(at.node() instanceof ScalarNode scalar) || at.line() > lines.size()) {
            return at.column();
        }
        String line = lines.get(at.line() - 1);
        int quote = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        int start = at.column() - 1 + quote;
        boolean verbatim = endsOnItsLine(scalar) && line.startsWith(scalar.getValue(), start);
        return verbatim ? start + formulaColumn : at.column();
    }

    private static boolean endsOnItsLine(ScalarNode scalar) {
        return scalar.getStartMark()
                .map(Mark::getLine)
                .equals(scalar.getEndMark().map(Mark::getLine));
    }
}
