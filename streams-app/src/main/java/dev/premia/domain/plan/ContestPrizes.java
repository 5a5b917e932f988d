package dev.premia.domain.plan;

import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.LargestFraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the places of a contest are worth. */
final class ContestPrizes {
    private ContestPrizes() {}

    /**
     * The prizes by place in minor units: the amounts of the plan, or their shares of the pot. Shares of the whole pot sum to
     * it.
     *
     * @param group the scope in which the pot is worked out
     */
    static long[] minor(GroupRuling ruling, PayRule.Contest contest, TermScope group, Trace trace) {
        String currency = ruling.component().unit();
        List<PayRule.Prize> prizes = contest.prizes();
        long[] minor = new long[prizes.size()];
        if (contest.pot() == null) {
            for (int i = 0; i < minor.length; i++) {
                minor[i] = Currencies.toMinor(prizes.get(i).amount(), currency);
            }
            return minor;
        }
        trace.formula(contest.pot(), group);
        Value value = contest.pot().evaluate(group);
        long pot = value.isDefined() ? Math.max(0, Currencies.toMinor(value.orElse(null), currency)) : 0;
        trace.undefined(value);
        trace.step(Phrase.POT.text(Currencies.toAmount(pot, currency).toPlainString()));
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal rest = BigDecimal.ONE;
        for (PayRule.Prize prize : prizes) {
            shares.add(prize.amount());
            rest = rest.subtract(prize.amount());
        }
        shares.add(rest.max(BigDecimal.ZERO));
        System.arraycopy(LargestFraction.split(pot, shares), 0, minor, 0, minor.length);
        return minor;
    }
}
