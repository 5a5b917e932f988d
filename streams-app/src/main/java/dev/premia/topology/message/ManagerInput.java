package dev.premia.topology.message;

import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.event.TargetRecord;
import java.time.ZoneId;
import java.util.List;

/** What a manager is told, by subject; teams and the company are told what belongs to no manager. */
public sealed interface ManagerInput extends Output {
    Cause cause();

    /** A credit as it stands now; null when the subject has it no more. */
    record CreditSet(String creditKey, DealCredit credit, Cause cause) implements ManagerInput {}

    /**
     * What a customer says of a won deal. What two customers say of one deal may arrive in any order: only
     * the word of the customer that the credit names counts.
     */
    record StandingSet(String deal, String customer, CustomerStanding standing, Cause cause) implements ManagerInput {}

    /** Additions to the cells of some days. */
    record CellsAdded(List<CellsOfDay> days, Cause cause) implements ManagerInput {
        public CellsAdded {
            days = List.copyOf(days);
        }
    }

    /** Additions to the cells of one day in one zone. */
    record CellsOfDay(ZoneId zone, int day, DayCells cells) {}

    /** A target of the manager; null when the record was deleted or names somebody else now. */
    record TargetSet(String target, TargetRecord value, Cause cause) implements ManagerInput {}

    /** A record of the manager arrived; it makes the manager known where its figures are kept. */
    record Known(Cause cause) implements ManagerInput {}
}
