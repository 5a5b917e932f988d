package dev.premia.replay.input;

import dev.premia.domain.control.Decision;
import dev.premia.domain.control.SourcePosition;
import java.time.YearMonth;

/** How much of a log counts. */
public interface Bound {
    /** All of it. */
    Bound NONE = new Bound() {
        @Override
        public boolean includes(SourcePosition position) {
            return true;
        }

        @Override
        public boolean includesClose(YearMonth period, SourcePosition position) {
            return true;
        }
    };

    /** Whether a record counts that is not about a close. */
    boolean includes(SourcePosition position);

    /** Whether a close, one of its results or its completion counts. */
    boolean includesClose(YearMonth period, SourcePosition position);

    /** Whether the log holds the results of everybody for each close, so that a completion can be compared with them. */
    default boolean holdsAllResults() {
        return true;
    }

    /** The same of a log that holds the results of some alone, as a bundle does. */
    default Bound ofSome() {
        Bound all = this;
        return new Bound() {
            @Override
            public boolean includes(SourcePosition position) {
                return all.includes(position);
            }

            @Override
            public boolean includesClose(YearMonth period, SourcePosition position) {
                return all.includesClose(period, position);
            }

            @Override
            public boolean holdsAllResults() {
                return false;
            }
        };
    }

    /** What counts for a close: what lies below its vector, and every close before it, whenever that was recorded. */
    static Bound of(Decision.Close close) {
        return new Bound() {
            @Override
            public boolean includes(SourcePosition position) {
                return close.includes(position);
            }

            @Override
            public boolean includesClose(YearMonth period, SourcePosition position) {
                return period.isBefore(close.period());
            }
        };
    }

    /**
     * What was known at an instant.
     *
     * @param instant the instant as the cutoff of a close that nobody made
     */
    static Bound asOf(Decision.Close instant) {
        return new Bound() {
            @Override
            public boolean includes(SourcePosition position) {
                return instant.includes(position);
            }

            @Override
            public boolean includesClose(YearMonth period, SourcePosition position) {
                return instant.includes(position);
            }
        };
    }
}
