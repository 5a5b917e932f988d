package dev.premia.simulator;

/**
 * A log-normal quantity, read from a table of its quantiles: as quick as a multiplication, and the same on every
 * machine because the table is filled with {@link StrictMath}.
 */
final class LogNormal {
    private static final int STEPS = 2_048;

    private final double[] quantiles = new double[STEPS + 1];

    /** {@code sigma} is the standard deviation of the logarithm. */
    LogNormal(double median, double sigma) {
        for (int i = 0; i <= STEPS; i++) {
            double probability = Math.min(Math.max((double) i / STEPS, 0.0005), 0.9995);
            quantiles[i] = median * StrictMath.exp(sigma * normalQuantile(probability));
        }
    }

    double draw(Dice dice) {
        double place = dice.unit() * STEPS;
        int index = (int) place;
        return quantiles[index] + (quantiles[index + 1] - quantiles[index]) * (place - index);
    }

    /** Inverse of the standard normal distribution by bisection of its integral; exact enough for a table. */
    private static double normalQuantile(double probability) {
        double low = -4;
        double high = 4;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (normalIntegral(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Taylor series of the normal integral around 0. */
    private static double normalIntegral(double x) {
        double term = x;
        double sum = x;
        for (int i = 3; i < 120; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }
}
