package dev.premia.domain.control;

import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;

/** One decision. Ids are qualified; windows and days are calendar days in the zone of the plan concerned. */
public sealed interface Decision {

    Heading heading();

    /**
     * What of its kind can be decided once only, for instance the result of one contest; null where the id alone must be
     * unique.
     */
    default String claim() {
        return null;
    }

    /** What it says, to tell a repetition from another decision under the same id. */
    default String content() {
        return toString();
    }

    /**
     * Who decided what for which reason.
     *
     * @param id unique; a repetition changes nothing
     * @param at when it was decided, or null
     * @param approver who approved; somebody other than the author where approval is needed
     * @param document the order or letter behind it, or null
     */
    record Heading(String id, Instant at, String author, String approver, String reason, String document) {}

    /**
     * An amount by hand.
     *
     * @param manager who receives it
     * @param toManager for a transfer of points: who receives what {@code manager} gives; else null
     * @param type {@code bonus}, {@code correction}, {@code disciplinary}, {@code grant}, {@code transfer}, ...
     * @param period the month in whose payroll it belongs
     * @param minor signed, in minor units of {@code unit}
     * @param unit ISO currency code, or {@code points}
     */
    record Adjustment(
            Heading heading, String manager, String toManager, String type, YearMonth period, long minor, String unit)
            implements Decision {

        /** A reduction for a breach of discipline. */
        public static final String DISCIPLINARY = "disciplinary";

        /** Points that one employee gives another. */
        public static final String TRANSFER = "transfer";

        /** Whether a manager's account is concerned. */
        public boolean concerns(String managerId) {
            return managerId.equals(manager) || managerId.equals(toManager);
        }

        /** What it says for one of the managers concerned, in minor units. */
        public long minorFor(String managerId) {
            if (toManager == null) {
                return minor;
            }
            long given = managerId.equals(manager) ? -minor : 0;
            return managerId.equals(toManager) ? given + minor : given;
        }
    }

    /**
     * Pay of a deal is withheld.
     *
     * @param plan null for all plans
     * @param component null for all components
     * @param from first day of effect
     */
    record Hold(Heading heading, String deal, String plan, String component, LocalDate from) implements Decision {}

    /**
     * Pay of a deal is set free.
     *
     * @param plan null for all plans
     * @param component null for all components
     * @param from first day of effect
     * @param share how much of it is free from that day on, above 0 to 1
     */
    record Release(Heading heading, String deal, String plan, String component, LocalDate from, BigDecimal share)
            implements Decision {}

    /**
     * A part of what one manager is credited with of a deal is credited to another one.
     *
     * @param manager who gives; who has no credit of the deal when it takes effect gives nothing
     * @param toManager who receives
     * @param share how much of the giver's credit moves, above 0 to 1
     * @param from the as-of day from which it counts; null: at once
     */
    record CreditTransfer(
            Heading heading, String deal, String manager, String toManager, BigDecimal share, LocalDate from)
            implements Decision {

        /** Whether it counts on an as-of day, which is null while no day was recorded. */
        public boolean countsOn(LocalDate asOf) {
            return from == null || (asOf != null && !from.isAfter(asOf));
        }
    }

    /**
     * An entry of the ledger is contested, or the contest is settled. It changes no money: what is accepted is put right by
     * a decision of its own.
     *
     * @param manager whose entry it is
     * @param sequence the number of the entry, from 1
     * @param resolution null when it is opened, else {@link #ACCEPTED} or {@link #REJECTED}
     */
    record Dispute(Heading heading, String manager, long sequence, String resolution) implements Decision {
        public static final String ACCEPTED = "accepted";
        public static final String REJECTED = "rejected";

        /** Identifies the dispute of an entry. */
        static String claimOf(String manager, long sequence) {
            return "dispute|" + manager + "|" + sequence;
        }

        /** Whether it ends the dispute. */
        public boolean settles() {
            return resolution != null;
        }

        @Override
        public String claim() {
            String dispute = claimOf(manager, sequence);
            return settles() ? dispute + "|settled" : dispute;
        }
    }

    /**
     * The final places of a contest. It rules from then on, whatever later facts say.
     *
     * @param window the origin window
     * @param places best first
     */
    record ContestResult(Heading heading, String plan, int version, String component, Window window, List<Place> places)
            implements Decision {
        public ContestResult {
            places = List.copyOf(places);
        }

        /** Identifies a contest. */
        public static String claimOf(String plan, String component, Window window) {
            return "contest|" + plan + "|" + component + "|" + window;
        }

        @Override
        public String claim() {
            return claimOf(plan, component, window);
        }
    }

    /**
     * The final place of one manager.
     *
     * @param place from 1; equal ones for ties
     * @param value what was ranked by, null where it was undefined
     * @param prizeMinor in minor units of the contest's unit
     */
    record Place(String manager, int place, BigDecimal value, long prizeMinor) {}

    /**
     * A later revision of an exchange rate counts.
     *
     * @param base ISO code of the currency that is priced
     * @param quote ISO code of the currency of the rate
     * @param day the day of the rate
     * @param revision the revision that rules from now on; of several the highest
     */
    record RestateRate(Heading heading, String base, String quote, LocalDate day, long revision) implements Decision {}

    /**
     * A posting period is cut off. What the log accepted below the offsets counts for it, all else comes later.
     *
     * @param period the month; every earlier one is closed with it
     * @param cutoff what was recorded at or after this instant is left out
     * @param zone the zone in which the as-of day is that of the cutoff
     * @param vector how much of the log counts; the cutoff itself rules only what has no place in a partition, as in files
     */
    record Close(Heading heading, YearMonth period, Instant cutoff, ZoneId zone, OffsetVector vector)
            implements Decision {

        /** Identifies the close of a month. */
        public static String claimOf(YearMonth period) {
            return "close|" + period;
        }

        @Override
        public String claim() {
            return claimOf(period);
        }

        /** The as-of day of what is computed for it. */
        public LocalDate asOf() {
            return LocalDate.ofInstant(cutoff, zone);
        }

        /** Whether a record counts. */
        public boolean includes(SourcePosition position) {
            OptionalLong end = vector.of(position.topic(), position.partition());
            if (end.isPresent()) {
                return position.offset() < end.getAsLong();
            }
            // A partition that came into being after the vector was taken has nothing that counts, whatever its times
            // say.
            boolean inLog = position.partition() >= 0 && !vector.equals(OffsetVector.NONE);
            return !inLog && position.recordedAt().isBefore(cutoff);
        }
    }

    /**
     * What one manager gets in a period, for good once its close is completed; until then a later result replaces it.
     *
     * @param statement what is frozen; an empty one says that the manager gets nothing after all
     */
    record CloseResult(Heading heading, FrozenStatement statement) implements Decision {

        @Override
        public String claim() {
            return "close_result|" + statement.period() + "|" + statement.manager();
        }

        @Override
        public String content() {
            return claim() + "|" + statement.digest() + "|" + statement.balances();
        }
    }

    /**
     * All results of a close are there: whoever has none gets nothing, and nothing is posted to the period any more.
     *
     * @param managers how many results there are, withdrawn ones left out; it counts only if that and the digest are true
     * @param digest over the seals of all statements: what is posted, paid and carried
     */
    record CloseCompleted(Heading heading, YearMonth period, int managers, String digest) implements Decision {

        /** Identifies the completion of a month's close. */
        public static String claimOf(YearMonth period) {
            return "close_completed|" + period;
        }

        @Override
        public String claim() {
            return claimOf(period);
        }
    }
}
