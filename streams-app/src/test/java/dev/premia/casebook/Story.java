package dev.premia.casebook;

import dev.premia.connectors.file.InputRecord;
import dev.premia.connectors.file.JsonLineReader;
import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.time.Window;
import dev.premia.replay.Settings;
import dev.premia.scenario.Place;
import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioRecord;
import dev.premia.scenario.Step;
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
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * A story of records that a program tells. Ids are short ({@code anna}) and belong to one source. {@link #agree()} plays it
 * through both engines.
 */
final class Story {
    static final String SOURCE = "crm";
    private static final Instant FIRST_RECORD = Instant.parse("2026-12-01T00:00:00Z");

    private final Settings organisation;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, DealDraft> deals = new HashMap<>();
    private final Map<String, LeadDraft> leads = new HashMap<>();
    private final Map<String, CallDraft> calls = new HashMap<>();
    private final Map<String, People.ManagerDraft> managers = new HashMap<>();
    private final Map<String, People.TeamDraft> teams = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private final JsonLineReader lines = new JsonLineReader(SOURCE, When.MOSCOW);
    private final List<ScenarioRecord<?>> gathered = new ArrayList<>();
    private boolean together;
    private Instant clock = FIRST_RECORD;

    private Story(Settings organisation) {
        this.organisation = organisation;
    }

    /** A story of an organisation in Moscow. */
    static Story story() {
        return new Story(new Settings(When.MOSCOW, "RUB"));
    }

    /** Plays the story: both engines must agree at every point, in every order. */
    void agree() {
        new Rehearsal(scenario()).play();
    }

    /** The story as a scenario that expects nothing of its own. */
    Scenario scenario() {
        return new Scenario("story", new PlanTitle("story", "story"), "", List.of(), organisation, steps);
    }

    // Records

    /** A whole plan file. */
    Story planFile(String document) {
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

    Story manager(String id) {
        return manager(id, draft -> {});
    }

    /** The next revision of a manager: as before, with changes. */
    Story manager(String id, Consumer<People.ManagerDraft> changes) {
        People.ManagerDraft draft =
                managers.computeIfAbsent(id, People.ManagerDraft::new).next();
        changes.accept(draft);
        return add(Topics.MANAGERS, qualified(id), draft.toRecord(SOURCE));
    }

    Story team(String id) {
        return team(id, draft -> {});
    }

    Story team(String id, Consumer<People.TeamDraft> changes) {
        People.TeamDraft draft =
                teams.computeIfAbsent(id, People.TeamDraft::new).next();
        changes.accept(draft);
        return add(Topics.TEAMS, qualified(id), draft.toRecord(SOURCE));
    }

    Story customer(String id, String owner, String since) {
        return add(
                Topics.CUSTOMERS,
                qualified(id),
                People.customer(SOURCE, id, nextRevision("customer", id), owner, since));
    }

    /**
     * A record of any type in its canonical form.
     *
     * @param fields JSON without the outer brackets, with single quotes
     */
    Story line(String type, String fields) {
        String json = "{'type':'" + type + "'," + fields + "}";
        InputRecord record = lines.read(json.replace('\'', '"'), Path.of("story"), 1, problem -> {
                    throw new IllegalArgumentException(problem + " in " + json);
                })
                .orElseThrow();
        return addAny(record.topic(), record.key(), record.value());
    }

    long nextRevision(String type, String id) {
        return revisions.merge(type + " " + id, 1L, Long::sum);
    }

    @SuppressWarnings("unchecked") // The record was made by the contract of the topic.
    private <T extends SpecificRecord> Story addAny(TopicSpec<T> topic, String key, SpecificRecord value) {
        return add(topic, key, (T) value);
    }

    /** The next revision of a deal: as before, with changes. */
    Story deal(String id, Consumer<DealDraft> changes) {
        DealDraft draft = deals.computeIfAbsent(id, DealDraft::new).next();
        changes.accept(draft);
        return add(Topics.DEALS, qualified(id), draft.toRecord(SOURCE));
    }

    Story lead(String id, Consumer<LeadDraft> changes) {
        LeadDraft draft = leads.computeIfAbsent(id, LeadDraft::new).next();
        changes.accept(draft);
        return add(Topics.LEADS, qualified(id), draft.toRecord(SOURCE));
    }

    Story call(String id, Consumer<CallDraft> changes) {
        CallDraft draft = calls.computeIfAbsent(id, CallDraft::new).next();
        changes.accept(draft);
        return add(Topics.CALLS, qualified(id), draft.toRecord(SOURCE));
    }

    /** A refund; the same id again is the next revision of the same refund. */
    Story refund(String id, String deal, String amount, String when) {
        return refund(id, deal, amount, "RUB", when);
    }

    Story refund(String id, String deal, String amount, String currency, String when) {
        return payment(id, deal, PaymentKind.refund, amount, currency, when, false);
    }

    Story refundDeleted(String id, String deal, String amount, String when) {
        return payment(id, deal, PaymentKind.refund, amount, "RUB", when, true);
    }

    /** What the customer paid. */
    Story payment(String id, String deal, String amount, String when) {
        return payment(id, deal, amount, "RUB", when);
    }

    Story payment(String id, String deal, String amount, String currency, String when) {
        return payment(id, deal, PaymentKind.payment, amount, currency, when, false);
    }

    /** A payment that was taken back. */
    Story bounce(String id, String deal, String amount, String when) {
        return payment(id, deal, PaymentKind.bounce, amount, "RUB", when, false);
    }

    private Story payment(
            String id, String deal, PaymentKind kind, String amount, String currency, String when, boolean deleted) {
        Payment payment = new Payment();
        payment.setId(qualified(id));
        payment.setRevision(nextRevision("payment", id));
        payment.setSource(SOURCE);
        payment.setDeleted(deleted);
        payment.setDeal(deal);
        payment.setKind(kind);
        payment.setAmount(money(amount));
        payment.setCurrency(currency);
        payment.setPaidAt(When.instant(when));
        payment.setAttributes(Map.of());
        return add(Topics.PAYMENTS, payment.getId(), payment);
    }

    /**
     * A target; the same id again is its next revision.
     *
     * @param subject a manager's id, {@code team:ID} or {@code company}
     */
    Story target(String id, String subject, String kpi, String window, String value) {
        Window of = When.window(window);
        Target target = new Target();
        target.setId(qualified(id));
        target.setRevision(nextRevision("target", id));
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
    Story day(String day) {
        return control(ControlKind.day, "day-" + day, day, control -> {});
    }

    /** Pay of a deal is withheld from a day on. */
    Story hold(String id, String deal, String day) {
        return control(ControlKind.hold, id, day, control -> control.setDeal(qualified(deal)));
    }

    /** A share of the pay of a deal is free from a day on. */
    Story release(String id, String deal, String day, String share) {
        return control(ControlKind.release, id, day, control -> {
            control.setDeal(qualified(deal));
            control.setShare(new BigDecimal(share).setScale(9, RoundingMode.UNNECESSARY));
        });
    }

    private Story control(ControlKind kind, String id, String day, Consumer<Control> rest) {
        Control control = new Control();
        control.setId(id);
        control.setKind(kind);
        control.setDay(LocalDate.parse(day));
        control.setOffsets(List.of());
        control.setPlaces(List.of());
        control.setLines(List.of());
        control.setBalances(List.of());
        rest.accept(control);
        return add(Topics.CONTROL, control.getId(), control);
    }

    private <T extends SpecificRecord> Story add(TopicSpec<T> topic, String key, T value) {
        clock = clock.plusSeconds(1);
        gathered.add(new ScenarioRecord<>(topic, key, value, clock));
        if (!together) {
            step();
        }
        return this;
    }

    private void step() {
        if (!gathered.isEmpty()) {
            Place place = new Place("story", steps.size() + 1, 1);
            steps.add(new Step.Recorded(place, gathered.toString(), gathered));
            gathered.clear();
        }
    }

    /** Records that are compared as a whole only: nothing is checked until all of them are in. */
    Story together(Consumer<Story> records) {
        together = true;
        records.accept(this);
        together = false;
        step();
        return this;
    }

    static String qualified(String id) {
        return SOURCE + "/" + id;
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(4, RoundingMode.UNNECESSARY);
    }
}
