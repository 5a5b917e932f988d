package dev.premia.simulator;

import dev.premia.schemas.Activity;
import dev.premia.schemas.ActivityKind;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.util.Map;

/** One entry of a diary: planned, and mostly done some hours or days later. E-mails and messages are done at once. */
final class Errand extends Journey {
    private static final ActivityKind[] KINDS = {
        ActivityKind.email,
        ActivityKind.meeting,
        ActivityKind.task,
        ActivityKind.message,
        ActivityKind.trip,
        ActivityKind.training
    };
    private static final double[] WEIGHTS = {0.25, 0.55, 0.85, 0.95, 0.98, 1};
    private static final LogNormal DAYS_AHEAD = new LogNormal(1.5 * WorkingDays.DAY, 0.8);

    private final Department department;
    private final long number;
    private final Dice dice;
    private final ActivityKind kind;
    private final Seller seller;
    private final long customer;
    private long createdAt;
    private long plannedAt;
    private int revision;

    Errand(Department department, long number) {
        this.department = department;
        this.number = number;
        dice = department.dice(Dice.Of.ERRAND, number);
        kind = KINDS[dice.index(WEIGHTS)];
        seller = department.roster.anybody(dice);
        customer = department.customers.any(dice);
    }

    @Override
    void step() {
        long at = at();
        if (revision > 0) {
            publish(at, at, "done", Noise.LAST);
        } else if (kind == ActivityKind.email || kind == ActivityKind.message) {
            createdAt = at;
            publish(at, at, "sent", Noise.LAST);
        } else {
            plan(at);
        }
    }

    private void plan(long at) {
        createdAt = at;
        plannedAt = department.days.workAt(at + WorkingDays.HOUR + (long) DAYS_AHEAD.draw(dice), dice);
        boolean done = dice.chance(0.88);
        long then = done ? department.days.workAt(plannedAt + dice.below(2 * WorkingDays.HOUR), dice) : Noise.LAST;
        publish(at, 0, "planned", then);
        if (done) {
            department.agenda.add(this, then);
        }
    }

    private void publish(long at, long heldAt, String status, long then) {
        String id = Ids.activity(number);
        Instant planned = plannedAt == 0 ? null : Instant.ofEpochMilli(plannedAt);
        Activity activity = new Activity(
                id,
                (long) ++revision,
                Ids.CRM,
                false,
                Instant.ofEpochMilli(at),
                kind,
                status,
                seller.id,
                Ids.customer(customer),
                null,
                null,
                Instant.ofEpochMilli(createdAt),
                planned,
                planned == null ? null : planned.plusSeconds(86_400),
                heldAt == 0 ? null : Instant.ofEpochMilli(heldAt),
                heldAt == 0 ? null : "ok",
                Map.of());
        department.noise.send(Topics.ACTIVITIES, id, activity, at, then);
    }
}
