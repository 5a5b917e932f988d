package dev.premia.domain.alert;

import dev.premia.domain.credit.Subject;
import java.util.Locale;
import java.util.Map;

/**
 * A message for a manager or a group.
 *
 * @param about what it is about within its kind and subject; with both it identifies the message, so that the same event
 *     gives the same one
 * @param ru Russian text
 * @param en English text
 * @param values the figures by name, in plain notation
 */
public record Alert(Kind kind, Subject subject, String about, String ru, String en, Map<String, String> values) {

    public Alert {
        values = Map.copyOf(values);
    }

    /** What has happened. */
    public enum Kind {
        /** A KPI has met its target. */
        TARGET_REACHED,
        /** A KPI that met its target does so no more. */
        TARGET_LOST,
        /** A window is over and the target was missed: a reason to talk, never a deduction. */
        COACHING,
        /** The result has come to another step of a scale. */
        TIER_CROSSED,
        /** A badge is held. */
        BADGE_EARNED,
        /** A badge is held no more. */
        BADGE_LOST,
        /** A manager has come to another place in a contest. */
        CONTEST_STANDING,
        /** A manager lies far from the mean of all whom a plan pays. */
        OUTLIER,
        /** Something was booked. */
        ACCRUAL_BOOKED;

        /** The name in the contract. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String id() {
        return kind.label() + "|" + subject.key() + "|" + about;
    }
}
