package dev.premia.domain.formula;

import java.math.BigDecimal;
import java.util.Objects;

/** A decimal number, or the statement that there is none together with the reason. */
public sealed interface Value permits Value.Defined, Value.Undefined {

    /** A number; equality is that of {@link BigDecimal}, so 1.0 and 1.00 differ. */
    record Defined(BigDecimal amount) implements Value {
        public Defined {
            Objects.requireNonNull(amount, "amount");
        }

        @Override
        public boolean isDefined() {
            return true;
        }

        @Override
        public BigDecimal orElse(BigDecimal other) {
            return amount;
        }

        @Override
        public String toString() {
            return amount.toPlainString();
        }
    }

    /** No number, such as a ratio without a denominator; {@code reason} is a phrase for people. */
    record Undefined(String reason) implements Value {
        public Undefined {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public boolean isDefined() {
            return false;
        }

        @Override
        public BigDecimal orElse(BigDecimal other) {
            return other;
        }

        @Override
        public String toString() {
            return "undefined";
        }
    }

    /** A defined value. */
    static Value of(BigDecimal amount) {
        return new Defined(amount);
    }

    /** A defined whole value. */
    static Value of(long amount) {
        return new Defined(BigDecimal.valueOf(amount));
    }

    /** An undefined value; the reason reads like {@code average_deal is undefined: no won deals}. */
    static Value undefined(String reason) {
        return new Undefined(reason);
    }

    boolean isDefined();

    /** The number, or {@code other} when undefined. */
    BigDecimal orElse(BigDecimal other);
}
