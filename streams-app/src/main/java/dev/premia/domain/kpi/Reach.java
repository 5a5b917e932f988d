package dev.premia.domain.kpi;

import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.util.List;

/** How far back the value of a KPI in a window looks: a fact changes the windows that it reaches, not only its own. */
public sealed interface Reach {
    /** The window alone. */
    Reach WINDOW = new Windows(0);

    /** The window and the one before. */
    Reach PREVIOUS = new Windows(1);

    /** Everything before the window's end. */
    Reach EVERYTHING = new Everything();

    /** Whole windows before the one that is measured. */
    record Windows(int back) implements Reach {}

    /**
     * Days before the window, as many as the KPI's number says.
     *
     * @param unlessGiven how many where the KPI is named without a number
     */
    record Days(int unlessGiven) implements Reach {
        /** Fewer days than an ISO week are none of the windows' business. */
        public static final int LEAST = 7;

        public static final int MOST = 366;

        /** What the number must be, for messages. */
        public static final String EXPECTED = "a whole number of days from " + LEAST + " to " + MOST;

        /** Whether a number may be given to such a KPI. */
        public static boolean accepts(BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(LEAST)) >= 0
                    && number.compareTo(BigDecimal.valueOf(MOST)) <= 0;
        }

        /** The number of days that a call means. */
        public int days(List<BigDecimal> parameters) {
            return parameters.isEmpty() ? unlessGiven : parameters.get(0).intValueExact();
        }
    }

    /** All of history. */
    record Everything() implements Reach {}

    /** Whether everything before the window's end counts. */
    default boolean isEverything() {
        return this instanceof Everything;
    }

    /** How many windows after its own a fact may change at most, {@link #isEverything} aside. */
    default int windowsBack(WindowKind kind, List<BigDecimal> parameters) {
        if (this instanceof Windows windows) {
            return windows.back();
        } else if (this instanceof Days days) {
            int shortest = kind.shortestDays();
            return (days.days(parameters) + shortest - 1) / shortest;
        }
        return 0;
    }
}
