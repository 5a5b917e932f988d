package dev.premia.domain.ledger;

import dev.premia.domain.plan.ComponentAmount;
import dev.premia.domain.statement.FrozenStatement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The two rules of booking: what the plan says less what is booked, and a closed period says what is frozen. */
public final class Ledger {
    private Ledger() {}

    /**
     * What must be booked so that the ledger says what the plan says.
     *
     * @param component the component
     * @param version the version of the plan that ruled last; of a component that no longer applies, the version under
     *     which it was booked
     * @param period the posting period
     * @param deltaMinor the entry's amount, never 0
     * @param balanceMinor the booked total afterwards, of all posting periods
     */
    public record Delta(
            String component, int version, String currency, YearMonth period, long deltaMinor, long balanceMinor) {}

    /**
     * What has been booked for a component of one plan and window.
     *
     * @param version the version of the plan of the last entry
     * @param closedMinor what is posted to closed periods, all together
     * @param open what is posted to each open period; those with 0 are left out
     */
    public record Booked(int version, String currency, long closedMinor, SortedMap<YearMonth, Long> open) {
        public Booked {
            TreeMap<YearMonth, Long> copy = new TreeMap<>(open);
            copy.values().removeIf(minor -> minor == 0);
            open = Collections.unmodifiableSortedMap(copy);
        }

        /** Nothing yet. */
        public static Booked nothing(int version, String currency) {
            return new Booked(version, currency, 0, new TreeMap<>());
        }

        /** The sum of all entries. */
        public long minor() {
            long sum = closedMinor;
            for (long each : open.values()) {
                sum = Math.addExact(sum, each);
            }
            return sum;
        }

        /** What is posted to an open period. */
        public long openMinor(YearMonth period) {
            return open.getOrDefault(period, 0L);
        }

        /** Whether nothing is posted to any period. */
        public boolean isNothing() {
            return closedMinor == 0 && open.isEmpty();
        }

        /** The same after an entry. */
        public Booked plus(Delta delta) {
            TreeMap<YearMonth, Long> posted = new TreeMap<>(open);
            posted.merge(delta.period(), delta.deltaMinor(), Math::addExact);
            return new Booked(delta.version(), delta.currency(), closedMinor, posted);
        }

        /** The same once a period, with all before it, is closed for good. */
        Booked closed(YearMonth period) {
            TreeMap<YearMonth, Long> later = new TreeMap<>(open.tailMap(period.plusMonths(1)));
            return new Booked(version, currency, minor() - sum(later), later);
        }

        private static long sum(SortedMap<YearMonth, Long> posted) {
            return posted.values().stream().reduce(0L, Math::addExact);
        }
    }

    /**
     * What closing a period does to what has been booked for one plan and window.
     *
     * @param entries what must be booked: into the closed months, and the opposite of it into the next one
     * @param booked what is booked then, by component
     */
    public record Closing(List<Delta> entries, Map<String, Booked> booked) {}

    /**
     * Makes a closed period say what is frozen: the difference is booked into it, and the opposite into the next one. What was
     * posted to an earlier month that is closed with it is taken out of that month in the same way.
     *
     * @param period the month that is closed; every earlier open one is closed with it, with nothing in it
     * @param booked what has been booked, by component
     * @param frozen the lines of the frozen statement for the plan and window
     */
    public static Closing close(YearMonth period, Map<String, Booked> booked, Collection<FrozenStatement.Line> frozen) {
        Map<String, FrozenStatement.Line> lines = new TreeMap<>();
        frozen.forEach(line -> lines.put(line.component(), line));
        TreeSet<String> components = new TreeSet<>(booked.keySet());
        components.addAll(lines.keySet());
        List<Delta> entries = new ArrayList<>();
        Map<String, Booked> after = new TreeMap<>();
        for (String component : components) {
            FrozenStatement.Line line = lines.get(component);
            Booked before = booked.containsKey(component)
                    ? booked.get(component)
                    : Booked.nothing(line.version(), line.currency());
            Booked then = shut(entries, component, before, period, line == null ? 0 : line.minor());
            Booked closed = then.closed(period);
            if (!closed.isNothing()) {
                after.put(component, closed);
            }
        }
        return new Closing(entries, after);
    }

    /** Books each month that is closed to what it says for good, and the opposite of it all into the next one. */
    private static Booked shut(
            List<Delta> entries, String component, Booked before, YearMonth period, long frozenMinor) {
        SortedMap<YearMonth, Long> wanted = new TreeMap<>(before.open().headMap(period));
        // A month without a close of its own is closed with nothing in it.
        wanted.replaceAll((month, minor) -> 0L);
        wanted.put(period, frozenMinor);
        Booked then = before;
        long moved = 0;
        for (Map.Entry<YearMonth, Long> each : wanted.entrySet()) {
            long delta = Math.subtractExact(each.getValue(), before.openMinor(each.getKey()));
            if (delta != 0) {
                then = book(entries, component, then, each.getKey(), delta);
                moved = Math.addExact(moved, delta);
            }
        }
        return moved == 0 ? then : book(entries, component, then, period.plusMonths(1), -moved);
    }

    private static Booked book(List<Delta> entries, String component, Booked before, YearMonth period, long minor) {
        long balance = Math.addExact(before.minor(), minor);
        Delta delta = new Delta(component, before.version(), before.currency(), period, minor, balance);
        entries.add(delta);
        return before.plus(delta);
    }

    /**
     * Compares what a plan says for a window with what has been booked for it.
     *
     * @param says what each component pays on the facts as they stand; one that is missing pays 0
     * @param booked what has been booked, by component
     * @param period where a difference is posted
     */
    public static List<Delta> deltas(List<ComponentAmount> says, Map<String, Booked> booked, YearMonth period) {
        List<Delta> deltas = new ArrayList<>();
        for (ComponentAmount amount : says) {
            Booked before = booked.get(amount.component());
            long delta = Math.subtractExact(amount.minor(), before == null ? 0 : before.minor());
            if (delta != 0) {
                deltas.add(new Delta(
                        amount.component(), amount.version(), amount.currency(), period, delta, amount.minor()));
            }
        }
        for (Map.Entry<String, Booked> each : booked.entrySet()) {
            boolean said = says.stream().anyMatch(amount -> amount.component().equals(each.getKey()));
            if (!said && each.getValue().minor() != 0) {
                Booked before = each.getValue();
                deltas.add(new Delta(each.getKey(), before.version(), before.currency(), period, -before.minor(), 0));
            }
        }
        return deltas;
    }
}
