package dev.premia.simulator;

import dev.premia.schemas.Deal;
import dev.premia.schemas.Lead;
import dev.premia.schemas.TopicSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * The way from the source to the log: usually a second or two, sometimes twice, days late, after the next revision, or
 * followed by other content under the same revision.
 */
final class Noise {
    /** There is no later revision that this one could arrive after. */
    static final long LAST = Long.MAX_VALUE;

    private static final double CONTRADICTION = 0.001;
    /** About this share of revisions has a successor, and only those can be overtaken. */
    private static final double WITH_SUCCESSOR = 0.5;

    private final Agenda agenda;
    private final Dice dice;
    private final Spoiler spoiler;
    private final double twice;
    private final double late;
    private final double overtaken;
    private final double contradicted;
    private final double disorder;

    Noise(SimulationOptions options, Agenda agenda) {
        this.agenda = agenda;
        dice = Dice.of(options.seed(), Dice.Of.NOISE, 0);
        spoiler = new Spoiler(options);
        twice = options.duplicateRate();
        late = twice + options.lateRate();
        disorder = options.disorderRate();
        overtaken = late + Math.min(disorder / WITH_SUCCESSOR, 1 - late);
        contradicted = overtaken + (disorder > 0 ? CONTRADICTION : 0);
    }

    /**
     * Hands a record over.
     *
     * @param at when the source said it
     * @param next when the source will say the next revision, or {@link #LAST}
     */
    void send(TopicSpec<?> topic, String key, SpecificRecord value, long at, long next) {
        long arrival = at + 200 + dice.below(2_800);
        double draw = dice.unit();
        if (draw < twice) {
            deliver(topic, key, value, arrival + 500 + dice.below(10 * WorkingDays.MINUTE));
        } else if (draw < late) {
            arrival += WorkingDays.DAY + dice.below(5 * WorkingDays.DAY);
        } else if (draw < overtaken && next != LAST) {
            arrival = next + 4_000 + dice.below(30 * WorkingDays.MINUTE);
        } else if (draw >= overtaken && draw < contradicted) {
            contradict(topic, key, value, arrival);
        }
        deliver(topic, key, value, arrival);
        if (spoiler.strikes()) {
            SpecificRecord spoiled = spoiler.spoil(value);
            if (spoiled != null) {
                deliver(topic, key, spoiled, arrival + 1 + spoiler.delay());
            }
        }
    }

    /** Whether a pair of revisions changes places on the way. */
    boolean swaps() {
        return dice.chance(disorder);
    }

    /** Exactly once, exactly then. */
    void deliver(TopicSpec<?> topic, String key, SpecificRecord value, long arrival) {
        agenda.add(new Delivery(topic, key, value), arrival);
    }

    private void contradict(TopicSpec<?> topic, String key, SpecificRecord value, long arrival) {
        if (value instanceof Deal deal && !deal.getDeleted()) {
            Deal other = Deal.newBuilder(deal)
                    .setAmount(percent(deal.getAmount(), 101))
                    .setChangedAt(later(deal.getChangedAt()))
                    .build();
            deliver(topic, key, other, arrival + 1_500);
        } else if (value instanceof Lead lead) {
            Lead other = Lead.newBuilder(lead)
                    .setStatus(lead.getStatus() + "_checked")
                    .setChangedAt(later(lead.getChangedAt()))
                    .build();
            deliver(topic, key, other, arrival + 1_500);
        }
    }

    private static Instant later(Instant instant) {
        return instant.plusMillis(1_000);
    }

    private static BigDecimal percent(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent, 2))
                .setScale(2, RoundingMode.HALF_UP)
                .setScale(4);
    }
}
