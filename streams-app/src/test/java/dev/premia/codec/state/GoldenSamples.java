package dev.premia.codec.state;

import dev.premia.domain.contest.PeerEntry;
import dev.premia.domain.contest.PeerKey;
import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.Callbacks.Contact;
import dev.premia.domain.credit.CustomerAnswer;
import dev.premia.domain.credit.CustomerPurchases.Party;
import dev.premia.domain.credit.CustomerPurchases.Purchase;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealCrediting;
import dev.premia.domain.credit.DealMeasuring.CustomerOrder;
import dev.premia.domain.credit.DealOutcome;
import dev.premia.domain.credit.DealTerms;
import dev.premia.domain.credit.LineMoney;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ActivityEvent;
import dev.premia.domain.event.ActivityKind;
import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import dev.premia.domain.event.ContentDigest;
import dev.premia.domain.event.CreditShare;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.PaymentKind;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.event.ReviewEvent;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.SurveyEvent;
import dev.premia.domain.event.SurveyKind;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.DealFact.SeenRevision;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.fact.RevisionMark;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.domain.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fixed values whose stored bytes are committed. Marks carry fixed digests, so that the bytes show the format alone. */
final class GoldenSamples {
    static final Instant AT = Instant.parse("2026-10-05T09:30:00.123Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final ContentDigest DIGEST = new ContentDigest(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);

    private GoldenSamples() {}

    /** A value with the format that stores it. */
    record Sample<T>(StateFormat<T> format, T value) {
        byte[] encoded() {
            return format.encode(value);
        }
    }

    /** By the name of the file of their bytes. */
    static Map<String, Sample<?>> all() {
        Map<String, Sample<?>> samples = new LinkedHashMap<>();
        samples.put("revision-mark", new Sample<>(RevisionMarkCodec.FORMAT, mark(7, AT.toEpochMilli())));
        samples.put("revision-mark-undated", new Sample<>(RevisionMarkCodec.FORMAT, mark(1, Long.MIN_VALUE)));
        samples.put("deal-event", new Sample<>(DealEventCodec.FORMAT, deal()));
        samples.put("deal-event-deleted", new Sample<>(DealEventCodec.FORMAT, deletedDeal()));
        samples.put("lead-event", new Sample<>(LeadEventCodec.FORMAT, lead()));
        samples.put("call-event", new Sample<>(CallEventCodec.FORMAT, call()));
        samples.put("payment-event", new Sample<>(PaymentEventCodec.FORMAT, payment()));
        samples.put("activity", new Sample<>(ManagerEventCodec.FORMAT, activity()));
        samples.put("survey", new Sample<>(ManagerEventCodec.FORMAT, survey()));
        samples.put("review", new Sample<>(ManagerEventCodec.FORMAT, review()));
        RecordedFigureSamples.addTo(samples::put);
        CloseSamples.addTo(samples::put);
        samples.put("manager-record", new Sample<>(ManagerRecordCodec.FORMAT, manager()));
        samples.put("calendar-record", new Sample<>(CalendarRecordCodec.FORMAT, calendar()));
        samples.put("peer-entry", new Sample<>(PeerEntryCodec.FORMAT, peerEntry()));
        samples.put("peer-key", new Sample<>(PeerEntryCodec.KEY, peerKey()));
        samples.put("fx-rate-record", new Sample<>(FxRateRecordCodec.FORMAT, rate()));
        samples.put("product-record", new Sample<>(ProductRecordCodec.FORMAT, product()));
        samples.put("decision-adjustment", new Sample<>(DecisionCodec.FORMAT, adjustment()));
        samples.put("decision-hold", new Sample<>(DecisionCodec.FORMAT, hold()));
        samples.put("decision-release", new Sample<>(DecisionCodec.FORMAT, release()));
        samples.put("decision-contest-result", new Sample<>(DecisionCodec.FORMAT, contestResult()));
        samples.put("decision-restate-rate", new Sample<>(DecisionCodec.FORMAT, restateRate()));
        samples.put("decision-credit-transfer", new Sample<>(DecisionCodec.FORMAT, creditTransfer()));
        samples.put("decision-dispute", new Sample<>(DecisionCodec.FORMAT, dispute()));
        samples.put("team-record", new Sample<>(TeamRecordCodec.FORMAT, team()));
        samples.put("customer-standing", new Sample<>(CustomerStandingCodec.FORMAT, standing()));
        samples.put("customer-record", new Sample<>(CustomerRecordCodec.FORMAT, customer()));
        samples.put("target-record", new Sample<>(TargetRecordCodec.FORMAT, target()));
        samples.put("latest-deal", new Sample<>(LatestFactCodec.DEAL, latest(deal())));
        samples.put("latest-lead", new Sample<>(LatestFactCodec.LEAD, latest(lead())));
        samples.put("latest-call", new Sample<>(LatestFactCodec.CALL, latest(call())));
        samples.put("latest-payment", new Sample<>(LatestFactCodec.PAYMENT, latest(payment())));
        samples.put("latest-manager", new Sample<>(LatestFactCodec.MANAGER, latest(manager())));
        samples.put("latest-team", new Sample<>(LatestFactCodec.TEAM, latest(team())));
        samples.put("latest-customer", new Sample<>(LatestFactCodec.CUSTOMER, latest(customer())));
        samples.put("latest-target", new Sample<>(LatestFactCodec.TARGET, latest(target())));
        samples.put(
                "latest-call-foreign-mark",
                new Sample<>(LatestFactCodec.CALL, new LatestFact<>(mark(99, Long.MIN_VALUE), call())));
        samples.put("deal-fact", new Sample<>(DealFactCodec.FORMAT, dealFact()));
        samples.put("deal-fact-unknown", new Sample<>(DealFactCodec.FORMAT, DealFact.UNKNOWN));
        samples.put("deal-credit", new Sample<>(DealCreditCodec.FORMAT, credit(false)));
        samples.put("deal-credits", new Sample<>(DealCreditCodec.LIST, List.of(credit(false), credit(true))));
        samples.put("deal-credit-converted", new Sample<>(DealCreditCodec.FORMAT, convertedCredit()));
        samples.put("purchase", new Sample<>(PurchaseCodec.FORMAT, purchase()));
        samples.put(
                "customer-answer",
                new Sample<>(
                        CustomerAnswerCodec.FORMAT,
                        new CustomerAnswer("crm/1", Subject.manager("crm/17"), AT, 45_000)));
        samples.put(
                "contact",
                new Sample<>(ContactCodec.FORMAT, new Contact("crm/c1", Subject.manager("crm/17"), AT, List.of(AT))));
        samples.put("day-cells", new Sample<>(DayCellsCodec.FORMAT, cells()));
        samples.put("day-cells-empty", new Sample<>(DayCellsCodec.FORMAT, new DayCells()));
        samples.put("subject-manager", new Sample<>(SubjectCodec.FORMAT, Subject.manager("crm/17")));
        samples.put("subject-team", new Sample<>(SubjectCodec.FORMAT, Subject.team("crm/3")));
        samples.put("subject-company", new Sample<>(SubjectCodec.FORMAT, Subject.COMPANY));
        return samples;
    }

    private static Header header(String id) {
        return new Header("crm/" + id, AT.toEpochMilli(), AT, false, "crm");
    }

    private static RevisionMark mark(long revision, long changedAt) {
        return new RevisionMark(revision, changedAt, DIGEST);
    }

    private static <E extends EntityEvent> LatestFact<E> latest(E event) {
        Instant changedAt = event.header().changedAt();
        return new LatestFact<>(
                mark(event.revision(), changedAt == null ? Long.MIN_VALUE : changedAt.toEpochMilli()), event);
    }

    static DealEvent deal() {
        return new DealEvent(
                header("1234"),
                "b2b",
                "WON",
                DealStatus.WON,
                new BigDecimal("1500000.0000"),
                "RUB",
                new BigDecimal("-0.5"),
                new BigDecimal("12345678901234567890.1234"),
                BigDecimal.ZERO,
                AT.minusSeconds(86_400),
                AT,
                "crm/17",
                List.of(
                        new CreditShare("crm/17", new BigDecimal("1.000000000"), null, false),
                        new CreditShare("crm/18", null, 3L, true)),
                "crm/501",
                "crm/77",
                "ads/5",
                "малый бизнес",
                "crm/9",
                "none",
                List.of("focus", "vip"),
                List.of(new DealLine(
                        "crm/900",
                        new BigDecimal("2.000000"),
                        new BigDecimal("750000.000000"),
                        null,
                        List.of("promo"))),
                Map.of("region", "Москва", "a", "1"));
    }

    private static DealEvent deletedDeal() {
        return new DealEvent(
                new Header("other/1", 8, null, true, "crm"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    private static LeadEvent lead() {
        return new LeadEvent(
                header("77"),
                "in work",
                "crm/17",
                AT,
                AT.plusSeconds(60),
                null,
                null,
                null,
                "site",
                "ads/5",
                null,
                "crm/501",
                null,
                Map.of("utm", "autumn"));
    }

    static CallEvent call() {
        return new CallEvent(
                new Header("pbx/5", 5, AT, false, "pbx"),
                AT,
                CallDirection.INBOUND,
                CallResult.ANSWERED,
                "crm/17",
                null,
                "crm/501",
                "0a1b2c3d",
                12,
                345,
                1,
                "pbx/4",
                false,
                null);
    }

    private static ActivityEvent activity() {
        return new ActivityEvent(
                header("41"),
                ActivityKind.TRIP,
                "confirmed",
                "crm/17",
                "crm/501",
                null,
                null,
                AT,
                AT.plusSeconds(1),
                AT.plusSeconds(86_400),
                AT.plusSeconds(86_400),
                null,
                Map.of("city", "Пермь"));
    }

    private static SurveyEvent survey() {
        return new SurveyEvent(
                header("42"), SurveyKind.CSAT, new BigDecimal("4.5"), AT, "crm/17", "crm/501", null, "pbx/5", Map.of());
    }

    private static ReviewEvent review() {
        return new ReviewEvent(
                header("43"),
                AT,
                "crm/17",
                "crm/18",
                "script",
                "pbx/5",
                true,
                List.of(
                        new ReviewEvent.Item("greeting", new BigDecimal("2"), true),
                        new ReviewEvent.Item("price", null, false),
                        new ReviewEvent.Item("discount", null, null)),
                Map.of());
    }

    private static PaymentEvent payment() {
        return new PaymentEvent(
                header("31"), "crm/1234", PaymentKind.REFUND, new BigDecimal("10000.00"), "RUB", AT, null, "crm/501");
    }

    private static ManagerRecord manager() {
        return new ManagerRecord(
                header("17"),
                "Анна",
                List.of(
                        new ManagerRecord.Assignment(null, DAY.minusDays(1), "crm/3", "junior"),
                        new ManagerRecord.Assignment(DAY, null, null, null)),
                DAY.minusYears(2),
                null,
                "ООО Ромашка",
                "0042",
                new BigDecimal("60000.0000"),
                "RUB",
                List.of(
                        new ManagerRecord.Coefficient(null, "grade", new BigDecimal("1.0")),
                        new ManagerRecord.Coefficient(DAY, "grade", new BigDecimal("1.2500000000"))));
    }

    private static FxRateRecord rate() {
        return new FxRateRecord(header("usd"), "USD", "RUB", DAY, new BigDecimal("90.1234000000"), 1);
    }

    private static ProductRecord product() {
        return new ProductRecord(
                header("900"),
                "Кассовый аппарат",
                "devices",
                List.of(new DatedTag("focus", DAY, null), new DatedTag("new", null, DAY.plusDays(30))));
    }

    private static CalendarRecord calendar() {
        return new CalendarRecord(
                header("ru"),
                "Россия",
                "Europe/Moscow",
                new WorkingCalendar(Map.of(DAY, false, DAY.plusDays(2), true)));
    }

    private static Decision.Heading heading() {
        return new Decision.Heading("d-1", AT, "crm/1", "crm/2", "Премия к юбилею", null);
    }

    private static Decision adjustment() {
        return new Decision.Adjustment(heading(), "crm/17", null, "bonus", YearMonth.from(DAY), -50_000, "RUB");
    }

    private static Decision hold() {
        return new Decision.Hold(heading(), "crm/1234", "b2b", null, DAY);
    }

    private static Decision release() {
        return new Decision.Release(heading(), "crm/1234", null, "volume", DAY, new BigDecimal("0.500000000"));
    }

    private static Decision creditTransfer() {
        return new Decision.CreditTransfer(
                heading(), "crm/1234", "crm/17", "crm/18", new BigDecimal("0.250000000"), DAY);
    }

    private static Decision dispute() {
        return new Decision.Dispute(heading(), "crm/17", 3, "accepted");
    }

    private static PeerEntry peerEntry() {
        return new PeerEntry(new BigDecimal("12.5"), new BigDecimal("-3"), AT.toEpochMilli(), true);
    }

    private static PeerKey peerKey() {
        return new PeerKey("b2b", "best", new Window(WindowKind.QUARTER, DAY), Subject.team("crm/1"));
    }

    private static Decision contestResult() {
        return new Decision.ContestResult(
                heading(),
                "b2b",
                3,
                "best",
                new Window(WindowKind.QUARTER, DAY),
                List.of(
                        new Decision.Place("crm/17", 1, new BigDecimal("12.5"), 5_000_000),
                        new Decision.Place("crm/18", 2, null, 0)));
    }

    private static Decision restateRate() {
        return new Decision.RestateRate(heading(), "USD", "RUB", DAY, 2);
    }

    private static TeamRecord team() {
        return new TeamRecord(
                header("3"),
                "North",
                "crm/17",
                List.of(new TeamRecord.Parent(null, "crm/1"), new TeamRecord.Parent(DAY, null)));
    }

    private static CustomerStanding standing() {
        return new CustomerStanding(CustomerOrder.REPEAT, AT, List.of(new DatedTag("vip", DAY, null)));
    }

    private static CustomerRecord customer() {
        return new CustomerRecord(
                header("501"), null, "crm/17", DAY, "smb", List.of(new DatedTag("vip", DAY, null)), AT);
    }

    private static TargetRecord target() {
        return new TargetRecord(
                header("t1"),
                SubjectType.MANAGER,
                "crm/17",
                "revenue",
                new Window(WindowKind.QUARTER, DAY),
                new BigDecimal("1000000.0000"));
    }

    private static DealFact dealFact() {
        return new DealFact(
                deal(),
                List.of(
                        new SeenRevision(mark(3, Long.MIN_VALUE), false, null, null, "new"),
                        new SeenRevision(mark(AT.toEpochMilli(), AT.toEpochMilli()), true, "crm/17", "b2b", "offer")),
                Map.of("crm/31", payment(), "crm/32", payment()));
    }

    private static DealCredit.Line line() {
        List<DatedTag> tags = List.of(new DatedTag("new", null, DAY), new DatedTag("gift", null, null));
        return new DealCredit.Line(
                "crm/900",
                "tools",
                tags,
                new LineMoney(150_000_000, 160_000_000, 300_000_000, 320_000_000),
                2_000,
                500);
    }

    private static DealCredit credit(boolean overlay) {
        return new DealCredit(
                "crm/1234",
                AT.toEpochMilli(),
                overlay ? Subject.manager("crm/18") : Subject.COMPANY,
                overlay,
                overlay ? DealOutcome.REFUNDED : DealOutcome.WON,
                null,
                AT,
                DealCredit.WHOLE_SHARE,
                "RUB",
                150_000_000,
                -1,
                overlay
                        ? DealCredit.Cash.unpaid(150_000_000, -1)
                        : new DealCredit.Cash(
                                160_000_000,
                                2,
                                List.of(
                                        new DealCredit.Payment(AT, 160_000_000, 2),
                                        new DealCredit.Payment(AT, -10_000_000, -1))),
                overlay ? null : new DealCredit.Costs(120_000_000, 100_000_000, 5_000, 0),
                "crm/501",
                null,
                "ads/5",
                null,
                "b2b",
                "WON",
                overlay ? List.of() : List.of(Measures.stage("b2b", "new"), Measures.stage(null, "won")),
                null,
                null,
                overlay ? List.of() : List.of("focus"),
                overlay ? List.of() : List.of(line()),
                overlay ? Map.of() : Map.of("b", "2", "a", "1"));
    }

    private static DealCredit convertedCredit() {
        ExchangeRates rates = new ExchangeRates();
        rates.add(rate());
        DealEvent deal = new DealEvent(
                header("1235"),
                null,
                null,
                DealStatus.WON,
                new BigDecimal("100.0000"),
                "USD",
                new BigDecimal("60.0000"),
                null,
                null,
                null,
                AT,
                "crm/17",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new DealLine("crm/900", null, null, null, List.of())),
                Map.of());
        MoneyView view = MoneyView.atWin(ZoneId.of("Europe/Moscow"), "RUB");
        return DealCrediting.creditsOf(
                        DealFact.UNKNOWN.fold(deal).fact(), new DealTerms(List.of(view), rates, product -> null))
                .get(0);
    }

    private static Purchase purchase() {
        return new Purchase(
                AT,
                "crm/1234",
                true,
                List.of(new Party(Subject.manager("crm/17"), false), new Party(Subject.COMPANY, true)),
                List.of("crm/drill", "crm/saw"));
    }

    private static DayCells cells() {
        DayCells cells = new DayCells();
        cells.add(Measures.REVENUE, 643, 150_000_000);
        cells.add(Measures.REVENUE, 840, -99);
        cells.add(Measures.WON_DEALS, 0, DealCredit.WHOLE_SHARE);
        cells.add(Measures.CYCLE_DAYS, 1, DealCredit.WHOLE_SHARE);
        cells.add(Measures.TALK_SECONDS, 0, 345);
        cells.add(Measures.REVENUE | Measures.OVERLAY, 643, Long.MIN_VALUE);
        return cells;
    }
}
