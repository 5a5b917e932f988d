package dev.premia.topology.managers;

import dev.premia.domain.alert.Alert;
import dev.premia.domain.alert.PeerAlerts;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.plan.PeerPlaces;
import dev.premia.domain.time.Window;
import dev.premia.topology.reference.ReferenceView;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;

/** Tells a manager when the place in a contest changes, and when the manager becomes an outlier. */
final class PeerWatch {
    private static final String PLACE = "place|";
    private static final String OUTLIER = "outlier|";

    private final KeyValueStore<String, String> told;
    private final PeerEntries peers;
    private final ReferenceView references;

    /** @param told remembers what was told last */
    PeerWatch(KeyValueStore<String, String> told, PeerEntries peers, ReferenceView references) {
        this.told = told;
        this.peers = peers;
        this.references = references;
    }

    /** Looks at what a plan compares one manager in over a window. */
    void look(ManagerRecord manager, String plan, Window window, Consumer<Alert> out) {
        for (PeerPlaces.InContest each :
                PeerPlaces.inContests(references.plans(), manager, plan, window, peers.book())) {
            String key =
                    PLACE + manager.id() + "|" + plan + "|" + each.component().id() + "|" + window;
            String known = told.get(key);
            String now = String.valueOf(each.place().place());
            if (!now.equals(known)) {
                told.put(key, now);
                out.accept(PeerAlerts.standing(
                        manager.id(), plan, window, each, known == null ? 0 : Integer.parseInt(known)));
            }
        }
        PeerPlaces.outliers(references.plans(), manager.id(), plan, window, peers.book())
                .forEach((kpi, deviation) -> {
                    String key = OUTLIER + manager.id() + "|" + plan + "|" + kpi + "|" + window;
                    String now = deviation == null ? null : String.valueOf(deviation.signum());
                    if (now == null) {
                        told.delete(key);
                    } else if (!now.equals(told.get(key))) {
                        told.put(key, now);
                        out.accept(PeerAlerts.outlier(manager.id(), plan, window, kpi, deviation));
                    }
                });
    }
}
