package dev.premia.simulator;

import dev.premia.schemas.CreditKind;
import dev.premia.schemas.DealCredit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How two or three people share a deal: by fractions, by whole weights, and rarely with somebody on top. */
final class Credits {
    private static final BigDecimal WHOLE = share("1");
    private static final BigDecimal[][] PAIRS = {
        {share("0.5"), share("0.5")},
        {share("0.7"), share("0.3")},
        {share("0.65"), share("0.35")},
        {share("0.333333333"), share("0.666666667")}
    };
    private static final BigDecimal[][] TRIPLES = {
        {share("0.5"), share("0.3"), share("0.2")},
        {share("0.2"), share("0.71"), share("0.09")}
    };

    private Credits() {}

    static List<DealCredit> draw(Roster roster, Seller owner, Dice dice) {
        Seller second = roster.colleague(owner, dice);
        if (second == owner) {
            return List.of();
        }
        if (dice.chance(0.2)) {
            return List.of(
                    credit(owner, WHOLE, CreditKind.main),
                    credit(second, share(dice.chance(0.5) ? "0.1" : "0.25"), CreditKind.overlay));
        }
        Seller third = dice.chance(0.3) ? roster.colleague(owner, dice) : second;
        Seller[] parties =
                third == second || third == owner ? new Seller[] {owner, second} : new Seller[] {owner, second, third};
        return dice.chance(0.35) ? weighted(parties, dice) : shared(parties, dice);
    }

    private static List<DealCredit> shared(Seller[] parties, Dice dice) {
        BigDecimal[] shares = dice.of(parties.length == 2 ? PAIRS : TRIPLES);
        List<DealCredit> credits = new ArrayList<>(parties.length);
        for (int i = 0; i < parties.length; i++) {
            credits.add(credit(parties[i], shares[i], CreditKind.main));
        }
        return credits;
    }

    private static List<DealCredit> weighted(Seller[] parties, Dice dice) {
        List<DealCredit> credits = new ArrayList<>(parties.length);
        for (Seller party : parties) {
            credits.add(new DealCredit(party.id, null, (long) dice.between(1, 3), CreditKind.main));
        }
        return credits;
    }

    private static DealCredit credit(Seller party, BigDecimal share, CreditKind kind) {
        return new DealCredit(party.id, share, null, kind);
    }

    private static BigDecimal share(String text) {
        return new BigDecimal(text).setScale(9);
    }
}
