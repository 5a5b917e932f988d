package dev.premia.simulator;

/** What every part of the department shares. */
final class Department {
    final SimulationOptions options;
    final WorkingDays days;
    final Agenda agenda;
    final Noise noise;
    final Workload workload;
    final Roster roster;
    final CustomerBase customers;
    final ProductShelf shelf;
    final Cashier cashier;
    final CallTraffic traffic;
    /** Length of the period in days. */
    final int lengthInDays;

    private long deals;

    Department(SimulationOptions options) {
        this.options = options;
        lengthInDays = (int) (options.until().toEpochDay() - options.from().toEpochDay());
        days = new WorkingDays(options.from(), options.zone());
        agenda = new Agenda(days.start(0));
        noise = new Noise(options, agenda);
        workload = new Workload(options, days, lengthInDays);
        roster = new Roster(options, days, lengthInDays);
        customers = new CustomerBase(options, days, noise);
        shelf = new ProductShelf(options.seed());
        cashier = new Cashier(noise);
        traffic = new CallTraffic(this);
    }

    long nextDeal() {
        return ++deals;
    }

    Dice dice(Dice.Of kind, long number) {
        return Dice.of(options.seed(), kind, number);
    }

    /** Work begun per person, where 1 is what {@link SimulationOptions} calls natural. */
    double intensity() {
        double natural = options.headCount() * SimulationOptions.RECORDS_PER_MANAGER_MONTH / Workload.WEIGHT_OF_MONTH;
        return workload.perDay() / natural;
    }
}
