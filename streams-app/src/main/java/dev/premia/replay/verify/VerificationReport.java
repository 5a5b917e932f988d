package dev.premia.replay.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a comparison found.
 *
 * @param accruals entries of the ledger
 * @param trials entries of plans on trial
 * @param sums sums per manager, plan, component and origin window that were compared; those that are 0 on both sides left out
 * @param statements statements in their latest form
 * @param kpis KPIs in their latest form
 * @param totals sum of all entries by currency, in minor units
 * @param differences everything that does not agree; empty when the stream said what the recomputation says
 */
public record VerificationReport(
        long accruals,
        long trials,
        int sums,
        int statements,
        int kpis,
        Map<String, Long> totals,
        List<Difference> differences) {
    public VerificationReport {
        totals = new TreeMap<>(totals);
        differences = List.copyOf(differences);
    }

    public boolean isEqual() {
        return differences.isEmpty();
    }
}
