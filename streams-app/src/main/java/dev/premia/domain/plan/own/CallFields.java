package dev.premia.domain.plan.own;

import dev.premia.domain.event.CallResult;
import dev.premia.domain.formula.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The fields of a leg of a call. */
final class CallFields {
    /** How soon a missed call was returned; of a call alone nobody can say it, see {@link dev.premia.domain.credit.Callbacks}. */
    static final String CALLBACK_SECONDS = "callback_seconds";

    /** The fields that look at who was at the other end. */
    static final Set<String> OF_PARTIES = Set.of("customer", "phone", CALLBACK_SECONDS);

    private CallFields() {}

    /** What only KPIs of the catalogue look at. */
    static List<FactField> hidden() {
        return List.of(FactField.number(CALLBACK_SECONDS, Unit.SECONDS, 0, row -> null));
    }

    static List<FactField> all() {
        return List.of(
                FactField.text("direction", row -> word(row.call().direction())),
                FactField.text("result", row -> word(row.call().result())),
                FactField.text("team", row -> row.call().team()),
                FactField.text("customer", row -> row.call().customer()),
                FactField.text("phone", row -> row.call().phoneHash()),
                FactField.flag("answered", row -> row.call().result() == CallResult.ANSWERED),
                FactField.flag("recorded", row -> row.call().recording() != null),
                FactField.number(
                        "wait_seconds",
                        Unit.SECONDS,
                        0,
                        row -> BigDecimal.valueOf(row.call().waitSeconds())),
                FactField.number(
                        "talk_seconds",
                        Unit.SECONDS,
                        0,
                        row -> BigDecimal.valueOf(row.call().talkSeconds())),
                FactField.number(
                        "leg",
                        Unit.NONE,
                        0,
                        row -> BigDecimal.valueOf(row.call().leg())));
    }

    private static String word(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
