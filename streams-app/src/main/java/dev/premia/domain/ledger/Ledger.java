package dev.premia.domain.ledger;

import dev.premia.domain.plan.ComponentAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one rule of booking. */
public final class Ledger {
    private Ledger() {}

    /**
     * What must be booked so that the ledger says what the plan says.
     *
     * @param component the component
     * @param version the version of the plan that ruled last; of a component that no longer applies, the version under
     *     which it was booked
     * @param deltaMinor the entry's amount, never 0
     * @param balanceMinor the booked total afterwards
     */
    public record Delta(String component, int version, String currency, long deltaMinor, long balanceMinor) {}

    /**
     * What has been booked for a component of one plan and window.
     *
     * @param version the version of the plan of the last entry
     * @param minor the sum of the entries
     */
    public record Booked(int version, String currency, long minor) {}

    /**
     * Compares what a plan says for a window with what has been booked for it.
     *
     * @param says what each component pays on the facts as they stand; one that is missing pays 0
     * @param booked what has been booked, by component
     */
    public static List<Delta> deltas(List<ComponentAmount> says, Map<String, Booked> booked) {
        List<Delta> deltas = new ArrayList<>();
        for (ComponentAmount amount : says) {
            Booked before = booked.get(amount.component());
            long delta = Math.subtractExact(amount.minor(), before == null ? 0 : before.minor());
            if (delta != 0) {
                deltas.add(new Delta(amount.component(), amount.version(), amount.currency(), delta, amount.minor()));
            }
        }
        for (Map.Entry<String, Booked> each : booked.entrySet()) {
            boolean said = says.stream().anyMatch(amount -> amount.component().equals(each.getKey()));
            if (!said && each.getValue().minor() != 0) {
                Booked before = each.getValue();
                deltas.add(new Delta(each.getKey(), before.version(), before.currency(), -before.minor(), 0));
            }
        }
        return deltas;
    }
}
