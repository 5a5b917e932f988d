package dev.premia.domain.statement;

import dev.premia.domain.time.Window;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What one manager has in one closed posting period. It never changes.
 *
 * @param lines those that are not 0, in order
 * @param balances what is paid and carried, one for each organisation and unit
 * @param digest over the lines, see {@link StatementDigest}
 */
public record FrozenStatement(
        String manager, YearMonth period, List<Line> lines, List<Balance> balances, String digest) {

    public FrozenStatement {
        lines = List.copyOf(lines);
        balances = List.copyOf(balances);
    }

    /** A statement that says nothing, as that of a manager who has none. */
    public static FrozenStatement empty(String manager, YearMonth period) {
        return new FrozenStatement(manager, period, List.of(), List.of(), StatementDigest.of(manager, List.of()));
    }

    /** A digest over everything that is frozen: the lines, by their digest, and what is paid and carried. */
    public String seal() {
        return StatementDigest.of(
                Stream.concat(Stream.of(digest), balances.stream().map(Balance::text))
                        .toList());
    }

    /** Whether nothing is posted, paid or carried. */
    public boolean isEmpty() {
        return lines.isEmpty() && balances.isEmpty();
    }

    /**
     * What is posted to the period for one component and origin window.
     *
     * @param version the version of the plan that was applied
     * @param minor signed, in minor units of {@code currency}
     */
    public record Line(String plan, int version, String component, Window window, long minor, String currency)
            implements Comparable<Line> {
        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::plan).thenComparing(Line::window).thenComparing(Line::component);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What the period pays in one unit. All amounts are minor units of {@code currency}.
     *
     * @param organisation the legal entity that pays, or null
     * @param posted the sum of the lines
     * @param carriedIn the negative balance before, never above 0
     * @param guaranteed the guarantee of the period, 0 without one
     * @param advanced what is paid beyond what was earned, to reach the guarantee
     * @param recovered what is kept back to recover earlier advances
     * @param payout what payroll pays, never below 0
     * @param carriedOut the negative balance afterwards, never above 0
     * @param debt recoverable advances that are still open afterwards
     */
    public record Balance(
            String organisation,
            String currency,
            long posted,
            long carriedIn,
            long guaranteed,
            long advanced,
            long recovered,
            long payout,
            long carriedOut,
            long debt) {

        private String text() {
            return String.join("|", organisation == null ? "" : organisation, currency)
                    + "|"
                    + LongStream.of(posted, carriedIn, guaranteed, advanced, recovered, payout, carriedOut, debt)
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining("|"));
        }
    }
}
