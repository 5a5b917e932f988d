package dev.premia.replay;

import dev.premia.domain.credit.CallMeasuring;
import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.CustomerPurchases;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealCrediting;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.credit.DealMeasuring.CustomerOrder;
import dev.premia.domain.credit.FilteredMeasure;
import dev.premia.domain.credit.LeadMeasuring;
import dev.premia.domain.credit.ManagerEventMeasuring;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computes everything once from the facts: credits, cells, roll-up. What it returns is read by {@link BatchResult}.
 */
public final class BatchEngine {
    private static final Comparator<DealCredit> CANONICAL_ORDER =
            Comparator.comparing(DealCredit::closedAt).thenComparing(DealCredit::deal);

    private final FactBase facts;
    private final Figures figures = new Figures();
    private final Organisation organisation = new Organisation();
    private final Map<String, List<DealCredit>> creditsByManager = new HashMap<>();
    private final Set<ZoneId> zones = new LinkedHashSet<>();
    private final Collection<FilteredMeasure> filtered;

    private BatchEngine(FactBase facts, PlanBook plans, Settings settings) {
        this.facts = facts;
        zones.add(settings.zone());
        Map<Long, FilteredMeasure> definitions = new LinkedHashMap<>();
        for (PlanVersion version : plans.all()) {
            zones.add(version.zone());
            plans.reads(version).filteredMeasures().forEach(each -> definitions.put(each.measure(), each));
        }
        filtered = definitions.values();
    }

    /**
     * Computes a result.
     *
     * @param facts every fact that counts
     * @param plans every plan version that counts
     * @param settings the organisation's zone and currency
     * @param asOf the as-of day: windows that began by then are evaluated even without facts; null for none
     */
    public static BatchResult compute(FactBase facts, PlanBook plans, Settings settings, LocalDate asOf) {
        BatchEngine engine = new BatchEngine(facts, plans, settings);
        engine.people();
        engine.deals();
        engine.leads();
        engine.calls();
        engine.managerEvents();
        engine.targets();
        engine.figures.rollUp(engine.organisation);
        engine.creditsByManager.values().forEach(credits -> credits.sort(CANONICAL_ORDER));
        return new BatchResult(
                engine.figures,
                engine.organisation,
                engine.creditsByManager,
                targetsBySubject(facts),
                calendars(facts),
                plans,
                settings,
                facts.decisions(),
                asOf);
    }

    private void people() {
        facts.managers().forEach(organisation::put);
        facts.teams().forEach(organisation::put);
    }

    private void deals() {
        List<List<DealCredit>> all = new ArrayList<>();
        Map<String, TreeSet<CustomerPurchases.Purchase>> customers = new HashMap<>();
        for (DealFact fact : facts.deals()) {
            List<DealCredit> credits = DealCrediting.creditsOf(fact);
            if (!credits.isEmpty()) {
                all.add(credits);
                CustomerPurchases.Purchase purchase = CustomerPurchases.purchaseOf(credits);
                if (purchase != null) {
                    customers
                            .computeIfAbsent(credits.get(0).customer(), id -> new TreeSet<>())
                            .add(purchase);
                }
            }
        }
        for (List<DealCredit> credits : all) {
            for (DealCredit credit : credits) {
                addDeal(credit, orderOf(credit, customers));
            }
        }
        buyers(customers);
    }

    private static CustomerOrder orderOf(
            DealCredit credit, Map<String, TreeSet<CustomerPurchases.Purchase>> customers) {
        if (!credit.isWon() || credit.customer() == null) {
            return CustomerOrder.NONE;
        }
        boolean first = customers.get(credit.customer()).first().deal().equals(credit.deal());
        return first ? CustomerOrder.FIRST : CustomerOrder.REPEAT;
    }

    private void addDeal(DealCredit credit, CustomerOrder order) {
        for (ZoneId zone : zones) {
            CellSink sink = sink(zone, credit.subject());
            DealMeasuring.addCells(credit, order, zone, sink);
            DealMeasuring.addFilteredCells(credit, order, zone, filtered, sink);
        }
        if (credit.isWon() && credit.subject().isManager()) {
            creditsByManager
                    .computeIfAbsent(credit.subject().id(), id -> new ArrayList<>())
                    .add(credit);
        }
    }

    private void buyers(Map<String, TreeSet<CustomerPurchases.Purchase>> purchasesByCustomer) {
        Map<String, CustomerRecord> records = new HashMap<>();
        facts.customers().forEach(customer -> records.put(customer.id(), customer));
        Set<String> ids = new HashSet<>(purchasesByCustomer.keySet());
        ids.addAll(records.keySet());
        List<ZoneId> zoneList = List.copyOf(zones);
        for (String id : ids) {
            CustomerRecord customer = records.get(id);
            CustomerPurchases.Assignment assignment = customer == null
                    ? CustomerPurchases.Assignment.NONE
                    : CustomerPurchases.assignment(customer.owner(), customer.ownerSince(), organisation);
            List<CustomerPurchases.Resolved> purchases = new ArrayList<>();
            for (CustomerPurchases.Purchase purchase : purchasesByCustomer.getOrDefault(id, new TreeSet<>())) {
                purchases.add(CustomerPurchases.resolve(purchase, organisation, zoneList));
            }
            for (int i = 0; i < zoneList.size(); i++) {
                ZoneId zone = zoneList.get(i);
                CustomerPurchases.addCells(
                        purchases,
                        i,
                        zone,
                        assignment,
                        (subject, day, measure, dimension, delta) ->
                                figures.add(zone, subject, day, measure, dimension, delta));
            }
        }
    }

    private void leads() {
        Set<String> wonLeads = new HashSet<>();
        for (DealFact fact : facts.deals()) {
            for (DealCredit credit : DealCrediting.creditsOf(fact)) {
                if (credit.isWon() && credit.lead() != null) {
                    wonLeads.add(credit.lead());
                }
            }
        }
        for (LeadEvent lead : facts.leads()) {
            for (ZoneId zone : zones) {
                LeadMeasuring.addCells(
                        lead, wonLeads.contains(lead.id()), zone, sink(zone, LeadMeasuring.subjectOf(lead)));
            }
        }
    }

    private void calls() {
        for (List<CallEvent> legs : facts.conversations()) {
            for (ZoneId zone : zones) {
                CallMeasuring.addCells(legs, zone, (subject, day, measure, dimension, delta) -> sink(zone, subject)
                        .add(day, measure, dimension, delta));
            }
        }
    }

    private void managerEvents() {
        for (ManagerEvent event : facts.managerEvents()) {
            for (ZoneId zone : zones) {
                ManagerEventMeasuring.addCells(event, zone, sink(zone, ManagerEventMeasuring.subjectOf(event)));
            }
        }
    }

    private void targets() {
        for (TargetRecord target : targetsBySubject(facts).values()) {
            if (target.subjectType() == SubjectType.MANAGER) {
                long measure = Measures.memberTarget(
                        target.kpi(), target.window().kind().number());
                int day = target.window().endEpochDay() - 1;
                for (ZoneId zone : zones) {
                    figures.add(zone, Subject.manager(target.subject()), day, measure, 0, target.memberUnits());
                }
            }
        }
    }

    /** Cells of a manager are rolled up at the end; what belongs to a group directly counts in its whole chain at once. */
    private CellSink sink(ZoneId zone, Subject subject) {
        if (subject.isManager()) {
            return (day, measure, dimension, delta) -> figures.add(zone, subject, day, measure, dimension, delta);
        }
        return (day, measure, dimension, delta) -> {
            for (Subject group : organisation.groupsOf(subject, LocalDate.ofEpochDay(day))) {
                figures.add(zone, group, day, measure, dimension, delta);
            }
        };
    }

    private static Map<String, WorkingCalendar> calendars(FactBase facts) {
        Map<String, WorkingCalendar> calendars = new HashMap<>();
        facts.calendars().forEach(calendar -> calendars.put(calendar.id(), calendar.days()));
        return calendars;
    }

    private static Map<String, TargetRecord> targetsBySubject(FactBase facts) {
        Map<String, TargetRecord> targets = new HashMap<>();
        for (TargetRecord target : facts.targets()) {
            // Two records for one subject, KPI and window: the greater id rules, whatever came first.
            targets.merge(
                    target.lookupKey(), target, (left, right) -> left.id().compareTo(right.id()) > 0 ? left : right);
        }
        return targets;
    }
}
