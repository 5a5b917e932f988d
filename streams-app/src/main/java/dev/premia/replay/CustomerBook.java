package dev.premia.replay;

import dev.premia.domain.credit.CustomerMeasuring;
import dev.premia.domain.credit.CustomerPurchases;
import dev.premia.domain.credit.CustomerPurchases.Assignment;
import dev.premia.domain.credit.CustomerPurchases.Purchase;
import dev.premia.domain.credit.CustomerPurchases.Resolved;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.event.CustomerRecord;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The customers with their won deals, and what follows from both for every deal and for every seller. */
final class CustomerBook {
    private final Map<String, CustomerRecord> records = new HashMap<>();
    private final Map<String, TreeSet<Purchase>> purchases = new HashMap<>();
    private final Map<String, CustomerStanding> standings = new HashMap<>();

    CustomerBook(Iterable<CustomerRecord> customers, Collection<List<DealCredit>> deals) {
        customers.forEach(customer -> records.put(customer.id(), customer));
        for (List<DealCredit> credits : deals) {
            Purchase purchase = CustomerPurchases.purchaseOf(credits);
            if (purchase != null) {
                purchases
                        .computeIfAbsent(credits.get(0).customer(), id -> new TreeSet<>())
                        .add(purchase);
            }
        }
        purchases.forEach((customer, bought) -> CustomerPurchases.eachStanding(
                bought, records.get(customer), (purchase, standing) -> standings.put(purchase.deal(), standing)));
    }

    /** What the customer of a deal says of it. */
    CustomerStanding standing(String deal) {
        return standings.getOrDefault(deal, CustomerStanding.NONE);
    }

    void addCells(Organisation organisation, List<ZoneId> zones, Figures figures) {
        Set<String> ids = new HashSet<>(purchases.keySet());
        ids.addAll(records.keySet());
        for (String id : ids) {
            CustomerRecord record = records.get(id);
            Assignment assignment = record == null
                    ? Assignment.NONE
                    : CustomerPurchases.assignment(record.owner(), record.ownerSince(), organisation);
            List<Resolved> resolved = new ArrayList<>();
            for (Purchase purchase : purchases.getOrDefault(id, new TreeSet<>())) {
                resolved.add(CustomerPurchases.resolve(purchase, organisation, zones));
            }
            for (int i = 0; i < zones.size(); i++) {
                ZoneId zone = zones.get(i);
                CustomerMeasuring.addCells(
                        resolved,
                        i,
                        zone,
                        assignment,
                        record == null ? List.of() : record.tags(),
                        (subject, day, measure, dimension, delta) ->
                                figures.add(zone, subject, day, measure, dimension, delta));
            }
        }
    }
}
