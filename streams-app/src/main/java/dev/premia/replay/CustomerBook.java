package dev.premia.replay;

import dev.premia.domain.credit.CustomerAnswer;
import dev.premia.domain.credit.CustomerMeasuring;
import dev.premia.domain.credit.CustomerPurchases;
import dev.premia.domain.credit.CustomerPurchases.Assignment;
import dev.premia.domain.credit.CustomerPurchases.Purchase;
import dev.premia.domain.credit.CustomerPurchases.Resolved;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.SubjectCells;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.ManagerEvent;
import java.time.ZoneId;
import java.util.ArrayList;
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
    private final Map<String, List<CustomerAnswer>> answers = new HashMap<>();
    private final Map<String, CustomerStanding> standings = new HashMap<>();

    CustomerBook(Iterable<CustomerRecord> customers, Iterable<? extends ManagerEvent> managerEvents) {
        customers.forEach(customer -> records.put(customer.id(), customer));
        for (ManagerEvent event : managerEvents) {
            CustomerAnswer answer = CustomerAnswer.of(event);
            if (answer != null) {
                answers.computeIfAbsent(CustomerAnswer.customerOf(event), id -> new ArrayList<>())
                        .add(answer);
            }
        }
    }

    /** Takes in the credits of a deal. */
    void add(List<DealCredit> credits) {
        Purchase purchase = CustomerPurchases.purchaseOf(credits);
        if (purchase != null) {
            purchases
                    .computeIfAbsent(credits.get(0).customer(), id -> new TreeSet<>())
                    .add(purchase);
        }
    }

    /** Works out what follows, once every deal is known. */
    void settle() {
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
                SubjectCells sink = (subject, day, measure, dimension, delta) ->
                        figures.add(zone, subject, day, measure, dimension, delta);
                List<DatedTag> tags = record == null ? List.of() : record.tags();
                CustomerMeasuring.addCells(resolved, i, zone, assignment, tags, sink);
                CustomerAnswer.addCells(answers.getOrDefault(id, List.of()), tags, zone, sink);
            }
        }
    }
}
