package dev.premia.casebook;

import dev.premia.domain.time.Window;

/** What an entry or a line belongs to: a component of a plan, a manager and an origin window. */
record Balance(String manager, String plan, String component, Window window) {
    @Override
    public String toString() {
        return manager + " " + plan + "/" + component + " " + window;
    }
}
