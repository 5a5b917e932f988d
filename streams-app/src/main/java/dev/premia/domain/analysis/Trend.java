package dev.premia.domain.analysis;

import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Decimals;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A figure over windows that follow each other, each beside the one before. */
public final class Trend {
    /** Why there is no change. */
    public static final String NOTHING_TO_COMPARE = "change is undefined: one of the two windows has no value";

    /** Why there is no growth: of nothing, or of a loss, no percentage makes sense. */
    public static final String NO_BASE = "growth is undefined: the window before is not above 0";

    private Trend() {}

    /**
     * One window.
     *
     * @param previous the value of the window before
     * @param change value - previous
     * @param growth (value - previous) / previous with 34 digits; undefined where previous is not positive
     */
    public record Step(Window window, Value value, Value previous, Value change, Value growth) {}

    /**
     * The windows up to and with one, the earliest first. The first is compared with the window before it, too.
     *
     * @param windows how many, at least 1
     */
    public static List<Step> of(Window last, int windows, Function<Window, Value> figure) {
        if (windows < 1) {
            throw new IllegalArgumentException("a trend of no windows: " + windows);
        }
        Window first = last;
        for (int i = 1; i < windows; i++) {
            first = first.previous();
        }
        List<Step> steps = new ArrayList<>(windows);
        Value previous = figure.apply(first.previous());
        Window window = first;
        for (int i = 0; i < windows; i++) {
            Value value = figure.apply(window);
            steps.add(step(window, value, previous));
            previous = value;
            window = window.next();
        }
        return steps;
    }

    private static Step step(Window window, Value value, Value previous) {
        if (!value.isDefined() || !previous.isDefined()) {
            Value none = Value.undefined(NOTHING_TO_COMPARE);
            return new Step(window, value, previous, none, none);
        }
        BigDecimal base = previous.orElse(null);
        BigDecimal change = value.orElse(null).subtract(base);
        Value growth = base.signum() > 0 ? Value.of(Decimals.divide(change, base)) : Value.undefined(NO_BASE);
        return new Step(window, value, previous, Value.of(change), growth);
    }
}
