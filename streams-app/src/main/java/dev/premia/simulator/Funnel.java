package dev.premia.simulator;

import dev.premia.simulator.SimulationOptions.Profile;

/** Where new business begins: leads by channel and campaign, and further deals with customers who bought before. */
final class Funnel {
    /** Records that a lead brings within a quarter, its deal and customer included. */
    private static final double RECORDS_OF_A_LEAD = 5.6;
    /** Records that a deal brings within a quarter, payments and answers included. */
    private static final double RECORDS_OF_A_DEAL = 6.2;

    private static final double LEADS_SHARE = 0.57;
    private static final double REPEAT_SHARE = 0.21;
    private static final double DEALS_OF_A_LEAD = 0.3;
    private static final double OPEN_DAYS = 18;
    private static final double SHARE_OF_RENEWALS = 0.2;
    private static final String[] CHANNELS = {"site", "ads", "call", "partner", "fair", "referral"};
    private static final double[] CHANNEL_WEIGHTS = {0.34, 0.56, 0.74, 0.86, 0.93, 1};

    private final Department department;
    private final Dice arrivals;
    private final int campaigns;
    private double leadsToday;
    private double dealsToday;
    private long leads;

    Funnel(Department department) {
        this.department = department;
        arrivals = department.dice(Dice.Of.ARRIVALS, 2);
        campaigns = campaigns(department.options);
    }

    /** Number of campaigns that bring leads and cost money. */
    static int campaigns(SimulationOptions options) {
        return Math.max(2, Math.min(6, options.headCount() / 4));
    }

    void openDay() {
        double others = department.workload.othersToday() / (1 + department.options.duplicateRate());
        switch (department.options.profile()) {
            case DEPARTMENT -> {
                leadsToday = others * LEADS_SHARE / RECORDS_OF_A_LEAD;
                dealsToday = others * REPEAT_SHARE / RECORDS_OF_A_DEAL;
            }
            case DEALS_ONLY -> dealsToday = others / RECORDS_OF_A_DEAL;
            case CALLS_ONLY -> dealsToday = 0;
        }
    }

    /** Deals that were open when the period began go on in its first days. */
    void resumeOpenDeals() {
        double perDay = dealsPerAverageDay();
        int open = arrivals.round(perDay * OPEN_DAYS);
        for (int i = 0; i < open; i++) {
            long created = department.days.start(0) - arrivals.below(30 * WorkingDays.DAY);
            long at = department.days.workAt(
                    department.days.start(0) + 10 * WorkingDays.HOUR + arrivals.below(10 * WorkingDays.DAY), arrivals);
            repeat(created).resume(at);
        }
    }

    private double dealsPerAverageDay() {
        double others = department.workload.perDay() * (1 - department.options.effectiveCallShare());
        if (department.options.profile() == Profile.DEALS_ONLY) {
            return others / RECORDS_OF_A_DEAL;
        }
        return others * (LEADS_SHARE / RECORDS_OF_A_LEAD * DEALS_OF_A_LEAD + REPEAT_SHARE / RECORDS_OF_A_DEAL);
    }

    /** What begins in a slot of the day. */
    void openSlot(int slot, long start) {
        double share = Seasonality.slot(slot);
        for (int i = arrivals.round(leadsToday * share); i > 0; i--) {
            lead(start + arrivals.below(Agenda.QUARTER_HOUR));
        }
        for (int i = arrivals.round(dealsToday * share); i > 0; i--) {
            repeat(start + arrivals.below(Agenda.QUARTER_HOUR)).open();
        }
    }

    private void lead(long at) {
        int channel = arrivals.index(CHANNEL_WEIGHTS);
        boolean advertised = channel < 2;
        String campaign = advertised ? Ids.campaign(1 + arrivals.below(campaigns)) : null;
        boolean evening = channel == 0 && arrivals.chance(0.25);
        long created = evening ? at + arrivals.between(4, 10) * WorkingDays.HOUR : at;
        Seller owner = department.roster.hunter(arrivals);
        new LeadJourney(department, ++leads, owner, CHANNELS[channel], campaign, created).open();
    }

    private DealJourney repeat(long created) {
        long customer = department.customers.any(arrivals);
        Seller known = department.roster.seller(department.customers.owner(customer));
        Seller owner =
                arrivals.chance(0.7) ? department.roster.present(known, arrivals) : department.roster.farmer(arrivals);
        DealOrigin origin = arrivals.chance(SHARE_OF_RENEWALS) ? DealOrigin.RENEWAL : DealOrigin.REPEAT;
        return new DealJourney(department, owner, customer, origin, created);
    }
}
