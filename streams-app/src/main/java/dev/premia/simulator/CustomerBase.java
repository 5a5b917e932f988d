package dev.premia.simulator;

import dev.premia.schemas.Customer;
import dev.premia.schemas.DatedTag;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Who buys. Name, segment and telephone follow from the number of a customer; only the owner is kept, and only for the
 * {@value #REMEMBERED} youngest customers, so that the base stays small however long the simulation runs.
 */
final class CustomerBase {
    static final int REMEMBERED = 1 << 17;

    private static final String[] SEGMENTS = {"smb", "smb", "smb", "mid", "mid", "enterprise"};

    private final int[] owners = new int[REMEMBERED];
    private final SimulationOptions options;
    private final WorkingDays days;
    private final Noise noise;
    private long count;

    CustomerBase(SimulationOptions options, WorkingDays days, Noise noise) {
        this.options = options;
        this.days = days;
        this.noise = noise;
    }

    /** Enters a customer and publishes its record; a few of the records come days after the first deal. */
    long enter(Seller owner, long at, boolean since) {
        long number = ++count;
        owners[(int) (number % REMEMBERED)] = owner.number;
        Dice dice = Dice.of(options.seed(), Dice.Of.CUSTOMER, number);
        String id = Ids.customer(number);
        List<DatedTag> tags = dice.chance(0.06) ? List.of(new DatedTag("vip", null, null)) : List.of();
        Instant said = Instant.ofEpochMilli(at);
        Customer customer = new Customer(
                id,
                1L,
                Ids.CRM,
                false,
                said,
                Names.company(dice),
                owner.id,
                since ? days.dateOf(at) : null,
                segment(number),
                tags,
                said,
                Map.of());
        if (since && dice.chance(0.04)) {
            noise.deliver(Topics.CUSTOMERS, id, customer, at + (1 + dice.below(4)) * WorkingDays.DAY);
        } else {
            noise.send(Topics.CUSTOMERS, id, customer, at, Noise.LAST);
        }
        return number;
    }

    /** One of the remembered customers, the youngest as likely as the oldest. */
    long any(Dice dice) {
        long remembered = Math.min(count, REMEMBERED - 1);
        return count - dice.below(remembered);
    }

    int owner(long number) {
        return owners[(int) (number % REMEMBERED)];
    }

    boolean isEmpty() {
        return count == 0;
    }

    String segment(long number) {
        return SEGMENTS[(int) ((Dice.mix(options.seed() ^ number) >>> 33) % SEGMENTS.length)];
    }

    /** How large the deals of this customer are, where 1 is usual. */
    double size(long number) {
        return switch (segment(number)) {
            case "enterprise" -> 3.5;
            case "mid" -> 1.6;
            default -> 0.7;
        };
    }
}
