package dev.premia.replay;

import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealCrediting;
import dev.premia.domain.credit.DealMeasure;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.credit.DealTerms;
import dev.premia.domain.credit.ManagerEventMeasuring;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.StaffMeasuring;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.credit.ThingCrediting;
import dev.premia.domain.event.ContractEvent;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.own.FactSource;
import dev.premia.domain.plan.own.OnDemand;
import dev.premia.domain.plan.own.OwnMeasure;
import dev.premia.domain.plan.own.OwnMeasuring;
import dev.premia.domain.time.WorkingCalendar;
import dev.premia.replay.compact.Workers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes everything once from the facts: credits, cells, roll-up. What it returns is read by {@link BatchResult}.
 */
public final class BatchEngine {
    private final FactBase facts;
    private final Figures figures = new Figures();
    private final Organisation organisation = new Organisation();
    private final DealRegister dealRegister = new DealRegister();
    private final Set<String> wonLeads = new HashSet<>();
    private final Set<String> renewed = new HashSet<>();
    private final Map<ZoneId, CellBook> books = new HashMap<>();
    private CustomerBook customers;
    private final ZoneId organisationZone;
    private final Set<ZoneId> zones = new LinkedHashSet<>();
    private final Collection<DealMeasure> dealMeasures;
    private final Collection<OwnMeasure> ownMeasures;
    private final DealTerms terms;

    private BatchEngine(
            FactBase facts, PlanBook plans, Collection<PlanVersion> further, Settings settings, LocalDate asOf) {
        this.facts = facts;
        organisationZone = settings.zone();
        zones.add(organisationZone);
        Map<Long, DealMeasure> ofDeals = new LinkedHashMap<>();
        Map<Long, OwnMeasure> own = new LinkedHashMap<>();
        Set<MoneyView> views = new LinkedHashSet<>();
        views.add(settings.money());
        List<PlanVersion> versions = new ArrayList<>(plans.all());
        versions.addAll(further);
        for (PlanVersion version : versions) {
            zones.add(version.zone());
            views.add(version.money());
            plans.reads(version).dealMeasures().forEach(each -> ofDeals.put(each.measure(), each));
            plans.reads(version).ownMeasures().forEach(each -> own.put(each.measure(), each));
        }
        if (!facts.calls().keepsParties() && own.values().stream().anyMatch(OwnMeasure::readsCallParties)) {
            throw new IllegalStateException("a plan looks at customers or numbers of calls, which were not kept");
        }
        // What the stream measures only for plans that ask for it is there for every question.
        for (OwnMeasure measure : facts.measuresEverything() ? OnDemand.all() : List.<OwnMeasure>of()) {
            own.putIfAbsent(measure.measure(), measure);
            if (measure.kind().source() == FactSource.DEALS) {
                ofDeals.putIfAbsent(measure.measure(), measure);
            }
        }
        dealMeasures = ofDeals.values();
        ownMeasures = own.values();
        terms = facts.terms(views, asOf);
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
        return compute(facts, plans, List.of(), settings, asOf);
    }

    /**
     * Computes a result that can be asked what other plans would pay, see {@link BatchResult#under}.
     *
     * @param further versions of other plans whose measures are worked out too
     */
    public static BatchResult compute(
            FactBase facts, PlanBook plans, Collection<PlanVersion> further, Settings settings, LocalDate asOf) {
        BatchEngine engine = new BatchEngine(facts, plans, further, settings, asOf);
        engine.people();
        engine.bulk();
        engine.managerEvents();
        engine.targets();
        engine.staff();
        engine.figures.rollUp(engine.organisation);
        engine.figures.trim();
        engine.dealRegister.sort();
        return new BatchResult(
                engine.figures,
                engine.organisation,
                engine.dealRegister,
                engine.customers,
                targetsBySubject(facts),
                calendars(facts),
                facts.products(),
                plans,
                settings,
                facts.decisions(),
                asOf);
    }

    /**
     * Computes what would be with one more revision of a deal.
     *
     * @param assumed the revision; its deal must be known
     */
    public static BatchResult computeAssuming(
            FactBase facts, PlanBook plans, Settings settings, LocalDate asOf, DealEvent assumed) {
        return facts.assuming(assumed, () -> compute(facts, plans, settings, asOf));
    }

    private void people() {
        facts.managers().forEach(organisation::put);
        facts.teams().forEach(organisation::put);
    }

    /** Of a won deal the customer's other deals say more, so those wait until all are known. */
    private void deals() {
        customers = new CustomerBook(facts.customers(), facts.managerEvents());
        List<DealCredit> won = new ArrayList<>();
        facts.forEachDeal(fact -> {
            List<DealCredit> credits = facts.measuresEverything()
                    ? ThingCrediting.withThings(fact, terms)
                    : DealCrediting.creditsOf(fact, terms);
            if (fact.current() != null && fact.current().isWon()) {
                customers.add(credits);
                note(credits);
                won.addAll(credits);
            } else {
                credits.forEach(this::addDeal);
            }
        });
        customers.settle();
        won.forEach(this::addDeal);
        customers.addCells(organisation, List.copyOf(zones), figures);
    }

    /** What leads and contracts have to know of deals. */
    private void note(List<DealCredit> credits) {
        renewed.add(DealCrediting.renewedBy(credits));
        for (DealCredit credit : credits) {
            if (credit.isWon() && credit.lead() != null && !credit.subject().isThing()) {
                wonLeads.add(credit.lead());
            }
        }
    }

    private void addDeal(DealCredit credit) {
        CustomerStanding standing = credit.isWon() ? customers.standing(credit.deal()) : CustomerStanding.NONE;
        for (ZoneId zone : zonesOf(credit.subject())) {
            CellSink sink = sink(zone, credit.subject());
            DealMeasuring.addCells(credit, standing, zone, sink);
            if (!credit.subject().isThing()) {
                DealMeasuring.addDefinedCells(credit, standing, zone, dealMeasures, sink);
            }
        }
        dealRegister.add(credit);
    }

    /** Things are measured in the organisation's zone alone. */
    private Collection<ZoneId> zonesOf(Subject subject) {
        return subject.isThing() ? Set.of(organisationZone) : zones;
    }

    /** Calls need nothing of deals: the first thread measures deals and leads before it helps the others with the calls. */
    private void bulk() {
        List<Figures> parts = new ArrayList<>();
        List<BulkMeasuring> measurings = new ArrayList<>();
        for (int i = 0; i < Workers.available(); i++) {
            parts.add(i == 0 ? figures : new Figures());
            measurings.add(new BulkMeasuring(parts.get(i), organisation, zones, organisationZone, ownMeasures));
        }
        boolean withCallbacks =
                facts.measuresEverything() || ownMeasures.stream().anyMatch(OwnMeasure::readsCallParties);
        Runnable before = () -> {
            deals();
            measurings.get(0).leads(facts.leads(), wonLeads, facts.measuresEverything());
        };
        BulkMeasuring.calls(facts.calls(), measurings, before, withCallbacks);
        parts.subList(1, parts.size()).forEach(figures::addAll);
        // What was written to before may no longer be part of the figures.
        books.clear();
    }

    private void managerEvents() {
        for (ManagerEvent event : facts.managerEvents()) {
            boolean isRenewed = event instanceof ContractEvent && renewed.contains(event.id());
            Subject subject = ManagerEventMeasuring.subjectOf(event);
            for (ZoneId zone : subject == null ? Set.<ZoneId>of() : zones) {
                CellSink sink = sink(zone, subject);
                ManagerEventMeasuring.addCells(event, isRenewed, zone, sink);
                OwnMeasuring.addWork(ownMeasures, event, zone, sink);
            }
            Subject thing = facts.measuresEverything() ? ManagerEventMeasuring.thingOf(event) : null;
            if (thing != null) {
                ManagerEventMeasuring.addCells(event, isRenewed, organisationZone, sink(organisationZone, thing));
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

    private void staff() {
        for (ManagerRecord manager : organisation.managers()) {
            for (ZoneId zone : zones) {
                StaffMeasuring.addCells(organisation, manager.id(), sink(zone, Subject.manager(manager.id())));
            }
        }
    }

    private CellSink sink(ZoneId zone, Subject subject) {
        return books.computeIfAbsent(zone, any -> new CellBook(figures, organisation, zone))
                .of(subject);
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
