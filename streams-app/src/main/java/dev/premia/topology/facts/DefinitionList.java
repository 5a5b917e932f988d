package dev.premia.topology.facts;

import dev.premia.domain.plan.own.OwnMeasure;
import dev.premia.topology.state.PackedEntities;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How a task measures its facts: the zones in which it counts days, and the measures that plans define, in the order in
 * which the task came to know them; the organisation's zone is the first. The list only grows, so a fact that remembers for
 * how many definitions it was sent knows which they were.
 */
public final class DefinitionList {
    /** Where the cursor of a running scan is kept, beyond any index. */
    public static final int CURSOR = Integer.MAX_VALUE;

    private static final int SCAN_STEP = 1_000;

    /** What the first definitions are; one entry more than there are definitions, the first one empty. */
    private final List<Definitions> prefixes = new ArrayList<>(List.of(new Definitions(List.of(), List.of())));

    private final KeyValueStore<Integer, String> store;

    /** Some definitions: every measure counts in every zone. */
    public record Definitions(List<ZoneId> zones, List<OwnMeasure> measures) {
        public Definitions {
            zones = List.copyOf(zones);
            measures = List.copyOf(measures);
        }

        private boolean knows(String text) {
            return OwnMeasure.isDefinition(text)
                    ? measures.contains(OwnMeasure.parse(text))
                    : zones.contains(ZoneId.of(text));
        }

        private Definitions with(String text) {
            List<ZoneId> moreZones = new ArrayList<>(zones);
            List<OwnMeasure> moreMeasures = new ArrayList<>(measures);
            if (OwnMeasure.isDefinition(text)) {
                moreMeasures.add(OwnMeasure.parse(text));
            } else {
                moreZones.add(ZoneId.of(text));
            }
            return new Definitions(moreZones, moreMeasures);
        }
    }

    /** Reads the list back from its store. */
    public DefinitionList(KeyValueStore<Integer, String> store, ZoneId organisationZone) {
        this.store = store;
        try (KeyValueIterator<Integer, String> all = store.all()) {
            // Keys are big-endian numbers from 0 on, so the store returns them in order.
            all.forEachRemaining(entry -> {
                if (entry.key != CURSOR) {
                    prefixes.add(all().with(entry.value));
                }
            });
        }
        add(organisationZone.getId());
    }

    /**
     * Takes in what a plan brings. Anything new starts the scan of the facts from the beginning, also while an earlier scan
     * runs: what that one has passed was not sent for it. Facts that are up to date are passed over.
     */
    void learn(PlanDefinitions.Brought plan) {
        boolean isNew = add(plan.zone().getId());
        for (OwnMeasure measure : plan.measures()) {
            isNew |= add(measure.text());
        }
        if (isNew) {
            store.put(CURSOR, "");
        }
    }

    private boolean add(String definition) {
        if (all().knows(definition)) {
            return false;
        }
        store.put(size(), definition);
        prefixes.add(all().with(definition));
        return true;
    }

    private Definitions all() {
        return prefixes.get(prefixes.size() - 1);
    }

    /** Facts that can be visited in steps. */
    @FunctionalInterface
    public interface Scan<V> {
        /**
         * Visits facts.
         *
         * @param cursor what the step before returned, empty for the first
         * @param atLeast how many facts to visit, unless there are fewer
         * @param visitor may put the fact that it is given
         * @return where to go on, or null when all have been visited
         */
        String from(String cursor, int atLeast, BiConsumer<String, V> visitor);
    }

    /** Facts in a store by their ids. */
    public static <V> Scan<V> each(KeyValueStore<String, V> facts) {
        return (cursor, atLeast, visitor) -> {
            int visited = 0;
            try (KeyValueIterator<String, V> rest = facts.range(cursor, null)) {
                while (rest.hasNext()) {
                    KeyValue<String, V> entry = rest.next();
                    if (visited++ == atLeast) {
                        return entry.key;
                    }
                    visitor.accept(entry.key, entry.value);
                }
            }
            return null;
        };
    }

    /** Facts that are packed into records. */
    public static <V> Scan<V> each(PackedEntities<V> facts) {
        return (cursor, atLeast, visitor) -> {
            int next = facts.scan(cursor.isEmpty() ? 0 : Integer.parseInt(cursor), atLeast, visitor);
            return next < 0 ? null : String.valueOf(next);
        };
    }

    /**
     * Goes on with a running scan by a bounded number of facts.
     *
     * @param facts what is scanned
     * @param sent for how many definitions a fact has been sent
     * @param resend sends a fact for all definitions and stores it
     */
    public <V> void scan(Scan<V> facts, ToIntFunction<V> sent, BiConsumer<String, V> resend) {
        String cursor = store.get(CURSOR);
        if (cursor != null) {
            store.put(CURSOR, facts.from(cursor, SCAN_STEP, (id, fact) -> {
                if (sent.applyAsInt(fact) < size()) {
                    resend.accept(id, fact);
                }
            }));
        }
    }

    /** How many definitions there are. */
    public int size() {
        return prefixes.size() - 1;
    }

    /** The first {@code count} definitions. */
    public Definitions first(int count) {
        return prefixes.get(count);
    }
}
