package dev.premia.domain.control;

import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Which records of closes count. Months are closed in their order, results follow their close, and nothing follows its completion,
 * which counts only when it says of the results before it how many they are and what they say. Until then a result may be
 * replaced by another one of the same manager, or withdrawn by an empty one.
 */
final class CloseAdmission {
    /** Keeps the last closed month and its cutoff. */
    private static final String LAST_CLOSE = "last_close";

    /** Keeps for how many managers there are results, and under a number of its own each manager. */
    private static final String RESULTS = "close_results|";

    /** Keeps the seal of a manager's result, empty where it was withdrawn. */
    private static final String SEAL = "close_seal|";

    private final UnaryOperator<String> taken;

    /** @param taken what was kept under a key by {@link #keys}, or null */
    CloseAdmission(UnaryOperator<String> taken) {
        this.taken = taken;
    }

    /**
     * Whether a decision about a close comes in its order; every other decision does.
     *
     * @param allResults whether the log holds the results of everybody
     */
    boolean isInOrder(Decision decision, boolean allResults) {
        if (decision instanceof Decision.Close close) {
            String last = taken.apply(LAST_CLOSE);
            return last == null || isAfter(close, last.split("\\|"));
        } else if (decision instanceof Decision.CloseResult result) {
            YearMonth period = result.statement().period();
            return isBegun(period) && !isCompleted(period);
        }
        return !(decision instanceof Decision.CloseCompleted completed)
                || (isBegun(completed.period())
                        && (!allResults || Recorded.of(completed).equals(recorded(completed.period()))));
    }

    private boolean isAfter(Decision.Close close, String[] last) {
        YearMonth period = YearMonth.parse(last[0]);
        return close.period().isAfter(period)
                && isCompleted(period)
                && !close.cutoff().isBefore(Instant.parse(last[1]));
    }

    private boolean isBegun(YearMonth period) {
        return taken.apply(Decision.Close.claimOf(period)) != null;
    }

    private boolean isCompleted(YearMonth period) {
        return taken.apply(Decision.CloseCompleted.claimOf(period)) != null;
    }

    /** Puts down what an admitted decision keeps for those after it. */
    void keys(Decision decision, Map<String, String> keys) {
        if (decision instanceof Decision.Close close) {
            keys.put(LAST_CLOSE, close.period() + "|" + close.cutoff());
        } else if (decision instanceof Decision.CloseResult result) {
            FrozenStatement statement = result.statement();
            if (taken.apply(result.claim()) == null) {
                int number = managers(statement.period()) + 1;
                keys.put(RESULTS + statement.period(), Integer.toString(number));
                keys.put(RESULTS + statement.period() + "|" + number, statement.manager());
            }
            keys.put(
                    SEAL + statement.period() + "|" + statement.manager(), statement.isEmpty() ? "" : statement.seal());
        }
    }

    private int managers(YearMonth period) {
        String number = taken.apply(RESULTS + period);
        return number == null ? 0 : Integer.parseInt(number);
    }

    /** The results of a month: how many there are, and the digest over them. */
    private record Recorded(int managers, String digest) {

        static Recorded of(Decision.CloseCompleted completed) {
            return new Recorded(completed.managers(), completed.digest());
        }

        @Override
        public String toString() {
            return "managers " + managers + " and the digest " + digest;
        }
    }

    private Recorded recorded(YearMonth period) {
        TreeMap<String, String> seals = new TreeMap<>();
        for (int number = managers(period); number > 0; number--) {
            String manager = taken.apply(RESULTS + period + "|" + number);
            String seal = taken.apply(SEAL + period + "|" + manager);
            if (!seal.isEmpty()) {
                seals.put(manager, seal);
            }
        }
        return new Recorded(seals.size(), StatementDigest.ofPeriod(seals));
    }

    /** Says to people why a record of a close does not count. */
    String conflictText(Decision decision) {
        if (decision instanceof Decision.Close close) {
            return "found the close of " + close.period() + " with the cutoff " + close.cutoff()
                    + ", expected a month after the last closed one, whose close is completed, and no earlier cutoff: a closed month never changes;"
                    + " what comes late is posted to the first open month by itself";
        } else if (decision instanceof Decision.CloseCompleted completed
                && isBegun(completed.period())
                && !isCompleted(completed.period())) {
            return "found " + completed.heading().id() + " with " + Recorded.of(completed) + ", expected "
                    + recorded(completed.period())
                    + ", as the results before it say: the month stays open until they agree; repeat premia close --period "
                    + completed.period();
        }
        return "found " + decision.heading().id() + ", expected it after the close of its month, once,"
                + " and before the close is completed: a closed month never changes";
    }
}
