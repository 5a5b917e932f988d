package dev.premia.scenario;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** What a scenario is made of, in the order of the file. */
public sealed interface Step {

    Place place();

    /**
     * Something happens: one record, or several that count as one change.
     *
     * @param name for messages, e.g. {@code deal d1}
     * @param records in the order in which they are recorded
     */
    record Recorded(Place place, String name, List<ScenarioRecord<?>> records) implements Step {
        public Recorded {
            records = List.copyOf(records);
        }

        /** For messages: {@code line 12, deal d1}. */
        public String shown() {
            return "line " + place.line() + ", " + name;
        }
    }

    /**
     * A month is closed: what was recorded before the cutoff is frozen.
     *
     * @param cutoff null for everything that was recorded so far
     */
    record Closed(Place place, YearMonth period, Instant cutoff) implements Step {

        /** The records of the close, worked out from everything that was recorded before. */
        public Recorded records(ScenarioLog log) {
            return new Recorded(place, "close of " + period, log.close(this));
        }
    }

    /** Something must be true now. */
    record Expected(Expectation expectation) implements Step {
        @Override
        public Place place() {
            return expectation.place();
        }
    }
}
