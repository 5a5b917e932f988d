package dev.premia.simulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What to simulate. Equal options give equal streams.
 *
 * @param seed where all chance comes from
 * @param profile which part of the department speaks
 * @param events number of records, reached exactly; 0 for as many as the period naturally brings
 * @param managers head count at the start, heads included; 0 for {@value #DEFAULT_MANAGERS}, or with {@code events} as
 *     many as that work needs ({@value #FEWEST_MANAGERS} to {@value #MOST_MANAGERS})
 * @param from first day, in {@code zone}
 * @param months length of the period in calendar months. With {@code events} the intensity follows from it, and the
 *     last record may lie some days before or after its end
 * @param zone zone of the working hours
 * @param callShare share of calls among all records, 0 to 1; only for {@link Profile#DEPARTMENT}
 * @param duplicateRate share of records that are sent twice
 * @param disorderRate share of revisions that arrive after a newer revision of the same entity
 * @param lateRate share of records that arrive days after they were said
 * @param invalidRate chance of an additional, invalid record beside each deal, lead, call and payment record
 */
public record SimulationOptions(
        long seed,
        Profile profile,
        long events,
        int managers,
        LocalDate from,
        int months,
        ZoneId zone,
        double callShare,
        double duplicateRate,
        double disorderRate,
        double lateRate,
        double invalidRate) {

    static final int DEFAULT_MANAGERS = 24;
    static final int FEWEST_MANAGERS = 6;
    static final int MOST_MANAGERS = 2_000;

    /** Records of a manager in a month of average season, calls included. */
    static final double RECORDS_PER_MANAGER_MONTH = 620;

    /** Which part of the department speaks. All profiles include managers, teams, the calendar and targets. */
    public enum Profile {
        /** Everything: calls, leads, deals, payments, activities, surveys, spending, customers, products. */
        DEPARTMENT,
        /** Telephone calls. */
        CALLS_ONLY,
        /** Deals of known customers with their payments, and no leads. */
        DEALS_ONLY
    }

    public SimulationOptions {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(zone, "zone");
        require(events >= 0, "events", events, "0 or more");
        require(managers >= 0 && managers <= 100_000, "managers", managers, "0 to 100000");
        require(months >= 1 && months <= 600, "months", months, "1 to 600");
        share("callShare", callShare);
        share("duplicateRate", duplicateRate);
        share("disorderRate", disorderRate);
        share("lateRate", lateRate);
        share("invalidRate", invalidRate);
        require(
                duplicateRate + disorderRate + lateRate <= 0.9,
                "duplicateRate + disorderRate + lateRate",
                duplicateRate + disorderRate + lateRate,
                "at most 0.9 together");
    }

    /** Seed 1, three months from 1 January 2026 in Moscow, 24 managers, half of the records calls, usual noise. */
    public static SimulationOptions defaults() {
        return new SimulationOptions(
                1,
                Profile.DEPARTMENT,
                0,
                0,
                LocalDate.of(2026, 1, 1),
                3,
                ZoneId.of("Europe/Moscow"),
                0.5,
                0.02,
                0.01,
                0.005,
                0);
    }

    public SimulationOptions withSeed(long value) {
        return new SimulationOptions(
                value,
                profile,
                events,
                managers,
                from,
                months,
                zone,
                callShare,
                duplicateRate,
                disorderRate,
                lateRate,
                invalidRate);
    }

    public SimulationOptions withProfile(Profile value) {
        return new SimulationOptions(
                seed,
                value,
                events,
                managers,
                from,
                months,
                zone,
                callShare,
                duplicateRate,
                disorderRate,
                lateRate,
                invalidRate);
    }

    public SimulationOptions withEvents(long value) {
        return new SimulationOptions(
                seed,
                profile,
                value,
                managers,
                from,
                months,
                zone,
                callShare,
                duplicateRate,
                disorderRate,
                lateRate,
                invalidRate);
    }

    public SimulationOptions withManagers(int value) {
        return new SimulationOptions(
                seed,
                profile,
                events,
                value,
                from,
                months,
                zone,
                callShare,
                duplicateRate,
                disorderRate,
                lateRate,
                invalidRate);
    }

    /** The period: {@code months} calendar months from the day {@code first}. */
    public SimulationOptions withPeriod(LocalDate first, int length) {
        return new SimulationOptions(
                seed,
                profile,
                events,
                managers,
                first,
                length,
                zone,
                callShare,
                duplicateRate,
                disorderRate,
                lateRate,
                invalidRate);
    }

    public SimulationOptions withZone(ZoneId value) {
        return new SimulationOptions(
                seed,
                profile,
                events,
                managers,
                from,
                months,
                value,
                callShare,
                duplicateRate,
                disorderRate,
                lateRate,
                invalidRate);
    }

    public SimulationOptions withCallShare(double value) {
        return new SimulationOptions(
                seed,
                profile,
                events,
                managers,
                from,
                months,
                zone,
                value,
                duplicateRate,
                disorderRate,
                lateRate,
                invalidRate);
    }

    /** How often sources repeat themselves, contradict the order of revisions, and are days late. */
    public SimulationOptions withNoise(double duplicates, double disorder, double late) {
        return new SimulationOptions(
                seed,
                profile,
                events,
                managers,
                from,
                months,
                zone,
                callShare,
                duplicates,
                disorder,
                late,
                invalidRate);
    }

    public SimulationOptions withInvalidRate(double value) {
        return new SimulationOptions(
                seed,
                profile,
                events,
                managers,
                from,
                months,
                zone,
                callShare,
                duplicateRate,
                disorderRate,
                lateRate,
                value);
    }

    /** The first day after the period. */
    public LocalDate until() {
        return from.plusMonths(months);
    }

    /** Head count at the start, resolved. */
    int headCount() {
        if (managers > 0) {
            return managers;
        }
        if (events == 0) {
            return DEFAULT_MANAGERS;
        }
        long needed = Math.round(events / (months * RECORDS_PER_MANAGER_MONTH));
        return (int) Math.max(FEWEST_MANAGERS, Math.min(MOST_MANAGERS, needed));
    }

    /** Share of calls after the profile has spoken. */
    double effectiveCallShare() {
        return switch (profile) {
            case CALLS_ONLY -> 1;
            case DEALS_ONLY -> 0;
            case DEPARTMENT -> callShare;
        };
    }

    private static void share(String name, double value) {
        require(value >= 0 && value <= 1, name, value, "a fraction from 0 to 1");
    }

    private static void require(boolean holds, String name, Object found, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("Simulation: %s is %s, expected %s.".formatted(name, found, expected));
        }
    }
}
