/**
 * The typed decimal formula language of motivation plans.
 *
 * <p>A formula is compiled once, when its plan is loaded: syntax, names, types, arity and division by a constant zero are checked
 * there and reported as {@link dev.premia.domain.formula.FormulaException}. What remains is an immutable tree that is evaluated with
 * {@link java.math.BigDecimal} in {@link java.math.MathContext#DECIMAL128} (34 digits, half even); rounding to money is the caller's
 * business. A compiled formula may be used by any number of threads.
 *
 * <p><b>Syntax.</b> Numbers ({@code 1_000_000}, {@code 0.5}), percent literals ({@code 5%} is exactly 0.05; there is no modulo), texts in
 * single or double quotes, {@code true} and {@code false}, case-sensitive names ({@code revenue}, {@code line.amount}) and calls.
 * Operators from the strongest to the weakest: {@code ^} (whole literal exponent), unary {@code -}, {@code * /}, {@code + -},
 * {@code < <= > >=}, {@code = == != <>}, {@code not !}, {@code and &&}, {@code or ||}, {@code condition ? a : b}.
 * Functions: {@code min}, {@code max}, {@code abs}, {@code round(x, digits)} (half up), {@code floor}, {@code ceil},
 * {@code if(condition, a, b)}, {@code clamp(x, low, high)}, {@code coalesce(x, ...)}, {@code defined(x)}, {@code lower(text)},
 * {@code in(x, a, ...)}, {@code has(list, text, ...)}; further ones come from {@link dev.premia.domain.formula.Names}.
 *
 * <p><b>Undefined.</b> A number may have no value at run time, such as a ratio whose denominator is 0. Undefined passes through
 * arithmetic and functions and keeps the reason of the first undefined operand. Division by zero is undefined. A comparison
 * with an undefined operand neither holds nor fails, {@code !=} included: {@code not (x > 1)} does not hold for an undefined {@code x}
 * either, and a condition that cannot be decided does not hold. A choice whose condition does not hold takes the second branch, and looks at
 * the chosen branch only; {@code coalesce} takes the first defined value; {@code defined} asks. An absent text behaves alike.
 */
package dev.premia.domain.formula;
