package dev.premia.domain.arbitrary;

import dev.premia.domain.event.ActivityEvent;
import dev.premia.domain.event.ActivityKind;
import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import dev.premia.domain.event.CreditShare;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerEvent;
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
import dev.premia.domain.time.WorkingCalendar;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;

/**
 * Arbitrary events and reference records that a contract can hold. They are not always valid: a field may be null that
 * validation requires.
 */
public final class Events {
    private static final double NULL_SHARE = 0.2;
    private static final int MONEY_SCALE = 4;
    private static final int LINE_SCALE = 6;
    private static final int FACTOR_SCALE = 10;
    private static final int SHARE_SCALE = 9;
    private static final long LARGEST_SHARE = 1_000_000_000_000L - 1;

    private Events() {}

    public static Arbitrary<EntityEvent> any() {
        return Arbitraries.oneOf(
                deal().map(EntityEvent.class::cast),
                lead().map(EntityEvent.class::cast),
                call().map(EntityEvent.class::cast),
                payment().map(EntityEvent.class::cast),
                managerEvent().map(EntityEvent.class::cast),
                manager().map(EntityEvent.class::cast),
                team().map(EntityEvent.class::cast),
                customer().map(EntityEvent.class::cast),
                calendar().map(EntityEvent.class::cast),
                rate().map(EntityEvent.class::cast),
                product().map(EntityEvent.class::cast),
                target().map(EntityEvent.class::cast));
    }

    public static Arbitrary<DealEvent> deal() {
        return Builders.withBuilder(DealDraft::new)
                .use(Values.header())
                .in(DealDraft::header)
                .use(Values.optionalText().list().ofSize(5))
                .in(DealDraft::texts)
                .use(Arbitraries.of(DealStatus.class).injectNull(NULL_SHARE))
                .in(DealDraft::status)
                .use(Values.decimal(MONEY_SCALE).list().ofSize(4))
                .in(DealDraft::amounts)
                .use(Values.optionalInstant().list().ofSize(2))
                .in(DealDraft::instants)
                .use(Values.reference().list().ofSize(5))
                .in(DealDraft::references)
                .use(credit().list().ofMaxSize(3))
                .in(DealDraft::credits)
                .use(Values.text().list().ofMaxSize(3))
                .in(DealDraft::tags)
                .use(line().list().ofMaxSize(3))
                .in(DealDraft::lines)
                .use(Values.attributes())
                .in(DealDraft::attributes)
                .build(DealDraft::build);
    }

    public static Arbitrary<CreditShare> credit() {
        var share = Arbitraries.longs()
                .between(0, LARGEST_SHARE)
                .map(unscaled -> BigDecimal.valueOf(unscaled, SHARE_SCALE))
                .injectNull(NULL_SHARE);
        var weight = Arbitraries.longs().injectNull(0.5);
        return Combinators.combine(Values.reference(), share, weight, Values.coin())
                .as(CreditShare::new);
    }

    public static Arbitrary<DealLine> line() {
        return Combinators.combine(
                        Values.reference(),
                        Values.decimal(LINE_SCALE),
                        Values.decimal(LINE_SCALE),
                        Values.decimal(LINE_SCALE),
                        Values.text().list().ofMaxSize(2))
                .as(DealLine::new);
    }

    public static Arbitrary<LeadEvent> lead() {
        return Combinators.combine(
                        Values.header(),
                        Values.optionalText().list().ofSize(3),
                        Values.optionalInstant().list().ofSize(5),
                        Values.reference().list().ofSize(4),
                        Values.attributes())
                .as((header, texts, instants, references, attributes) -> new LeadEvent(
                        header,
                        texts.get(0),
                        references.get(0),
                        instants.get(0),
                        instants.get(1),
                        instants.get(2),
                        instants.get(3),
                        instants.get(4),
                        texts.get(1),
                        references.get(1),
                        texts.get(2),
                        references.get(2),
                        references.get(3),
                        attributes));
    }

    public static Arbitrary<CallEvent> call() {
        return Combinators.combine(
                        Values.header(),
                        Values.optionalInstant(),
                        Arbitraries.of(CallDirection.class).injectNull(NULL_SHARE),
                        Arbitraries.of(CallResult.class).injectNull(NULL_SHARE),
                        Values.reference().list().ofSize(4),
                        Values.optionalText().list().ofSize(2),
                        Arbitraries.integers().list().ofSize(3),
                        Values.coin())
                .as((header, startedAt, direction, result, references, texts, numbers, internal) -> new CallEvent(
                        header,
                        startedAt,
                        direction,
                        result,
                        references.get(0),
                        references.get(1),
                        references.get(2),
                        texts.get(0),
                        numbers.get(0),
                        numbers.get(1),
                        numbers.get(2),
                        references.get(3),
                        internal,
                        texts.get(1)));
    }

    public static Arbitrary<PaymentEvent> payment() {
        return Combinators.combine(
                        Values.header(),
                        Values.reference().list().ofSize(3),
                        Arbitraries.of(PaymentKind.class).injectNull(NULL_SHARE),
                        Values.decimal(MONEY_SCALE),
                        Values.optionalText(),
                        Values.optionalInstant())
                .as((header, references, kind, amount, currency, paidAt) -> new PaymentEvent(
                        header,
                        references.get(0),
                        kind,
                        amount,
                        currency,
                        paidAt,
                        references.get(1),
                        references.get(2)));
    }

    public static Arbitrary<ManagerEvent> managerEvent() {
        return Arbitraries.oneOf(
                activity().map(ManagerEvent.class::cast),
                survey().map(ManagerEvent.class::cast),
                review().map(ManagerEvent.class::cast));
    }

    public static Arbitrary<ActivityEvent> activity() {
        return Combinators.combine(
                        Values.header(),
                        Arbitraries.of(ActivityKind.class).injectNull(NULL_SHARE),
                        Values.optionalText().list().ofSize(2),
                        Values.reference().list().ofSize(4),
                        Values.optionalInstant().list().ofSize(4),
                        Values.attributes())
                .as((header, kind, texts, references, instants, attributes) -> new ActivityEvent(
                        header,
                        kind,
                        texts.get(0),
                        references.get(0),
                        references.get(1),
                        references.get(2),
                        references.get(3),
                        instants.get(0),
                        instants.get(1),
                        instants.get(2),
                        instants.get(3),
                        texts.get(1),
                        attributes));
    }

    public static Arbitrary<SurveyEvent> survey() {
        return Combinators.combine(
                        Values.header(),
                        Arbitraries.of(SurveyKind.class).injectNull(NULL_SHARE),
                        Values.decimal(MONEY_SCALE),
                        Values.optionalInstant(),
                        Values.reference().list().ofSize(4),
                        Values.attributes())
                .as((header, kind, score, answeredAt, references, attributes) -> new SurveyEvent(
                        header,
                        kind,
                        score,
                        answeredAt,
                        references.get(0),
                        references.get(1),
                        references.get(2),
                        references.get(3),
                        attributes));
    }

    public static Arbitrary<ReviewEvent> review() {
        var item = Combinators.combine(
                        Values.text(),
                        Values.decimal(MONEY_SCALE),
                        Values.coin().injectNull(NULL_SHARE))
                .as(ReviewEvent.Item::new);
        return Combinators.combine(
                        Values.header(),
                        Values.optionalInstant(),
                        Values.reference().list().ofSize(3),
                        Values.optionalText(),
                        Values.coin(),
                        item.list().ofMaxSize(3),
                        Values.attributes())
                .as((header, reviewedAt, references, checklist, call, items, attributes) -> new ReviewEvent(
                        header,
                        reviewedAt,
                        references.get(0),
                        references.get(1),
                        checklist,
                        references.get(2),
                        call,
                        items,
                        attributes));
    }

    public static Arbitrary<ManagerRecord> manager() {
        return Combinators.combine(
                        Values.header(),
                        Values.optionalText().list().ofSize(4),
                        assignment().list().ofMaxSize(3),
                        Values.optionalDay(),
                        Values.optionalDay(),
                        Values.decimal(MONEY_SCALE),
                        coefficient().list().ofMaxSize(3))
                .as((header, texts, assignments, hiredOn, leftOn, baseSalary, coefficients) -> new ManagerRecord(
                        header,
                        texts.get(0),
                        assignments,
                        hiredOn,
                        leftOn,
                        texts.get(1),
                        texts.get(2),
                        baseSalary,
                        texts.get(3),
                        coefficients));
    }

    private static Arbitrary<ManagerRecord.Coefficient> coefficient() {
        var value = Arbitraries.longs().map(unscaled -> BigDecimal.valueOf(unscaled, FACTOR_SCALE));
        return Combinators.combine(Values.optionalDay(), Values.text(), value).as(ManagerRecord.Coefficient::new);
    }

    public static Arbitrary<CalendarRecord> calendar() {
        var days = Arbitraries.maps(Values.day(), Values.coin()).ofMaxSize(4).map(WorkingCalendar::new);
        return Combinators.combine(Values.header(), Values.optionalText(), Values.optionalText(), days)
                .as(CalendarRecord::new);
    }

    public static Arbitrary<FxRateRecord> rate() {
        return Combinators.combine(
                        Values.header(),
                        Values.optionalText(),
                        Values.optionalText(),
                        Values.optionalDay(),
                        Values.decimal(10),
                        Arbitraries.integers())
                .as(FxRateRecord::new);
    }

    public static Arbitrary<DatedTag> datedTag() {
        return Combinators.combine(Values.text(), Values.optionalDay(), Values.optionalDay())
                .as(DatedTag::new);
    }

    public static Arbitrary<ProductRecord> product() {
        return Combinators.combine(
                        Values.header(),
                        Values.optionalText(),
                        Values.optionalText(),
                        datedTag().list().ofMaxSize(3))
                .as(ProductRecord::new);
    }

    public static Arbitrary<ManagerRecord.Assignment> assignment() {
        return Combinators.combine(
                        Values.optionalDay(), Values.optionalDay(), Values.reference(), Values.optionalText())
                .as(ManagerRecord.Assignment::new);
    }

    public static Arbitrary<TeamRecord> team() {
        var parent =
                Combinators.combine(Values.optionalDay(), Values.reference()).as(TeamRecord.Parent::new);
        return Combinators.combine(
                        Values.header(),
                        Values.optionalText(),
                        Values.reference(),
                        parent.list().ofMaxSize(3))
                .as(TeamRecord::new);
    }

    public static Arbitrary<CustomerRecord> customer() {
        return Combinators.combine(
                        Values.header(),
                        Values.optionalText(),
                        Values.reference(),
                        Values.optionalDay(),
                        Values.optionalText(),
                        datedTag().list().ofMaxSize(2),
                        Values.optionalInstant())
                .as(CustomerRecord::new);
    }

    /** Targets with a subject type and a window, which the contract requires of all but deletions. */
    public static Arbitrary<TargetRecord> target() {
        return Combinators.combine(
                        Values.header(),
                        Arbitraries.of(SubjectType.MANAGER, SubjectType.TEAM, SubjectType.COMPANY),
                        Values.reference(),
                        Values.optionalText(),
                        Values.window(),
                        Values.decimal(MONEY_SCALE))
                .as(TargetRecord::new);
    }
}
