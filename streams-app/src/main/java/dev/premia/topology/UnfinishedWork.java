package dev.premia.topology;

import dev.premia.topology.facts.ConversationProcessor;
import dev.premia.topology.facts.DefinitionList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Where the stages note what they have taken in and not yet sent on: subjects that wait for a flush, conversations that were
 * gathered, scans that are under way. A stage writes its mark in the transaction that takes the input in and deletes it in
 * the one that holds the outcome, so the committed changelogs of these stores tell from outside whether anything is unfinished.
 */
public final class UnfinishedWork {
    private static final Predicate<byte[]> EVERY_KEY = key -> true;

    private static final Map<String, Predicate<byte[]>> MARKS = marks();

    private UnfinishedWork() {}

    private static Map<String, Predicate<byte[]>> marks() {
        Map<String, Predicate<byte[]>> marks = new HashMap<>();
        marks.put(Names.MANAGERS.pending(), EVERY_KEY);
        marks.put(Names.GROUPS.pending(), EVERY_KEY);
        marks.put(Names.DEALS.rescans(), EVERY_KEY);
        marks.put(Names.CUSTOMERS.cursors(), EVERY_KEY);
        marks.put(Names.LEAD_DEFINITIONS, number(DefinitionList.CURSOR));
        marks.put(Names.MANAGER_EVENTS.definitions(), number(DefinitionList.CURSOR));
        marks.put(Names.CALLS.definitions(), number(DefinitionList.CURSOR));
        marks.put(Names.CALLBACKS.definitions(), number(DefinitionList.CURSOR));
        marks.put(Names.CALLS.flushes(), number(ConversationProcessor.WAITING));
        return Map.copyOf(marks);
    }

    private static Predicate<byte[]> number(int expected) {
        return key -> Serdes.Integer().deserializer().deserialize(null, key) == expected;
    }

    /** The stores that hold marks. */
    public static Set<String> stores() {
        return MARKS.keySet();
    }

    /** Whether a key of one of these stores is a mark; such a store may hold other rows beside. */
    public static boolean isMark(String store, byte[] key) {
        return MARKS.get(store).test(key);
    }
}
