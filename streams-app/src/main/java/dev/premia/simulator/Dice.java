package dev.premia.simulator;

import java.util.SplittableRandom;

/**
 * The chance of one entity. Only raw 64-bit draws of the generator are used, and the rest is arithmetic that is exact
 * on every machine, so that a seed means the same stream everywhere.
 */
final class Dice {

    /** What kinds of entity draw, so that lead 7 and deal 7 differ. */
    enum Of {
        PERSON(1),
        TEAM(2),
        PRODUCT(3),
        CUSTOMER(4),
        LEAD(5),
        DEAL(6),
        CONVERSATION(7),
        ERRAND(8),
        TARGET(9),
        SPENDING(10),
        NOISE(11),
        SPOILER(12),
        ARRIVALS(13);

        private final int code;

        Of(int code) {
            this.code = code;
        }
    }

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    static Dice of(long seed, Of kind, long number) {
        return new Dice(mix(mix(seed) + mix(number * 64 + kind.code)));
    }

    /** A hash whose every output bit depends on every input bit. */
    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 32)) * 0xD6E8FEB86659FD93L;
        z = (z ^ (z >>> 32)) * 0xD6E8FEB86659FD93L;
        return z ^ (z >>> 32);
    }

    long bits() {
        return random.nextLong();
    }

    /** From 0 inclusive to 1 exclusive. */
    double unit() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** From 0 inclusive to {@code bound} exclusive. */
    int below(int bound) {
        return (int) (((random.nextLong() >>> 33) * bound) >>> 31);
    }

    /** From 0 inclusive to {@code bound} exclusive, for bounds up to 2^52. */
    long below(long bound) {
        return (long) (unit() * bound);
    }

    /** Both ends inclusive. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** A whole number whose mean is {@code value}. */
    int round(double value) {
        int whole = (int) value;
        return chance(value - whole) ? whole + 1 : whole;
    }

    <T> T of(T[] options) {
        return options[below(options.length)];
    }

    /** The first index whose cumulative weight exceeds a draw; the last entry of {@code cumulative} is the total. */
    int index(double[] cumulative) {
        double draw = unit() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (draw < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
