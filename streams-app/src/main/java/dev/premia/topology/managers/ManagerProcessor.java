package dev.premia.topology.managers;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TeamRecord;
import dev.premia.domain.plan.PlanReads;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.topology.kpis.KpiPublisher;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.GroupResult;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.PendingSubject;
import dev.premia.topology.state.SubjectMeta;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    /** Under load, several flush intervals are combined into one, up to this many. */
    private static final int MAX_POSTPONED_FLUSHES = 8;

    private static final int BUSY_INPUTS = 2_000;

    private final Settings settings;
    private final Map<String, PendingSubject> pending = new TreeMap<>();
    private final TreeSet<String> known = new TreeSet<>();
    private ProcessorContext<String, Output> context;
    private ManagerStores stores;
    private ReferenceView references;
    private FigureKeeper figures;
    private RollUp rollUp;
    private Bookkeeper bookkeeper;
    private KpiPublisher kpis;
    private int inputsSinceFlush;
    private int postponed;

    /** What the stage is told about its surroundings. */
    public record Settings(
            ManagerStoreNames stores, ZoneId organisationZone, String currency, Duration flushInterval) {}

    public ManagerProcessor(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        stores = new ManagerStores(context, settings.stores());
        references = new ReferenceView(stores.references(), settings.organisationZone());
        figures = new FigureKeeper(stores, references);
        rollUp = new RollUp(stores, references);
        bookkeeper = new Bookkeeper(stores, references);
        kpis = new KpiPublisher(stores.published(), references, settings.organisationZone(), settings.currency());
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
        inputsSinceFlush++;
        if (message.value() instanceof ManagerInput input) {
            tell(message.withValue(input));
        } else if (message.value() instanceof Reference reference) {
            if (references.apply(reference)) {
                markAffected(reference);
            }
        } else if (message.value() instanceof GroupResult result) {
            stores.putGroupCells(result.group(), result.zone(), result.day(), result.cells());
            markReaders(result);
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

    private PendingSubject marksOf(String subjectKey) {
        return pending.computeIfAbsent(subjectKey, key -> new PendingSubject());
    }

    private void save(String subjectKey, PendingSubject marks) {
        stores.pending().put(subjectKey, marks);
    }

    private void markAffected(Reference reference) {
        if (reference instanceof Reference.Manager manager) {
            markEverything(Subject.manager(manager.manager().id()).key(), reference.cause());
        } else {
            // A plan, the tree of teams, a group's target or a new day may concern anybody.
            for (String subject : known) {
                markEverything(subject, reference.cause());
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

    private void markReaders(GroupResult result) {
        boolean company = result.group().type() == SubjectType.COMPANY;
        if (!plansRead(company)) {
            return;
        }
        for (String subject : known) {
            Subject parsed = Subject.parse(subject);
            if (parsed.isManager()
                    && (company || everInTeam(parsed.id(), result.group().id()))) {
                PendingSubject marks = marksOf(subject);
                marks.day(result.zone(), result.day());
                marks.cause(result.cause());
                save(subject, marks);
            }
        }
    }

    private boolean plansRead(boolean company) {
        for (PlanVersion version : references.plans().all()) {
            PlanReads reads = references.plans().reads(version);
            if (!(company ? reads.companyMeasures() : reads.teamMeasures()).isEmpty()) {
                return true;
            }
        }
        return false;
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
        boolean busy = inputsSinceFlush > BUSY_INPUTS && postponed < MAX_POSTPONED_FLUSHES;
        inputsSinceFlush = 0;
        if (busy) {
            postponed++;
            return;
        }
        postponed = 0;
        if (!pending.isEmpty()) {
            flush();
        }
    }

    private void flush() {
        Map<String, PendingSubject> due = new HashMap<>(pending);
        pending.clear();
        List<String> order = new ArrayList<>(new TreeSet<>(due.keySet()));
        for (String key : order) {
            PendingSubject marks = due.get(key);
            Subject subject = Subject.parse(key);
            figures.catchUp(subject, marks);
            rollUp.gather(subject, marks);
            if (subject.isManager()) {
                bookkeeper.book(subject.id(), marks, output -> forward(subject.id(), output, marks.timestamp()));
                kpis.publish(
                        subject,
                        marks,
                        zone -> stores.reader(subject, zone),
                        new ManagerData(subject, stores, references),
                        kpi -> forward(kpi.key(), kpi.message(), marks.timestamp()));
            }
            stores.pending().delete(key);
        }
        rollUp.send((group, message) ->
                forward(group.key(), message, message.cause().timestamp()));
    }

    private void forward(String key, Output message, long timestamp) {
        context.forward(new Record<>(key, message, timestamp));
    }
}
