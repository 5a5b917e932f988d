package dev.premia.simulator;

import dev.premia.simulator.SimulationOptions.Profile;

/**
 * How many records a day should bring, and how many came so far. The day's plan follows the season; what was missed or
 * overdone so far is made good by and by, so that number and mix of the records come out as asked.
 */
final class Workload {
    /** Sum of the weights of the days of an average month. */
    static final double WEIGHT_OF_MONTH = 20.5;

    private static final double GENTLEST = 0.7;
    private static final double FIRMEST = 1.4;

    private final WorkingDays days;
    private final double perWeight;
    private final double callShare;
    private double plannedBefore;
    private long calls;
    private long others;
    private int today;

    Workload(SimulationOptions options, WorkingDays days, int lengthInDays) {
        this.days = days;
        callShare = options.effectiveCallShare();
        double weight = 0;
        for (int day = 0; day < lengthInDays; day++) {
            weight += days.weight(day);
        }
        perWeight = options.events() > 0 ? options.events() / weight : naturalPerWeight(options);
    }

    private static double naturalPerWeight(SimulationOptions options) {
        double perMonth = options.headCount() * SimulationOptions.RECORDS_PER_MANAGER_MONTH;
        return perMonth * (options.profile() == Profile.DEPARTMENT ? 1 : 0.5) / WEIGHT_OF_MONTH;
    }

    void openDay(int day) {
        if (day > 0) {
            plannedBefore += planned();
        }
        today = day;
    }

    void count(boolean call) {
        if (call) {
            calls++;
        } else {
            others++;
        }
    }

    long emitted() {
        return calls + others;
    }

    /** Records that the plan gives to today. */
    double planned() {
        return perWeight * days.weight(today);
    }

    /** Call records that today should bring so that their share holds. */
    double callsToday() {
        double soFar = callShare < 1 ? emitted() : plannedBefore;
        double owed = callShare * (soFar + planned()) - calls;
        return Math.max(0, Math.min(owed, 1.6 * callShare * planned()));
    }

    /** Records other than calls that the work begun today should bring sooner or later. */
    double othersToday() {
        double expected = (1 - callShare) * plannedBefore;
        double pace = others < 100 || expected < 1 ? 1 : expected / others;
        return (1 - callShare) * planned() * Math.max(GENTLEST, Math.min(FIRMEST, pace));
    }

    /** Records of an average working day. */
    double perDay() {
        return perWeight;
    }
}
