package dev.premia.topology.managers;

import dev.premia.domain.alert.Alert;
import dev.premia.domain.alert.BookingAlerts;
import dev.premia.domain.ledger.Ledger;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PlanEvaluator;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.Window;
import dev.premia.topology.reference.ReferenceView;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;

/** Notices what a manager is told beside the entry: badges, and another step of a scale. */
final class BookingWatch {
    /** Begins the keys of reached steps; no subject's key begins so. */
    private static final String STEP = "step|";

    private final KeyValueStore<String, String> told;
    private final ReferenceView references;

    /**
     * @param told remembers which step was reached last
     */
    BookingWatch(KeyValueStore<String, String> told, ReferenceView references) {
        this.told = told;
        this.references = references;
    }

    /** Looks at one entry. */
    void booked(
            String managerId,
            String plan,
            Window window,
            Ledger.Delta delta,
            PlanEvaluator evaluator,
            Consumer<Alert> out) {
        PlanVersion version = references.plans().version(plan, delta.version());
        Component component = version == null ? null : version.component(delta.component());
        if (component == null || evaluator == null) {
            return;
        }
        if (component.unit().equals(Currencies.BADGES)) {
            out.accept(BookingAlerts.badge(managerId, plan, component, window, delta.balanceMinor() > 0));
        }
        OptionalInt reached = evaluator.reachedStep(plan, component.id(), window);
        if (reached.isPresent()) {
            String key = STEP + managerId + "|" + plan + "|" + component.id() + "|" + window;
            String known = told.get(key);
            int before = known == null ? 1 : Integer.parseInt(known);
            int now = reached.getAsInt() + 1;
            if (now != before) {
                told.put(key, String.valueOf(now));
                out.accept(BookingAlerts.tier(managerId, plan, component, window, before, now));
            }
        }
    }
}
