package dev.premia.topology.facts;

import dev.premia.domain.control.Decision;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.Reference;
import dev.premia.topology.state.Rescan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The deals that must be looked at again because a rate, a product or a plan arrived. What is due is noted in a store, and done
 * in bounded steps. What arrives again while it is looked at starts from the beginning. A deal that several of them concern
 * is told once. Not thread-safe.
 */
final class DealRescans {
    private static final int STEP = 500;
    private static final int MAX_TOLD = 50_000;
    private static final String ALL = "all";

    private final KeyValueStore<String, Rescan> due;
    private final DealDependencies dependencies;

    // Only saves work, so it need not outlive the process: deals that were told since the last reference arrived.
    private final Set<String> told = new HashSet<>();

    /** Looks at deals. */
    interface Visitor {
        /**
         * Looks at every deal from an id on.
         *
         * @param deal false when no more deals are wanted
         */
        void each(String from, Predicate<String> deal);

        /**
         * Works out a deal anew.
         *
         * @param everyDeal whether all deals are looked at, of which most are not concerned
         * @return whether it was told to those who are credited
         */
        boolean again(String deal, boolean everyDeal, Cause cause);
    }

    DealRescans(KeyValueStore<String, Rescan> due, DealDependencies dependencies) {
        this.due = due;
        this.dependencies = dependencies;
    }

    /** Notes what a reference that said something new makes necessary. */
    void note(Reference reference, ExchangeRates rates) {
        if (reference instanceof Reference.FxRate rate) {
            FxRateRecord said = rate.rate();
            if (!said.header().deleted()) {
                rate(said.base(), said.quote(), said.date(), rates, reference.cause());
            }
        } else if (reference instanceof Reference.Decided decided
                && decided.decision() instanceof Decision.RestateRate restated) {
            rate(restated.base(), restated.quote(), restated.day(), rates, reference.cause());
        } else if (reference instanceof Reference.Product product) {
            String id = product.product().id();
            if (!dependencies.isEmpty(dependencies.product(id))) {
                put("product|" + id, reference.cause());
            }
        } else if (reference instanceof Reference.Plan) {
            put(ALL, reference.cause());
        }
    }

    private void rate(String base, String quote, LocalDate date, ExchangeRates rates, Cause cause) {
        LocalDate last = rates.ruledUntil(base, quote, date);
        for (String currency : List.of(base, quote)) {
            for (LocalDate day = date; !day.isAfter(last); day = day.plusDays(1)) {
                if (!dependencies.isEmpty(dependencies.rate(currency, day))) {
                    put("rate|" + currency + '|' + day, cause);
                }
            }
        }
    }

    private void put(String key, Cause cause) {
        told.clear();
        Rescan known = due.get(key);
        due.put(key, new Rescan("", known == null ? cause : known.cause().mergedWith(cause)));
    }

    /** Goes on by a bounded number of deals. */
    void step(Visitor visitor) {
        List<KeyValue<String, Rescan>> next = new ArrayList<>();
        try (KeyValueIterator<String, Rescan> all = due.all()) {
            while (all.hasNext() && next.size() < STEP) {
                next.add(all.next());
            }
        }
        int left = STEP;
        for (KeyValue<String, Rescan> each : next) {
            if (left > 0) {
                left -= advance(each.key, each.value, left, visitor);
            }
        }
        if (next.isEmpty() || told.size() > MAX_TOLD) {
            told.clear();
        }
    }

    private int advance(String key, Rescan rescan, int most, Visitor visitor) {
        List<String> deals = new ArrayList<>();
        Predicate<String> gather = deal -> {
            deals.add(deal);
            return deals.size() <= most;
        };
        boolean everyDeal = key.equals(ALL);
        if (everyDeal) {
            visitor.each(rescan.cursor(), gather);
        } else {
            dependencies.eachDeal(prefix(key), rescan.cursor(), gather);
        }
        boolean finished = deals.size() <= most;
        int done = finished ? deals.size() : most;
        for (String deal : deals.subList(0, done)) {
            if (!told.contains(deal) && visitor.again(deal, everyDeal, rescan.cause())) {
                told.add(deal);
            }
        }
        due.put(key, finished ? null : new Rescan(deals.get(most), rescan.cause()));
        return Math.max(done, 1);
    }

    private Bytes prefix(String key) {
        int bar = key.indexOf('|');
        String rest = key.substring(bar + 1);
        if (key.startsWith("product|")) {
            return dependencies.product(rest);
        }
        int second = rest.indexOf('|');
        return dependencies.rate(rest.substring(0, second), LocalDate.parse(rest.substring(second + 1)));
    }
}
