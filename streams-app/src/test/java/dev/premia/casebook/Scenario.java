package dev.premia.casebook;

import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.Window;
import dev.premia.replay.Settings;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.Payment;
import dev.premia.schemas.PaymentKind;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import dev.premia.schemas.SubjectType;
import dev.premia.schemas.Target;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import dev.premia.schemas.WindowKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * A story of records and of what must be true after them, in the order in which they are written. Ids are short
 * ({@code anna}) and belong to one source. {@link #verify()} plays it through both engines.
 */
final class Scenario {
    static final String SOURCE = "crm";
    private static final String HEAD = """
            plan: main
            version: 1
            valid_from: 2026-01-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            """;
    private static final Instant FIRST_RECORD = Instant.parse("2026-12-01T00:00:00Z");

    private final Settings organisation;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, DealDraft> deals = new HashMap<>();
    private final Map<String, LeadDraft> leads = new HashMap<>();
    private final Map<String, CallDraft> calls = new HashMap<>();
    private final Map<String, People.ManagerDraft> managers = new HashMap<>();
    private final Map<String, People.TeamDraft> teams = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private boolean together;
    private Instant clock = FIRST_RECORD;

    /** What a story is made of. */
    sealed interface Step {}

    /**
     * A record.
     *
     * @param checked whether everything is compared after it, or only later
     */
    record Recorded(Entry<?> entry, boolean checked) implements Step {}

    /** Something that must be true now. */
    record Expected(Expectation expectation) implements Step {}

    private Scenario(Settings organisation) {
        this.organisation = organisation;
    }

    /** A story of an organisation in Moscow. */
    static Scenario story() {
        return in(When.MOSCOW);
    }

    static Scenario in(ZoneId organisationZone) {
        return new Scenario(new Settings(organisationZone, "RUB"));
    }

    Settings organisation() {
        return organisation;
    }

    List<Step> steps() {
        return steps;
    }

    /** Plays the story through the stream and the batch engine, record by record, then in other orders. */
    void verify() {
        if (steps.stream().noneMatch(Expected.class::isInstance)) {
            throw new IllegalStateException("the story expects nothing");
        }
        agree();
    }

    /** Plays the story like {@link #verify()}, whatever it expects: both engines must agree at every point. */
    void agree() {
        new Rehearsal(this).play();
    }

    // Records

    /** The rest of a plan for everybody, in roubles, by month in Moscow, valid from 2026 on; its id is {@code main}. */
    Scenario plan(String rest) {
        return planFile(HEAD + rest);
    }

    /** A whole plan file. */
    Scenario planFile(String document) {
        Plan plan = new Plan();
        plan.setPlan(field("plan", document));
        plan.setVersion(Integer.parseInt(field("version", document)));
        plan.setStatus(PlanStatus.active);
        plan.setValidFrom(LocalDate.parse(field("valid_from", document)));
        plan.setDocument(document);
        plan.setSha256("");
        return add(Topics.PLANS, plan.getPlan(), plan);
    }

    private static String field(String name, String document) {
        Matcher matcher = Pattern.compile("(?m)^" + name + ": *(\\S+)").matcher(document);
        if (!matcher.find()) {
            throw new IllegalArgumentException("the plan has no " + name);
        }
        return matcher.group(1);
    }

    Scenario manager(String id) {
        return manager(id, draft -> {});
    }

    /** The next revision of a manager: as before, with changes. */
    Scenario manager(String id, Consumer<People.ManagerDraft> changes) {
        People.ManagerDraft draft =
                managers.computeIfAbsent(id, People.ManagerDraft::new).next();
        changes.accept(draft);
        return add(Topics.MANAGERS, qualified(id), draft.toRecord(SOURCE));
    }

    Scenario team(String id) {
        return team(id, draft -> {});
    }

    Scenario team(String id, Consumer<People.TeamDraft> changes) {
        People.TeamDraft draft =
                teams.computeIfAbsent(id, People.TeamDraft::new).next();
        changes.accept(draft);
        return add(Topics.TEAMS, qualified(id), draft.toRecord(SOURCE));
    }

    Scenario customer(String id, String owner, String since) {
        long revision = revisions.merge("customer " + id, 1L, Long::sum);
        return add(Topics.CUSTOMERS, qualified(id), People.customer(SOURCE, id, revision, owner, since));
    }

    /** The next revision of a deal: as before, with changes. */
    Scenario deal(String id, Consumer<DealDraft> changes) {
        DealDraft draft = deals.computeIfAbsent(id, DealDraft::new).next();
        changes.accept(draft);
        return add(Topics.DEALS, qualified(id), draft.toRecord(SOURCE));
    }

    /** A deal won by a manager, in short. */
    Scenario won(String id, String owner, String when, String amount) {
        return deal(id, deal -> deal.won(when, amount).owner(owner));
    }

    Scenario lead(String id, Consumer<LeadDraft> changes) {
        LeadDraft draft = leads.computeIfAbsent(id, LeadDraft::new).next();
        changes.accept(draft);
        return add(Topics.LEADS, qualified(id), draft.toRecord(SOURCE));
    }

    Scenario call(String id, Consumer<CallDraft> changes) {
        CallDraft draft = calls.computeIfAbsent(id, CallDraft::new).next();
        changes.accept(draft);
        return add(Topics.CALLS, qualified(id), draft.toRecord(SOURCE));
    }

    /** A refund; the same id again is the next revision of the same refund. */
    Scenario refund(String id, String deal, String amount, String when) {
        return payment(id, deal, PaymentKind.refund, amount, when, false);
    }

    Scenario refundDeleted(String id, String deal, String amount, String when) {
        return payment(id, deal, PaymentKind.refund, amount, when, true);
    }

    private Scenario payment(String id, String deal, PaymentKind kind, String amount, String when, boolean deleted) {
        Payment payment = new Payment();
        payment.setId(qualified(id));
        payment.setRevision(revisions.merge("payment " + id, 1L, Long::sum));
        payment.setSource(SOURCE);
        payment.setDeleted(deleted);
        payment.setDeal(deal);
        payment.setKind(kind);
        payment.setAmount(money(amount));
        payment.setCurrency("RUB");
        payment.setPaidAt(When.instant(when));
        payment.setAttributes(Map.of());
        return add(Topics.PAYMENTS, payment.getId(), payment);
    }

    /**
     * A target; the same id again is its next revision.
     *
     * @param subject a manager's id, {@code team:ID} or {@code company}
     */
    Scenario target(String id, String subject, String kpi, String window, String value) {
        Window of = When.window(window);
        Target target = new Target();
        target.setId(qualified(id));
        target.setRevision(revisions.merge("target " + id, 1L, Long::sum));
        target.setSource(SOURCE);
        SubjectType type = subject.equals("company")
                ? SubjectType.company
                : subject.startsWith("team:") ? SubjectType.team : SubjectType.manager;
        target.setSubjectType(type);
        target.setSubject(type == SubjectType.company ? null : subject.substring(subject.indexOf(':') + 1));
        target.setKpi(kpi);
        target.setWindow(WindowKind.valueOf(of.kind().label()));
        target.setStartsOn(of.start());
        target.setValue(value == null ? null : money(value));
        target.setDeleted(value == null);
        target.setAttributes(Map.of());
        return add(Topics.TARGETS, target.getId(), target);
    }

    /** A calendar day has begun. */
    Scenario day(String day) {
        Control control = new Control();
        control.setId("day-" + day);
        control.setKind(ControlKind.day);
        control.setDay(LocalDate.parse(day));
        control.setOffsets(List.of());
        control.setPlaces(List.of());
        control.setLines(List.of());
        return add(Topics.CONTROL, control.getId(), control);
    }

    /** Any other record of the contracts. */
    <T extends SpecificRecord> Scenario add(TopicSpec<T> topic, String key, T value) {
        clock = clock.plusSeconds(1);
        steps.add(new Recorded(new Entry<>(topic, key, value, clock), !together));
        return this;
    }

    /** The last record once more. */
    Scenario again() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Recorded recorded) {
                steps.add(recorded);
                return this;
            }
        }
        throw new IllegalStateException("nothing was recorded yet");
    }

    /** Records that are compared as a whole only: nothing is checked until all of them are in. */
    Scenario together(Consumer<Scenario> records) {
        together = true;
        records.accept(this);
        together = false;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Recorded recorded) {
                steps.set(i, new Recorded(recorded.entry(), true));
                return this;
            }
        }
        return this;
    }

    // Expectations

    /** What a component pays in all, {@code 0.00} for nothing. */
    Scenario pays(String manager, String window, String component, String amount) {
        return expect(new Expectation.Pays(qualified(manager), When.window(window), component, minor(amount)));
    }

    /** What all components of all plans together pay for a window. */
    Scenario paysInAll(String manager, String window, String amount) {
        return expect(new Expectation.Pays(qualified(manager), When.window(window), null, minor(amount)));
    }

    /** What the last record alone changed. */
    Scenario changes(String manager, String window, String component, String amount) {
        return expect(new Expectation.Changes(qualified(manager), When.window(window), component, minor(amount)));
    }

    /** The last record changed nothing in the ledger. */
    Scenario changesNothing() {
        return expect(new Expectation.Still());
    }

    /** Every entry of a component so far, in order. */
    Scenario entries(String manager, String window, String component, String... amounts) {
        List<Long> minors = new ArrayList<>();
        for (String amount : amounts) {
            minors.add(minor(amount));
        }
        return expect(new Expectation.Entries(qualified(manager), When.window(window), component, minors));
    }

    /** The posting period of everything that a component pays for an origin window. */
    Scenario postedTo(String manager, String window, String component, String month) {
        return expect(new Expectation.PostedTo(qualified(manager), When.window(window), component, month));
    }

    /**
     * The value of a KPI in the organisation's zone.
     *
     * @param subject a manager's id, {@code team:ID} or {@code company}
     */
    Scenario kpi(String subject, String window, String kpi, String value) {
        return kpiIn(organisation.zone().getId(), subject, window, kpi, value);
    }

    /** A KPI that is undefined in the organisation's zone, not 0. */
    Scenario undefined(String subject, String window, String kpi) {
        return kpiIn(organisation.zone().getId(), subject, window, kpi, null);
    }

    Scenario kpiIn(String zone, String subject, String window, String kpi, String value) {
        return expect(new Expectation.KpiIs(
                Expectation.subject(subject),
                When.window(window),
                kpi,
                ZoneId.of(zone),
                value == null ? null : new BigDecimal(value)));
    }

    /** The explanation of what a component pays contains a text. */
    Scenario explains(String manager, String window, String component, String text) {
        return expect(new Expectation.Explains(qualified(manager), When.window(window), component, text));
    }

    /** One more record became a dead letter, for this reason and with this text in it. */
    Scenario deadLetter(String code, String... texts) {
        return expect(new Expectation.DeadLetter(code, List.of(texts)));
    }

    private Scenario expect(Expectation expectation) {
        steps.add(new Expected(expectation));
        return this;
    }

    static String qualified(String id) {
        return SOURCE + "/" + id;
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(4, RoundingMode.UNNECESSARY);
    }

    private static long minor(String amount) {
        return Currencies.toMinor(new BigDecimal(amount), "RUB");
    }
}
