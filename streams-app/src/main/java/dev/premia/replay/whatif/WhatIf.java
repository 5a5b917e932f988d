package dev.premia.replay.whatif;

import dev.premia.domain.ledger.Posting;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.replay.BatchResult;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the plans and another version of one of them pay for the origin windows that end in a month. Entries of earlier origins
 * that come late are left out on both sides.
 *
 * @param name of the other version, for people
 * @param components by plan, component and currency
 * @param managers by manager and currency
 */
public record WhatIf(String name, List<Row> components, List<Row> managers) {

    public WhatIf {
        components = List.copyOf(components);
        managers = List.copyOf(managers);
    }

    /**
     * One figure on both sides, in minor units of the currency.
     *
     * @param what a manager's id, or a plan and component with a slash between
     */
    public record Row(String what, String currency, long realMinor, long otherMinor) {
        public long differenceMinor() {
            return Math.subtractExact(otherMinor, realMinor);
        }
    }

    private record Key(String what, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byWhat = what.compareTo(other.what);
            return byWhat != 0 ? byWhat : currency.compareTo(other.currency);
        }
    }

    private static final class Sums {
        private final TreeMap<Key, Long> components = new TreeMap<>();
        private final TreeMap<Key, Long> managers = new TreeMap<>();

        static Sums of(BatchResult result, YearMonth month) {
            Sums sums = new Sums();
            for (BatchResult.Line line : result.lines()) {
                if (Posting.periodOf(line.window()).equals(month)) {
                    String component = line.plan() + "/" + line.component();
                    sums.components.merge(new Key(component, line.currency()), line.minor(), Math::addExact);
                    sums.managers.merge(new Key(line.manager(), line.currency()), line.minor(), Math::addExact);
                }
            }
            return sums;
        }
    }

    /**
     * Compares the plans as they are with other versions, each by itself in the place of all versions of its plan.
     *
     * @param real computed with the measures of the others, see {@link dev.premia.replay.BatchEngine#compute}
     */
    public static List<WhatIf> of(BatchResult real, List<PlanVersion> others, YearMonth month) {
        Sums sums = Sums.of(real, month);
        return others.stream()
                .map(other -> compare(other.label(), sums, Sums.of(real.under(with(real.plans(), other)), month)))
                .toList();
    }

    private static PlanBook with(PlanBook real, PlanVersion other) {
        PlanBook book = new PlanBook();
        real.all().stream()
                .filter(version -> !version.plan().equals(other.plan()))
                .forEach(book::add);
        book.add(other);
        return book;
    }

    private static WhatIf compare(String name, Sums real, Sums other) {
        return new WhatIf(name, rows(real.components, other.components), rows(real.managers, other.managers));
    }

    private static List<Row> rows(TreeMap<Key, Long> real, TreeMap<Key, Long> other) {
        TreeSet<Key> keys = new TreeSet<>(real.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .map(key ->
                        new Row(key.what(), key.currency(), real.getOrDefault(key, 0L), other.getOrDefault(key, 0L)))
                .toList();
    }
}
