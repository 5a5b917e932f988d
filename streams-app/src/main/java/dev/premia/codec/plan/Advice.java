package dev.premia.codec.plan;

import java.util.Map;

/** What to do about a problem whose finder has no better idea: nobody is left with a complaint alone. */
final class Advice {
    private static final Map<String, String> BY_PROBLEM = Map.ofEntries(
            Map.entry("reserved id", "rename the component"),
            Map.entry("keys that do not go together", "remove the key, or pay in the way that it belongs to"),
            Map.entry("wrong key", "a key is one word before a colon"),
            Map.entry(
                    "not a constant",
                    "write the number itself; formulas over KPIs are for rate, of, pay, per and caps"),
            Map.entry("wrong id", "write it like b2b-hunters: no blanks, and a letter or digit first"),
            Map.entry("wrong number", "write it without quotes, point or blanks, like 1"),
            Map.entry("limits are crossed", "swap the two limits"),
            Map.entry("curve not ascending", "sort the points by their first number"),
            Map.entry("scale not ascending", "sort the steps by their bounds; each bound stands once"),
            Map.entry("wrong weight", "remove the line if the KPI is not to count"),
            Map.entry("empty title", "write title: NAME, or title: { ru: NAME, en: NAME }"),
            Map.entry("step without an end", "add `to`; only the last step is open"),
            Map.entry("division by zero", "correct the divisor, or remove the division"),
            Map.entry("missing value", "complete the formula, or remove the operator"),
            Map.entry("missing brackets", "put the part that belongs together in brackets"),
            Map.entry("bracket not closed", "count the brackets: each `(` needs its `)`"),
            Map.entry("bracket not opened", "count the brackets: each `)` needs its `(`"),
            Map.entry("text not closed", "end the text with the quote that it begins with"),
            Map.entry(
                    "unknown character", "formulas have + - * / ^, comparisons, `and`, `or`, `not`, names and numbers"),
            Map.entry("number too long", "round the number"),
            Map.entry("wrong exponent", "write the exponent as a whole number, as in x ^ 2"));

    private Advice() {}

    /** The hint, or advice from what was expected when there is none. */
    static String or(String hint, String problem, String expected) {
        return hint.isEmpty() ? BY_PROBLEM.getOrDefault(problem, "write " + expected + " here") : hint;
    }
}
