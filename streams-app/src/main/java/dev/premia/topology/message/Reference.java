package dev.premia.topology.message;

import dev.premia.domain.control.Decision;
import dev.premia.domain.control.SourcePosition;
import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.domain.ledger.Causes.OffsetRange;
import dev.premia.domain.plan.PlanBook;
import java.time.Instant;
import java.time.LocalDate;

/** What every task of a stage must know: it is sent to all of them as stream data. */
public sealed interface Reference extends Output {
    Cause cause();

    record Manager(ManagerRecord manager, Cause cause) implements Reference {}

    record Team(TeamRecord team, Cause cause) implements Reference {}

    /** A team's or the company's target; null value when it was deleted or names somebody else now. */
    record GroupTarget(String target, TargetRecord value, Cause cause) implements Reference {}

    /**
     * A plan version as published.
     *
     * @param document the text of the plan file
     * @param restatesClosed whether it was approved to rule origins whose posting period was closed before
     */
    record Plan(String plan, int version, boolean shadow, String document, boolean restatesClosed, Cause cause)
            implements Reference {

        /** How it was published. */
        public PlanBook.Recording recording() {
            OffsetRange range = cause.ranges().get(0);
            Instant recordedAt = Instant.ofEpochMilli(cause.timestamp());
            return new PlanBook.Recording(
                    new SourcePosition(range.topic(), range.partition(), range.first(), recordedAt), restatesClosed);
        }
    }

    /** A production calendar. */
    record Calendar(CalendarRecord calendar, Cause cause) implements Reference {}

    /** A decision of people, admitted in the order of the control topic. */
    record Decided(Decision decision, Cause cause) implements Reference {}

    /** A revision of an exchange rate. */
    record FxRate(FxRateRecord rate, Cause cause) implements Reference {}

    record Product(ProductRecord product, Cause cause) implements Reference {}

    /** A calendar day that has begun, by the one writer of days. */
    record Day(LocalDate day, Cause cause) implements Reference {}
}
