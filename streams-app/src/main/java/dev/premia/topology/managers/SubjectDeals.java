package dev.premia.topology.managers;

import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.plan.DealBook;
import dev.premia.domain.time.DayRange;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** The deals of one subject, straight from the stores. */
record SubjectDeals(Subject subject, ManagerStores stores, PaymentDays payments) implements DealBook {

    @Override
    public List<DealCredit> won(DayRange days, ZoneId zone) {
        return stores.onceWonDeals(subject, days, zone);
    }

    @Override
    public List<DealCredit> moved(DayRange days, ZoneId zone) {
        return payments.creditsIn(subject, days, zone).stream()
                .map(key -> stores.credit(subject, key))
                .toList();
    }

    @Override
    public List<DealCredit> of(String deal) {
        return DealCredit.keysOf(deal).stream()
                .map(key -> stores.credit(subject, key))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public CustomerStanding standing(DealCredit credit) {
        return credit.isWon() ? stores.standing(subject, credit) : CustomerStanding.NONE;
    }
}
