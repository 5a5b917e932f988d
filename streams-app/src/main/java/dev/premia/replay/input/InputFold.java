package dev.premia.replay.input;

import dev.premia.codec.avro.ContractValueException;
import dev.premia.codec.avro.ControlCodec;
import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.SourcePosition;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.EventValidator;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.PlanUnits;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.replay.FactBase;
import dev.premia.schemas.Control;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Takes in records one by one, by the rules by which the stream takes them in. Not thread-safe. */
final class InputFold {
    private final FactBase facts = new FactBase();
    private final PlanBook plans = new PlanBook(facts.decisions().closed());
    private final PlanBook shadows = new PlanBook();
    /** The hash of each version's document, of which the first counts, on trial or not, and what each plan is booked in. */
    private final Map<String, String> published = new HashMap<>();

    private final Bound bound;
    private final Map<String, PlanVersion> newest = new HashMap<>();
    private final Map<String, PlanTitle> titles = new HashMap<>();
    private final LogAdmission admission;
    private final List<RejectedRecord> rejected = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Long> dealCurrencies = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Candidate> ofFiles = new ArrayList<>();
    private LocalDate asOf;

    /** A version without errors that is to be judged beside the others. */
    private record Candidate(PlanFile.Result document, boolean shadow, PlanBook.Recording recording, String place) {
        private static final Comparator<Candidate> ORDER = Comparator.comparing(
                        (Candidate each) -> each.recording().position().recordedAt())
                .thenComparing(each -> each.document().plan().version());
    }

    /** @param bound which plans and decisions count; of other records what is taken in */
    InputFold(Bound bound) {
        this.bound = bound;
        this.admission = new LogAdmission(bound);
    }

    /** Counts a record of a topic, whatever becomes of it. */
    void count(String topic) {
        count(topic, 1);
    }

    void count(String topic, long records) {
        counts.merge(topic, records, Long::sum);
    }

    /** Counts deals by the currency that they name. */
    void countDeals(String currency, long deals) {
        dealCurrencies.merge(currency, deals, Long::sum);
    }

    FactBase facts() {
        return facts;
    }

    /** Keeps no more than is asked for; all plans are known and no call has come. */
    void keep(Detail detail) {
        if (!detail.everything() && !readCallParties(detail)) {
            facts.leaveOutParties();
        }
        facts.measure(detail.everything());
    }

    private boolean readCallParties(Detail detail) {
        return plans.readCallParties(plans.all())
                || plans.readCallParties(shadows.all())
                || plans.readCallParties(detail.others());
    }

    void note(String note) {
        notes.add(note);
    }

    void reject(RejectedRecord record) {
        rejected.add(record);
    }

    /**
     * Takes in a record of any input topic.
     *
     * @param file named in the problems of plans
     * @param place names the record in other problems
     * @param position where and when it was accepted
     */
    void record(SpecificRecord value, String file, Supplier<String> place, SourcePosition position) {
        if (value instanceof Plan plan) {
            plan(plan, file, position);
        } else if (value instanceof Control control) {
            control(control, place.get(), position);
        } else {
            try {
                ContractEvents.of(value).ifPresent(event -> event(event, place));
            } catch (ContractValueException e) {
                reject(RecordChecks.invalidValue(e, place.get()));
            }
        }
    }

    void event(EntityEvent event, Supplier<String> place) {
        if (!EventValidator.validate(event).isEmpty()) {
            rejected.addAll(RecordChecks.of(event, place.get()));
            return;
        }
        facts.add(event);
        if (event instanceof DealEvent deal && deal.currency() != null) {
            countDeals(deal.currency(), 1);
        }
    }

    /** Takes in a plan of a log, in whose order versions come. */
    void plan(Plan record, String place, SourcePosition position) {
        check(record, place, position).ifPresent(this::add);
    }

    /**
     * Takes in a plan of a file. Files have no order but that of their names, which says nothing about versions: what is
     * published first comes first, what does not say when before all, and then the lower version.
     */
    void planOfFile(Plan record, String place, SourcePosition position) {
        check(record, place, position).ifPresent(ofFiles::add);
    }

    private Optional<Candidate> check(Plan record, String place, SourcePosition position) {
        PlanFile.Result document = PlanFile.read(place, record.getDocument());
        List<RejectedRecord> problems = RecordChecks.of(record, document, place);
        rejected.addAll(problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        boolean shadow = record.getStatus() == PlanStatus.shadow || document.shadow();
        return Optional.of(
                new Candidate(document, shadow, new PlanBook.Recording(position, record.getRestateClosed()), place));
    }

    private void add(Candidate plan) {
        String place = plan.place();
        boolean shadow = plan.shadow();
        PlanVersion version = plan.document().plan();
        String known = published.get(version.label());
        if (known != null && !known.equals(version.sha256())) {
            note(place + ": another document of " + version.label()
                    + "; a version never changes, the first one counts");
        }
        if (known != null) {
            return;
        }
        PlanVersion booked = shadow ? version.asShadow() : version;
        PlanUnits.Change change = PlanUnits.change(booked, published::get);
        if (change != null) {
            reject(RecordChecks.unitChanged(change, place));
            return;
        }
        published.put(version.label(), version.sha256());
        published.putAll(PlanUnits.keys(booked));
        if (shadow) {
            shadows.add(booked, plan.recording());
            return;
        }
        plans.add(version, plan.recording());
        PlanVersion before = newest.get(version.plan());
        if (before == null || before.version() < version.version()) {
            newest.put(version.plan(), version);
            titles.put(version.plan(), plan.document().title());
        }
    }

    void control(Control control, String place, SourcePosition position) {
        if (!ControlCodec.isAboutClose(control.getKind()) && !bound.includes(position)) {
            return;
        }
        List<RejectedRecord> problems = RecordChecks.of(control, place);
        rejected.addAll(problems);
        if (!problems.isEmpty()) {
            return;
        }
        if (ControlCodec.isDecision(control.getKind())) {
            Decision decision = ControlCodec.fromAvro(control);
            YearMonth closed = Decisions.closedBy(decision);
            if (closed == null || bound.includesClose(closed, position)) {
                decide(decision, place);
            }
        } else if (asOf == null || control.getDay().isAfter(asOf)) {
            asOf = control.getDay();
        }
    }

    private void decide(Decision decision, String place) {
        switch (admission.admit(decision)) {
            case REPEATED -> {}
            case CONFLICT -> {
                reject(RecordChecks.conflict(decision, place, admission::kept));
                facts.decisions().refuse(decision);
            }
            case NEW -> facts.add(decision);
        }
    }

    List<RejectedRecord> rejected() {
        return rejected;
    }

    LoadedInput finish() {
        ofFiles.sort(Candidate.ORDER);
        ofFiles.forEach(this::add);
        ofFiles.clear();
        List<String> all = new ArrayList<>(notes);
        plans.rulingClosedUndated()
                .forEach(version -> all.add(version.label() + " does not say when it was published (published_at):"
                        + " it also rules the months that are closed, as if it had been there before"));
        return new LoadedInput(facts, plans, shadows, titles, asOf, rejected, counts, dealCurrencies, all);
    }
}
