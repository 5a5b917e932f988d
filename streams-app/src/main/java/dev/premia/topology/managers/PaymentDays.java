package dev.premia.topology.managers;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealCredit.Payment;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.time.DayRange;
import dev.premia.topology.state.StoreKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which of a subject's won deals money moved for at which instant: an index by subject, instant and credit. Not thread-safe. */
final class PaymentDays {
    private final StoreKey keys = new StoreKey();
    private final KeyValueStore<Bytes, Integer> index;

    PaymentDays(KeyValueStore<Bytes, Integer> index) {
        this.index = index;
    }

    /** Replaces what a credit said by what it says now; either may be null. */
    void changed(Subject subject, DealCredit before, DealCredit after) {
        Set<Long> was = instants(before);
        Set<Long> is = instants(after);
        for (long instant : was) {
            if (!is.contains(instant)) {
                index.delete(key(subject, instant, before.key()));
            }
        }
        for (long instant : is) {
            if (!was.contains(instant)) {
                index.put(key(subject, instant, after.key()), 1);
            }
        }
    }

    private static Set<Long> instants(DealCredit credit) {
        List<Payment> payments =
                credit == null || !credit.wasWon() ? List.of() : credit.cash().payments();
        Set<Long> instants = new TreeSet<>();
        payments.forEach(payment -> instants.add(payment.paidAt().toEpochMilli()));
        return instants;
    }

    /** The keys of the credits with a movement of money in a range of days. */
    Set<String> creditsIn(Subject subject, DayRange days, ZoneId zone) {
        Set<String> credits = new LinkedHashSet<>();
        int creditAt = keys.text(subject.key()).build().get().length + Long.BYTES;
        try (KeyValueIterator<Bytes, Integer> range =
                index.range(prefix(subject, startOf(days.from(), zone)), prefix(subject, startOf(days.to(), zone)))) {
            range.forEachRemaining(entry -> credits.add(StoreKey.textAt(entry.key, creditAt)));
        }
        return credits;
    }

    /** The first instant of a day in a zone, milliseconds. */
    static long startOf(int day, ZoneId zone) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private Bytes prefix(Subject subject, long instant) {
        return keys.text(subject.key()).number(instant).build();
    }

    private Bytes key(Subject subject, long instant, String creditKey) {
        return keys.text(subject.key()).number(instant).text(creditKey).build();
    }
}
