package dev.premia.topology.managers;

import dev.premia.domain.ledger.Ledger;
import dev.premia.domain.plan.Explanation;

/** Says how the value behind an entry came about; null where nobody knows. */
@FunctionalInterface
interface Explainer {
    Explanation explain(Ledger.Delta delta);
}
