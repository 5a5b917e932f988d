package dev.premia.topology.reference;

import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.DealMeasure;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.fact.RevisionMark;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanReads;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WorkingCalendar;
import dev.premia.topology.message.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task's copy of people, teams, plans, group targets and the as-of day, kept in a store and, for use, on the heap.
 * Not thread-safe.
 */
public final class ReferenceView {
    private static final String PLAN_PREFIX = "plan|";

    private final KeyValueStore<String, Reference> store;
    private final Organisation organisation = new Organisation();
    private final Decisions decisions = new Decisions();
    private final PlanBook plans = new PlanBook(decisions.closed());
    private final PlanBook shadows = new PlanBook();
    private final List<PlanVersion> plansInOrder = new ArrayList<>();
    /** What each of them measures. */
    private final List<List<DealMeasure>> measuresInOrder = new ArrayList<>();
    /** The zones of each definition set. */
    private final List<List<ZoneId>> zones = new ArrayList<>();

    private final Map<String, TargetRecord> groupTargets = new HashMap<>();
    /** What the records of {@link #groupTargets} say, by what they are for and then by their ids. */
    private final Map<String, TreeMap<String, BigDecimal>> targetValues = new HashMap<>();

    private final Map<String, WorkingCalendar> calendars = new HashMap<>();
    private final Set<String> products = new HashSet<>();
    private LocalDate asOf;

    /** Reads the copy back from its store. */
    public ReferenceView(KeyValueStore<String, Reference> store, ZoneId organisationZone) {
        this.store = store;
        zones.add(List.of(organisationZone));
        try (KeyValueIterator<String, Reference> all = store.all()) {
            all.forEachRemaining(entry -> use(entry.value));
        }
    }

    /**
     * Takes in what was sent.
     *
     * @return whether it said anything new
     */
    public boolean apply(Reference reference) {
        if (reference instanceof Reference.Plan plan && isKnown(plan)) {
            return false;
        }
        String key = key(reference);
        Reference known = store.get(key);
        if (known != null && !supersedes(reference, known)) {
            return false;
        }
        store.put(key, reference);
        use(reference);
        return true;
    }

    private boolean isKnown(Reference.Plan plan) {
        return plansInOrder.stream()
                .anyMatch(known -> known.plan().equals(plan.plan()) && known.version() == plan.version());
    }

    private String key(Reference reference) {
        if (reference instanceof Reference.Manager manager) {
            return "manager|" + manager.manager().id();
        } else if (reference instanceof Reference.Team team) {
            return "team|" + team.team().id();
        } else if (reference instanceof Reference.Calendar calendar) {
            return "calendar|" + calendar.calendar().id();
        } else if (reference instanceof Reference.Product product) {
            return "product|" + product.product().id();
        } else if (reference instanceof Reference.Decided decided) {
            return "decision|" + decided.decision().heading().id();
        } else if (reference instanceof Reference.GroupTarget target) {
            return "target|" + target.target();
        } else if (reference instanceof Reference.Plan) {
            // Numbered in order of arrival: the position of a plan is the number of the definition set that it begins.
            return PLAN_PREFIX + String.format("%08d", plansInOrder.size());
        }
        return "day";
    }

    private static boolean supersedes(Reference reference, Reference known) {
        if (reference instanceof Reference.Day day && known instanceof Reference.Day before) {
            return day.day().isAfter(before.day());
        }
        if (reference instanceof Reference.Decided) {
            // It was admitted once, and never changes.
            return false;
        }
        EntityEvent said = event(reference);
        // Targets were folded before they were sent: their order of arrival is the order of their changes.
        return said == null
                || RevisionMark.of(said)
                        .arrivalAfter(RevisionMark.of(event(known)))
                        .rules();
    }

    private static EntityEvent event(Reference reference) {
        if (reference instanceof Reference.Manager manager) {
            return manager.manager();
        } else if (reference instanceof Reference.Team team) {
            return team.team();
        } else if (reference instanceof Reference.Calendar calendar) {
            return calendar.calendar();
        } else if (reference instanceof Reference.Product product) {
            return product.product();
        }
        return null;
    }

    private void use(Reference reference) {
        if (reference instanceof Reference.Manager manager) {
            organisation.put(manager.manager());
        } else if (reference instanceof Reference.Team team) {
            organisation.put(team.team());
        } else if (reference instanceof Reference.Calendar calendar) {
            use(calendar.calendar());
        } else if (reference instanceof Reference.Product product) {
            use(product.product());
        } else if (reference instanceof Reference.Decided decided) {
            decisions.add(decided.decision());
        } else if (reference instanceof Reference.GroupTarget target) {
            set(target.target(), target.value());
        } else if (reference instanceof Reference.Plan plan) {
            PlanVersion version = PlanFile.read(plan.plan(), plan.document()).plan();
            plansInOrder.add(version);
            zones.add(with(zones.get(zones.size() - 1), version.zone()));
            measuresInOrder.add(PlanReads.of(version).dealMeasures());
            if (plan.shadow()) {
                shadows.add(version.asShadow(), plan.recording());
            } else {
                plans.add(version, plan.recording());
            }
        } else if (reference instanceof Reference.Day day) {
            asOf = day.day();
        }
    }

    private void use(CalendarRecord calendar) {
        if (calendar.header().deleted()) {
            calendars.remove(calendar.id());
        } else {
            calendars.put(calendar.id(), calendar.days());
        }
    }

    private void use(ProductRecord product) {
        if (product.header().deleted()) {
            products.remove(product.id());
        } else {
            products.add(product.id());
        }
    }

    /** How many products the catalogue has. */
    public int products() {
        return products.size();
    }

    /** Whether a plan measures the whole catalogue of products. */
    public boolean readsCatalogue() {
        return everyPlanReads()
                .flatMap(reads -> reads.ownMeasures().stream())
                .anyMatch(measure -> measure.measure() == Measures.PRODUCTS_SOLD);
    }

    /** The production calendar of that id; {@link WorkingCalendar#WEEKDAYS} while it is unknown. */
    public WorkingCalendar calendar(String id) {
        return calendars.getOrDefault(id, WorkingCalendar.WEEKDAYS);
    }

    /** The decisions of people. */
    public Decisions decisions() {
        return decisions;
    }

    public Organisation organisation() {
        return organisation;
    }

    /** The plans that pay. */
    public PlanBook plans() {
        return plans;
    }

    /** The plans on trial, under ids of their own; they never pay. */
    public PlanBook shadows() {
        return shadows;
    }

    /** The book that holds a plan. */
    public PlanBook bookOf(String plan) {
        return PlanVersion.isShadow(plan) ? shadows : plans;
    }

    /** What the plans read, those on trial among them. */
    public Stream<PlanReads> everyPlanReads() {
        return Stream.of(plans, shadows).flatMap(book -> book.all().stream().map(book::reads));
    }

    /** The as-of day, or null while none has been recorded. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The number of the definition set in force: how many plan versions it is made of. */
    public int definitionSet() {
        return plansInOrder.size();
    }

    /** The measures over deals that the plans of a definition set define, by number. */
    public Map<Long, DealMeasure> dealMeasures(int definitionSet) {
        Map<Long, DealMeasure> measures = new LinkedHashMap<>();
        for (List<DealMeasure> ofPlan : measuresInOrder.subList(0, definitionSet)) {
            ofPlan.forEach(each -> measures.put(each.measure(), each));
        }
        return measures;
    }

    /** The zone of the organisation. */
    public ZoneId organisationZone() {
        return zones.get(0).get(0);
    }

    /** The zones of a definition set, the organisation's first. */
    public List<ZoneId> zones(int definitionSet) {
        return zones.get(definitionSet);
    }

    private static List<ZoneId> with(List<ZoneId> known, ZoneId zone) {
        if (known.contains(zone)) {
            return known;
        }
        List<ZoneId> more = new ArrayList<>(known);
        more.add(zone);
        return List.copyOf(more);
    }

    private void set(String target, TargetRecord value) {
        TargetRecord before = value == null ? groupTargets.remove(target) : groupTargets.put(target, value);
        if (before != null) {
            targetValues.get(before.lookupKey()).remove(target);
        }
        if (value != null) {
            targetValues
                    .computeIfAbsent(value.lookupKey(), key -> new TreeMap<>())
                    .put(target, value.value());
        }
    }

    /** The target set for a group, or null; of two records for the same one, the greater id rules. */
    public BigDecimal groupTarget(SubjectType type, String subject, String kpi, Window window) {
        TreeMap<String, BigDecimal> said = targetValues.get(TargetRecord.lookupKey(type, subject, kpi, window));
        return said == null || said.isEmpty() ? null : said.lastEntry().getValue();
    }
}
