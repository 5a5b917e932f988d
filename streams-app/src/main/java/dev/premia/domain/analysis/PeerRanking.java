package dev.premia.domain.analysis;

import dev.premia.domain.contest.Spread;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where everybody stands among peers by one figure. Equal values share a rank and the next rank counts them: 1, 2, 2, 4.
 *
 * <p>The z-score is (value - mean) / population standard deviation over all peers, the person included. Whether it lies
 * beyond the critical bound is decided without rounding. Nobody among n peers can lie further out than the square root of
 * n - 1, so beyond a bound of 2 there is nobody among five.
 */
public final class PeerRanking {
    /** The bound of the z-score beyond which a value is out of the ordinary, if nobody says another. */
    public static final BigDecimal USUAL_BOUND = BigDecimal.valueOf(2);

    /** Why a z-score is undefined among few. */
    public static final String FEW = "z-score is undefined: " + Spread.FEW;

    /** Why a z-score is undefined among equals. */
    public static final String NO_SPREAD = "z-score is undefined: " + Spread.NONE;

    private final boolean lowestLeads;
    private final BigDecimal bound;

    /**
     * @param lowestLeads whether the lowest value is the best, as for the length of a deal cycle
     * @param bound the critical bound of the z-score, positive
     */
    public PeerRanking(boolean lowestLeads, BigDecimal bound) {
        if (bound.signum() <= 0) {
            throw new IllegalArgumentException("a bound that is not positive: " + bound);
        }
        this.lowestLeads = lowestLeads;
        this.bound = bound;
    }

    /**
     * One of the peers.
     *
     * @param rank from 1
     * @param gap how far behind the leader, never negative
     * @param zScore with 34 digits; undefined with fewer than 3 peers or without spread
     * @param beyond whether the z-score lies outside of the critical bound, on either side
     */
    public record Standing(String peer, BigDecimal value, int rank, BigDecimal gap, Value zScore, boolean beyond) {}

    /** Everybody's place, the leader first; of equal values the lower id first. */
    public List<Standing> of(Map<String, BigDecimal> values) {
        Comparator<Map.Entry<String, BigDecimal>> byValue = Map.Entry.comparingByValue();
        List<Map.Entry<String, BigDecimal>> ordered = new ArrayList<>(values.entrySet());
        ordered.sort((lowestLeads ? byValue : byValue.reversed()).thenComparing(Map.Entry.comparingByKey()));
        Spread spread = Spread.of(values.values());
        List<Standing> standings = new ArrayList<>(ordered.size());
        int rank = 1;
        for (int i = 0; i < ordered.size(); i++) {
            BigDecimal value = ordered.get(i).getValue();
            if (i > 0 && value.compareTo(ordered.get(i - 1).getValue()) != 0) {
                rank = i + 1;
            }
            standings.add(new Standing(
                    ordered.get(i).getKey(),
                    value,
                    rank,
                    ordered.get(0).getValue().subtract(value).abs(),
                    spread.zScore("z-score", value),
                    spread.beyond(value, bound)));
        }
        return standings;
    }
}
