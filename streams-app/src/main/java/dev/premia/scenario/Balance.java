package dev.premia.scenario;

import dev.premia.domain.time.Window;
import java.util.Comparator;

/** What an entry or a line belongs to: a component of a plan, a manager and an origin window. */
public record Balance(String manager, String plan, String component, Window window) implements Comparable<Balance> {
    private static final Comparator<Balance> ORDER = Comparator.comparing(Balance::manager)
            .thenComparing(Balance::plan)
            .thenComparing(Balance::window)
            .thenComparing(Balance::component);

    @Override
    public int compareTo(Balance other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return manager + " " + plan + "/" + component + " " + window;
    }
}
