package dev.premia.cli.operations;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Role;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** A month of a large company: 16 calls and 3 revisions of leads on every revision of a deal, with people, teams and targets. */
final class BulkMix {
    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    private static final double CALL_SHARE = 0.8;
    private static final double LEAD_SHARE = 0.15;
    /** The simulated department does other things too, which are left out; it has to go on for as long as one kind is wanting. */
    private static final int LARGER = 2;

    private final Map<TopicSpec<?>, Long> wanted = new HashMap<>();
    private final long seed;
    private final long events;

    /** @param events calls, leads and deals together */
    BulkMix(long events, long seed) {
        this.events = events;
        this.seed = seed;
        long calls = Math.round(events * CALL_SHARE);
        long leads = Math.round(events * LEAD_SHARE);
        wanted.put(Topics.CALLS, calls);
        wanted.put(Topics.LEADS, leads);
        wanted.put(Topics.DEALS, events - calls - leads);
    }

    static LocalDate from() {
        return FROM;
    }

    /** Hands on records until there are as many of each kind as were asked for. */
    void forEach(Consumer<SimulatedRecord> receiver) {
        Iterator<SimulatedRecord> records = Simulator.simulate(SimulationOptions.defaults()
                .withSeed(seed)
                .withEvents(events * LARGER)
                .withPeriod(FROM, 1)
                .withCallShare(CALL_SHARE / LARGER));
        Map<TopicSpec<?>, Long> left = new HashMap<>(wanted);
        long open = events;
        while (open > 0 && records.hasNext()) {
            SimulatedRecord next = records.next();
            Long more = left.get(next.topic());
            if (more == null ? isNeeded(next.topic()) : more > 0) {
                receiver.accept(next);
                if (more != null) {
                    left.put(next.topic(), more - 1);
                    open--;
                }
            }
        }
        if (open > 0) {
            throw new IllegalStateException("the simulated department ended before " + open + " events: " + left);
        }
    }

    /** Of reference data the people, their teams and targets: what is measured are the events. */
    private static boolean isNeeded(TopicSpec<?> topic) {
        return topic.role() == Role.REFERENCE && !topic.equals(Topics.CUSTOMERS) && !topic.equals(Topics.PRODUCTS);
    }
}
