package dev.premia.topology.facts;

import dev.premia.domain.credit.Conversion;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.fact.DealFact;
import dev.premia.topology.state.StoreKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which deals look up a rate of a currency on a day, and which ones sell a product: whom to look at again when the rate or the
 * product arrives or changes. A deal in the currency of those who read it, without lines, has no row. Not thread-safe.
 */
final class DealDependencies {
    private static final byte[] PRESENT = {};
    private static final int RATE = 1;
    private static final int PRODUCT = 2;

    private final KeyValueStore<Bytes, byte[]> rows;
    private final StoreKey keys = new StoreKey();

    DealDependencies(KeyValueStore<Bytes, byte[]> rows) {
        this.rows = rows;
    }

    /** Replaces the rows of a deal that changed. */
    void replace(DealFact before, List<DealCredit> creditsBefore, DealFact after, List<DealCredit> creditsAfter) {
        boolean sameLines = before.current() != null
                && after.current() != null
                && before.current().lines().equals(after.current().lines());
        Set<Bytes> gone = new TreeSet<>();
        Set<Bytes> present = new TreeSet<>();
        addRates(creditsBefore, gone);
        addRates(creditsAfter, present);
        if (!sameLines) {
            addProducts(before, gone);
            addProducts(after, present);
        }
        for (Bytes key : present) {
            if (!gone.remove(key)) {
                rows.put(key, PRESENT);
            }
        }
        gone.forEach(rows::delete);
    }

    /** Writes every row of a deal, whatever was there. */
    void write(DealFact fact, List<DealCredit> credits) {
        Set<Bytes> present = new TreeSet<>();
        addRates(credits, present);
        addProducts(fact, present);
        present.forEach(key -> rows.put(key, PRESENT));
    }

    /** Every party has the same conversions: those of the first one are enough. */
    private void addRates(List<DealCredit> credits, Set<Bytes> to) {
        if (credits.isEmpty()) {
            return;
        }
        for (Conversion conversion : credits.get(0).conversions()) {
            for (Conversion.RateUse use : conversion.uses()) {
                to.add(ofRate(conversion.from(), use.day())
                        .text(credits.get(0).deal())
                        .build());
            }
        }
    }

    private void addProducts(DealFact fact, Set<Bytes> to) {
        if (fact.current() == null) {
            return;
        }
        fact.current().lines().stream()
                .filter(line -> line.product() != null)
                .forEach(line -> to.add(
                        ofProduct(line.product()).text(fact.current().id()).build()));
    }

    private StoreKey ofRate(String currency, LocalDate day) {
        return keys.tag(RATE).text(currency).number((int) day.toEpochDay());
    }

    private StoreKey ofProduct(String product) {
        return keys.tag(PRODUCT).text(product);
    }

    /** The beginning of the rows of a currency and day. */
    Bytes rate(String currency, LocalDate day) {
        return ofRate(currency, day).build();
    }

    /** The beginning of the rows of a product. */
    Bytes product(String product) {
        return ofProduct(product).build();
    }

    boolean isEmpty(Bytes prefix) {
        try (KeyValueIterator<Bytes, byte[]> range = rows.range(prefix, StoreKey.endOf(prefix))) {
            return !range.hasNext();
        }
    }

    /** Visits deals in the order of their ids, from one on, as long as the visitor wants more. */
    void eachDeal(Bytes prefix, String from, Predicate<String> visitor) {
        Bytes start = keys.bytes(prefix).text(from).build();
        int length = prefix.get().length;
        try (KeyValueIterator<Bytes, byte[]> range =
                rows.range(from.isEmpty() ? prefix : start, StoreKey.endOf(prefix))) {
            boolean more = true;
            while (more && range.hasNext()) {
                more = visitor.test(StoreKey.textAt(range.next().key, length));
            }
        }
    }
}
