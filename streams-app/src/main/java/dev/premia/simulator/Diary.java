package dev.premia.simulator;

/** What people plan besides calls: meetings, e-mails, tasks, trips. */
final class Diary {
    private static final double SHARE = 0.2;
    private static final double RECORDS_OF_AN_ERRAND = 1.75;

    private final Department department;
    private final Dice arrivals;
    private double today;
    private long errands;

    Diary(Department department) {
        this.department = department;
        arrivals = department.dice(Dice.Of.ARRIVALS, 3);
    }

    void openDay() {
        today = department.workload.othersToday() * SHARE / RECORDS_OF_AN_ERRAND;
    }

    /** What is entered in a slot of the day. */
    void openSlot(int slot, long start) {
        for (int i = arrivals.round(today * Seasonality.slot(slot)); i > 0; i--) {
            long at = start + arrivals.below(Agenda.QUARTER_HOUR);
            department.agenda.add(new Errand(department, ++errands), at);
        }
    }
}
