package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.domain.credit.DealCredit;
import java.math.BigDecimal;

/** Shares on the command line. */
final class Shares {
    private Shares() {}

    /** A share with as many digits as records keep. */
    static BigDecimal exact(String option, BigDecimal share) {
        try {
            return share.setScale(DealCredit.SHARE_DIGITS);
        } catch (ArithmeticException e) {
            throw CommandException.badInput(
                    option + ": found " + share.toPlainString() + ", expected at most " + DealCredit.SHARE_DIGITS
                            + " digits after the point.",
                    e);
        }
    }
}
