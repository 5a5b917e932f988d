package dev.premia.simulator;

import dev.premia.schemas.Lead;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.util.Map;

/** The life of one lead: created, touched, qualified, converted to a deal; or given up on the way. */
final class LeadJourney extends Journey {
    private static final LogNormal TOUCH = new LogNormal(35 * WorkingDays.MINUTE, 1.2);
    private static final LogNormal QUALIFY = new LogNormal(1.2 * WorkingDays.DAY, 0.8);
    private static final LogNormal CONVERT = new LogNormal(2.0 * WorkingDays.DAY, 0.8);
    private static final LogNormal GIVE_UP = new LogNormal(4.0 * WorkingDays.DAY, 0.7);

    private final Department department;
    private final Dice dice;
    private final long number;
    private final String channel;
    private final String campaign;
    private final long createdAt;
    private final double talent;
    private Seller owner;
    private Phase phase = Phase.CREATE;
    private int revision;
    private long touchedAt;
    private long qualifiedAt;
    private long convertedAt;
    private long closedAt;
    private long customer;
    private String deal;

    private enum Phase {
        CREATE("new"),
        TOUCH("in_work"),
        REASSIGN("in_work"),
        QUALIFY("qualified"),
        CONVERT("converted"),
        REFUSE("junk"),
        DONE("done");

        final String status;

        Phase(String status) {
            this.status = status;
        }
    }

    LeadJourney(Department department, long number, Seller owner, String channel, String campaign, long createdAt) {
        this.department = department;
        this.number = number;
        this.owner = owner;
        this.channel = channel;
        this.campaign = campaign;
        this.createdAt = createdAt;
        dice = department.dice(Dice.Of.LEAD, number);
        talent = owner.winRate / 0.43;
    }

    /** Makes the appointment for the arrival. */
    void open() {
        department.agenda.add(this, createdAt);
    }

    @Override
    void step() {
        long at = at();
        Phase now = phase;
        owner = department.roster.present(owner, dice);
        act(now, at);
        phase = following(now);
        long then = phase == Phase.DONE ? Noise.LAST : when(phase, at);
        publish(now, at, then);
        if (phase != Phase.DONE) {
            department.agenda.add(this, then);
        }
    }

    private void act(Phase now, long at) {
        switch (now) {
            case TOUCH -> {
                touchedAt = at;
                department.traffic.around(owner, -number, at, dice);
            }
            case REASSIGN -> owner = department.roster.hunter(dice);
            case QUALIFY -> {
                qualifiedAt = at;
                department.traffic.around(owner, -number, at, dice);
            }
            case CONVERT -> convert(at);
            case REFUSE -> closedAt = at;
            case CREATE, DONE -> {
                // nothing besides the revision
            }
        }
    }

    private void convert(long at) {
        convertedAt = at;
        closedAt = at;
        boolean known = dice.chance(0.15) && !department.customers.isEmpty();
        customer = known ? department.customers.any(dice) : department.customers.enter(owner, at, true);
        DealJourney journey =
                new DealJourney(department, owner, customer, new DealOrigin(number, campaign, false), at + 1_000);
        deal = journey.id();
        journey.open();
    }

    private Phase following(Phase now) {
        return switch (now) {
            case CREATE -> dice.chance(0.94) ? Phase.TOUCH : Phase.REFUSE;
            case TOUCH -> dice.chance(0.08) ? Phase.REASSIGN : qualifyOrRefuse();
            case REASSIGN -> qualifyOrRefuse();
            case QUALIFY -> dice.chance(Math.min(0.9, 0.55 * talent)) ? Phase.CONVERT : Phase.REFUSE;
            case CONVERT, REFUSE, DONE -> Phase.DONE;
        };
    }

    private Phase qualifyOrRefuse() {
        return dice.chance(0.58) ? Phase.QUALIFY : Phase.REFUSE;
    }

    private long when(Phase step, long at) {
        LogNormal gap =
                switch (step) {
                    case TOUCH, REASSIGN -> TOUCH;
                    case QUALIFY -> QUALIFY;
                    case CONVERT -> CONVERT;
                    case REFUSE, CREATE, DONE -> GIVE_UP;
                };
        return department.days.workAt(at + WorkingDays.MINUTE + (long) gap.draw(dice), dice);
    }

    private void publish(Phase now, long at, long then) {
        String id = Ids.lead(number);
        Lead lead = new Lead(
                id,
                (long) ++revision,
                Ids.CRM,
                false,
                Instant.ofEpochMilli(at),
                now.status,
                owner.id,
                Instant.ofEpochMilli(createdAt),
                instant(touchedAt),
                instant(qualifiedAt),
                instant(convertedAt),
                instant(closedAt),
                channel,
                campaign,
                customer == 0 ? null : department.customers.segment(customer),
                customer == 0 ? null : Ids.customer(customer),
                deal,
                Map.of());
        department.noise.send(Topics.LEADS, id, lead, at, then);
    }

    private static Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
