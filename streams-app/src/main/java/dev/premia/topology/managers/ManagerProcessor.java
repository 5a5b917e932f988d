package dev.premia.topology.managers;

import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TeamRecord;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.topology.kpis.KpiPublisher;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.GroupResult;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.PeerSaid;
import dev.premia.topology.message.Reference;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.FlushPace;
import dev.premia.topology.state.PendingSubject;
import dev.premia.topology.state.SubjectMeta;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The manager stage. What arrives changes day cells at once and marks what must be looked at; a flush evaluates each marked
 * subject once, books the difference and sends on what groups and readers must know. Marks are kept in a store, so a crash
 * between the two loses nothing. Key: subject.
 */
public final class ManagerProcessor implements Processor<String, Output, String, Output> {
    /** Under load, up to this many flush intervals are combined into one. */
    private static final int MAX_POSTPONED_FLUSHES = 30;

    /** The same when far behind. */
    private static final int MAX_POSTPONED_BEHIND = 30;

    /** Begins the keys of marks that came from groups; no subject's key begins so. */
    private static final String GROUP_MARK = "read|";

    private final Settings settings;
    private Map<String, PendingSubject> pending;
    private TreeSet<String> known;
    private FlushPace pace;
    private ProcessorContext<String, Output> context;
    private ManagerStores stores;
    private ReferenceView references;
    private FigureKeeper figures;
    private StaffKeeper staff;
    private RollUp rollUp;
    private Bookkeeper bookkeeper;
    private KpiPublisher kpis;
    private OwnKpis ownKpis;

    /** What the stage is told about its surroundings. */
    public record Settings(
            ManagerStoreNames stores, ZoneId organisationZone, String currency, Duration flushInterval) {}

    public ManagerProcessor(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        // Kafka Streams gives a processor a second life after a failed commit: nothing of the first one may stay.
        pending = new TreeMap<>();
        known = new TreeSet<>();
        pace = new FlushPace(MAX_POSTPONED_FLUSHES, MAX_POSTPONED_BEHIND);
        stores = new ManagerStores(context, settings.stores());
        references = new ReferenceView(stores.references(), settings.organisationZone());
        figures = new FigureKeeper(stores, references);
        staff = new StaffKeeper(stores, references);
        rollUp = new RollUp(stores, references);
        bookkeeper = new Bookkeeper(stores, references);
        kpis = new KpiPublisher(stores.published(), references, settings.organisationZone(), settings.currency());
        ownKpis = new OwnKpis(stores, references);
        try (KeyValueIterator<String, PendingSubject> all = stores.pending().all()) {
            all.forEachRemaining(entry -> pending.put(entry.key, entry.value));
        }
        try (KeyValueIterator<String, SubjectMeta> all = stores.subjects().all()) {
            all.forEachRemaining(entry -> known.add(entry.key));
        }
        context.schedule(settings.flushInterval(), PunctuationType.WALL_CLOCK_TIME, now -> flushIfDue());
    }

    @Override
    public void process(Record<String, Output> message) {
        pace.input(message.timestamp(), context.currentSystemTimeMs());
        if (message.value() instanceof ManagerInput input) {
            tell(message.withValue(input));
        } else if (message.value() instanceof Reference.Decided decided
                && decided.decision() instanceof Decision.CloseResult result) {
            stores.putFrozen(result.statement());
        } else if (message.value() instanceof Reference reference) {
            int products = references.products();
            if (references.apply(reference)) {
                markAffected(reference, products);
            }
        } else if (message.value() instanceof GroupResult result) {
            stores.putGroupCells(result.group(), result.zone(), result.day(), result.cells());
            markGroup(result);
        } else if (message.value() instanceof PeerSaid said && stores.peers().apply(said)) {
            markPeers(said);
        }
    }

    private void tell(Record<String, ManagerInput> message) {
        Subject subject = Subject.parse(message.key());
        PendingSubject marks = marksOf(message.key());
        figures.catchUp(subject, marks);
        known.add(message.key());
        figures.apply(message, subject, marks);
        marks.cause(message.value().cause());
        save(message.key(), marks);
    }

    private void know(String managerId) {
        Subject subject = Subject.manager(managerId);
        figures.catchUp(subject, marksOf(subject.key()));
        known.add(subject.key());
    }

    private PendingSubject marksOf(String subjectKey) {
        return pending.computeIfAbsent(subjectKey, key -> new PendingSubject());
    }

    private void save(String subjectKey, PendingSubject marks) {
        stores.pending().put(subjectKey, marks);
    }

    private void markAffected(Reference reference, int productsBefore) {
        if (reference instanceof Reference.Product) {
            if (references.products() != productsBefore && references.readsCatalogue()) {
                markCatalogue(reference.cause());
            }
        } else if (reference instanceof Reference.Manager manager) {
            markRecord(Subject.manager(manager.manager().id()), reference.cause());
        } else if (reference instanceof Reference.Decided decided
                && decided.decision() instanceof Decision.Adjustment adjustment) {
            markEverything(Subject.manager(adjustment.manager()).key(), reference.cause());
            if (adjustment.toManager() != null) {
                markEverything(Subject.manager(adjustment.toManager()).key(), reference.cause());
            }
        } else if (reference instanceof Reference.Decided decided && decided.decision() instanceof Decision.Hold hold) {
            markOwners(hold.deal(), reference.cause());
        } else if (reference instanceof Reference.Decided decided
                && decided.decision() instanceof Decision.Release release) {
            markOwners(release.deal(), reference.cause());
        } else if (changesNobodyHere(reference)) {
            return;
        } else {
            if (reference instanceof Reference.Decided decided
                    && decided.decision() instanceof Decision.CloseCompleted) {
                stores.managersWithFrozen().forEach(this::know);
            }
            // A plan, the tree of teams, a group's target or a new day may concern anybody whom a plan pays.
            for (String subject : known) {
                if (!Subject.parse(subject).isThing()) {
                    markEverything(subject, reference.cause());
                }
            }
        }
    }

    /** Credits that move are said by the deals themselves; a dispute changes no money. */
    private static boolean changesNobodyHere(Reference reference) {
        return reference instanceof Reference.Decided decided
                && (decided.decision() instanceof Decision.CreditTransfer
                        || decided.decision() instanceof Decision.Dispute);
    }

    /** Another record may bring the targets of another plan, also to windows in which nothing else changes. */
    private void markRecord(Subject manager, Cause cause) {
        markEverything(manager.key(), cause);
        PendingSubject marks = pending.get(manager.key());
        if (marks != null) {
            figures.markAllDays(manager, marks);
            save(manager.key(), marks);
        }
    }

    /** Everybody's sales are measured by the number of products. */
    private void markCatalogue(Cause cause) {
        for (String key : known) {
            if (Subject.parse(key).isManager()) {
                markEverything(key, cause);
            }
        }
    }

    private void markOwners(String deal, Cause cause) {
        for (String key : known) {
            Subject subject = Subject.parse(key);
            if (subject.isManager() && !stores.deals(subject).of(deal).isEmpty()) {
                markEverything(key, cause);
            }
        }
    }

    private void markEverything(String subjectKey, Cause cause) {
        if (!known.contains(subjectKey)) {
            return;
        }
        PendingSubject marks = marksOf(subjectKey);
        marks.everything();
        marks.cause(cause);
        save(subjectKey, marks);
    }

    /** What groups returned is kept under keys of its own until the flush hands it to those who read it. */
    private void markGroup(GroupResult result) {
        if (plansRead(result.group().type() == SubjectType.COMPANY)) {
            String key = GROUP_MARK + result.group().key();
            PendingSubject marks = marksOf(key);
            marks.day(result.zone(), result.day());
            marks.cause(result.cause());
            save(key, marks);
        }
    }

    /** Whoever is in the group of a contest or pool is looked at again, as if the group's figures of the window had changed. */
    private void markPeers(PeerSaid said) {
        String key = GROUP_MARK + said.peers().group().key();
        PendingSubject marks = marksOf(key);
        for (PlanVersion version :
                references.bookOf(said.peers().plan()).versions(said.peers().plan())) {
            marks.day(version.zone(), said.peers().window().firstEpochDay());
        }
        marks.cause(said.cause());
        save(key, marks);
    }

    private boolean plansRead(boolean company) {
        return references.everyPlanReads().anyMatch(reads -> !(company ? reads.companyMeasures() : reads.teamMeasures())
                .isEmpty());
    }

    private boolean everInTeam(String managerId, String team) {
        TeamRecord teamRecord = references.organisation().team(team);
        if (teamRecord != null && managerId.equals(teamRecord.head())) {
            return true;
        }
        ManagerRecord manager = references.organisation().manager(managerId);
        return manager != null && manager.assignments().stream().anyMatch(assignment -> team.equals(assignment.team()));
    }

    private void flushIfDue() {
        if (pace.isDue() && !pending.isEmpty()) {
            flush();
        }
    }

    private void flush() {
        Map<String, PendingSubject> due = new TreeMap<>(pending);
        pending.clear();
        Map<String, PendingSubject> readings = takeReadings(due);
        TreeSet<String> order = new TreeSet<>(due.keySet());
        order.addAll(readings.keySet());
        for (String key : order) {
            flush(key, due.get(key), readings.get(key));
        }
        rollUp.send((group, message) ->
                forward(group.key(), message, message.cause().timestamp()));
    }

    /**
     * Flushes one subject.
     *
     * @param own what changed for it, or null
     * @param read what changed in the groups that its plans read, or null
     */
    private void flush(String key, PendingSubject own, PendingSubject read) {
        Subject subject = Subject.parse(key);
        PendingSubject all = new PendingSubject();
        if (own != null) {
            figures.catchUp(subject, own);
            if (subject.isManager() && own.isEverything()) {
                staff.keep(subject, own);
            }
            if (!subject.isThing()) {
                rollUp.gather(subject, own);
            }
            all.addAll(own);
        }
        if (read != null) {
            all.addAll(read);
        }
        if (subject.isManager()) {
            bookkeeper.book(subject.id(), all, output -> forward(keyOf(output, subject.id()), output, all.timestamp()));
            ownKpis.publish(subject.id(), all, kpi -> forward(kpi.key(), kpi.message(), all.timestamp()));
        }
        if (own != null && (subject.isManager() || subject.isThing())) {
            kpis.publish(
                    subject,
                    own,
                    zone -> stores.reader(subject, zone),
                    new ManagerData(subject, stores, references),
                    kpi -> forward(kpi.key(), kpi.message(), own.timestamp()));
            if (own.isEverything() && subject.isManager()) {
                kpis.endOfWindows(
                        subject,
                        zone -> stores.reader(subject, zone),
                        new ManagerData(subject, stores, references),
                        own.timestamp(),
                        kpi -> forward(kpi.key(), kpi.message(), own.timestamp()));
                ownKpis.endOfWindows(
                        subject.id(), own.timestamp(), kpi -> forward(kpi.key(), kpi.message(), own.timestamp()));
            }
        }
        if (own != null) {
            stores.pending().delete(key);
        }
    }

    private static String keyOf(Output output, String managerId) {
        return output instanceof PeerSaid said ? said.key() : managerId;
    }

    /** Takes what groups returned out of what is due, and hands it to the managers who read those groups. */
    private Map<String, PendingSubject> takeReadings(Map<String, PendingSubject> due) {
        Map<String, PendingSubject> readings = new HashMap<>();
        Iterator<Map.Entry<String, PendingSubject>> entries = due.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, PendingSubject> entry = entries.next();
            if (entry.getKey().startsWith(GROUP_MARK)) {
                Subject group = Subject.parse(entry.getKey().substring(GROUP_MARK.length()));
                for (String reader : known) {
                    if (reads(reader, group)) {
                        readings.computeIfAbsent(reader, key -> new PendingSubject())
                                .addAll(entry.getValue());
                    }
                }
                stores.pending().delete(entry.getKey());
                entries.remove();
            }
        }
        return readings;
    }

    private boolean reads(String subjectKey, Subject group) {
        Subject subject = Subject.parse(subjectKey);
        return subject.isManager() && (group.type() == SubjectType.COMPANY || everInTeam(subject.id(), group.id()));
    }

    private void forward(String key, Output message, long timestamp) {
        context.forward(new Record<>(key, message, timestamp));
    }
}
