package dev.premia.replay;

import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.plan.DealBook;
import dev.premia.domain.time.DayRange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each subject has of deals that were won. */
final class DealRegister {
    private static final Comparator<DealCredit> CANONICAL_ORDER =
            Comparator.comparing(DealCredit::closedAt).thenComparing(DealCredit::key);

    private final Map<Subject, List<DealCredit>> bySubject = new HashMap<>();

    void add(DealCredit credit) {
        if (credit.wasWon()) {
            bySubject
                    .computeIfAbsent(credit.subject(), subject -> new ArrayList<>())
                    .add(credit);
        }
    }

    /** Puts all deals into canonical order. */
    void sort() {
        bySubject.values().forEach(credits -> credits.sort(CANONICAL_ORDER));
    }

    DealBook of(Subject subject, CustomerBook customers) {
        return new Book(bySubject.getOrDefault(subject, List.of()), customers);
    }

    private record Book(List<DealCredit> all, CustomerBook customers) implements DealBook {
        @Override
        public List<DealCredit> won(DayRange days, ZoneId zone) {
            return all.stream()
                    .filter(credit -> days.contains(DealMeasuring.day(credit.closedAt(), zone)))
                    .toList();
        }

        @Override
        public List<DealCredit> moved(DayRange days, ZoneId zone) {
            return all.stream()
                    .filter(credit -> credit.cash().payments().stream()
                            .anyMatch(payment -> days.contains(DealMeasuring.day(payment.paidAt(), zone))))
                    .toList();
        }

        @Override
        public List<DealCredit> of(String deal) {
            return all.stream().filter(credit -> credit.deal().equals(deal)).toList();
        }

        @Override
        public CustomerStanding standing(DealCredit credit) {
            return credit.isWon() ? customers.standing(credit.deal()) : CustomerStanding.NONE;
        }
    }
}
