package dev.premia.domain.plan;

import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.time.DayRange;
import java.time.ZoneId;
import java.util.List;

/** One manager's deals, one by one: what the release of pay reads. */
public interface DealBook {

    /** The book of somebody without deals. */
    DealBook EMPTY = new DealBook() {
        @Override
        public List<DealCredit> won(DayRange days, ZoneId zone) {
            return List.of();
        }

        @Override
        public List<DealCredit> moved(DayRange days, ZoneId zone) {
            return List.of();
        }

        @Override
        public List<DealCredit> of(String deal) {
            return List.of();
        }

        @Override
        public CustomerStanding standing(DealCredit credit) {
            return CustomerStanding.NONE;
        }
    };

    /**
     * The deals that were won in a range of days of a zone, in canonical order; also those of which everything was refunded
     * since.
     */
    List<DealCredit> won(DayRange days, ZoneId zone);

    /** Such deals, whenever won, with a payment, refund or bounce in a range of days of a zone; in any order. */
    List<DealCredit> moved(DayRange days, ZoneId zone);

    /** What the manager has of one deal. */
    List<DealCredit> of(String deal);

    /** What the customer of a deal that is still won says of it. */
    CustomerStanding standing(DealCredit credit);
}
