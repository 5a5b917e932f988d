package dev.premia.domain.event;

import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether a record is valid from the record alone, so that the decision never depends on what arrived before.
 * An invalid record becomes a dead letter and changes no state.
 */
public final class EventValidator {
    private static final int MAX_SHARE_DIGITS = 9;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1000000000000");
    private static final BigDecimal LARGEST_SCORE = new BigDecimal("1000");
    private static final BigDecimal LARGEST_COEFFICIENT = new BigDecimal("1000");
    private static final int MOST_PARTIES = 1_000;
    private static final int LONGEST_TRIP_DAYS = 366;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final List<Violation> violations = new ArrayList<>(0);

    private EventValidator() {}

    /** The reasons why an event is invalid; empty when it is valid. */
    public static List<Violation> validate(EntityEvent event) {
        EventValidator validator = new EventValidator();
        validator.header(event.header());
        if (!event.header().deleted()) {
            validator.content(event);
        }
        return validator.violations;
    }

    /** Whether a business instant is one that sources may say. */
    public static boolean isPlausible(long epochMillis) {
        return epochMillis >= EARLIEST.toEpochMilli() && epochMillis < LATEST.toEpochMilli();
    }

    private void content(EntityEvent event) {
        if (event instanceof DealEvent deal) {
            deal(deal);
        } else if (event instanceof LeadEvent lead) {
            lead(lead);
        } else if (event instanceof CallEvent call) {
            call(call);
        } else if (event instanceof PaymentEvent payment) {
            payment(payment);
        } else if (event instanceof ActivityEvent activity) {
            activity(activity);
        } else if (event instanceof SurveyEvent survey) {
            survey(survey);
        } else if (event instanceof ReviewEvent review) {
            review(review);
        } else if (event instanceof ManagerEvent) {
            new RecordedFigureValidator(violations).validate(event);
        } else if (event instanceof TargetRecord target) {
            target(target);
        } else if (event instanceof ManagerRecord manager) {
            manager(manager);
        } else if (event instanceof FxRateRecord rate) {
            RateValidator.validate(rate, violations);
        } else if (event instanceof ProductRecord product) {
            product(product);
        }
    }

    private void header(Header header) {
        if (isBlank(header.id())) {
            add("missing_id", "id", "nothing", "the entity's id");
        }
    }

    private void deal(DealEvent deal) {
        if (deal.status() == null) {
            add("missing_status", "status", "nothing", "open, won or lost");
            return;
        }
        if (deal.status() != DealStatus.OPEN && deal.closedAt() == null) {
            add(
                    "closed_without_date",
                    "closed_at",
                    "nothing",
                    "the instant at which the deal was " + deal.status().name().toLowerCase(Locale.ROOT));
        }
        instant("created_at", deal.createdAt());
        instant("closed_at", deal.closedAt());
        money("amount", deal.amount());
        money("cost", deal.cost());
        money("expenses", deal.expenses());
        money("tax", deal.tax());
        if (deal.currency() != null || (deal.amount() != null && deal.amount().signum() != 0)) {
            currency(deal.currency());
        }
        if (deal.status() == DealStatus.WON && deal.amount() == null) {
            add("missing_amount", "amount", "nothing", "the amount of the won deal (0 is allowed)");
        }
        credits(deal.credits());
        BigDecimal linesTotal = BigDecimal.ZERO;
        for (DealLine line : deal.lines()) {
            notNegative("lines.quantity", line.quantity());
            notNegative("lines.price", line.price());
            notNegative("lines.cost", line.cost());
            linesTotal = linesTotal.add(
                    orZero(times(line.price(), line.quantity())).max(orZero(times(line.cost(), line.quantity()))));
        }
        notTooLarge("lines", linesTotal);
    }

    private void credits(List<CreditShare> credits) {
        if (credits.isEmpty()) {
            return;
        }
        if (credits.size() > MOST_PARTIES) {
            add("too_many_parties", "credits", credits.size() + " parties", "at most " + MOST_PARTIES);
            return;
        }
        long weights = credits.stream().filter(c -> c.weight() != null).count();
        if (weights != 0 && weights != credits.size()) {
            add(
                    "mixed_shares",
                    "credits",
                    "shares and weights",
                    "a share for every party, or a weight for every party");
            return;
        }
        for (CreditShare credit : credits) {
            if (isBlank(credit.manager())) {
                add("missing_party", "credits.manager", "nothing", "the manager who is credited");
            }
        }
        if (weights != 0) {
            integerWeights(credits);
        } else {
            decimalShares(credits);
        }
    }

    private void integerWeights(List<CreditShare> credits) {
        long main = 0;
        for (CreditShare credit : credits) {
            if (credit.weight() < 0 || credit.weight() > 1_000_000) {
                add("bad_weight", "credits.weight", credit.weight().toString(), "an integer from 0 to 1000000");
            } else if (credit.overlay()) {
                add("overlay_weight", "credits.weight", "a weight on an overlay credit", "a share on overlay credits");
            } else {
                main += credit.weight();
            }
        }
        if (main == 0 && violations.isEmpty()) {
            add("shares_not_whole", "credits", "weights that total 0", "at least one positive weight");
        }
    }

    private void decimalShares(List<CreditShare> credits) {
        BigDecimal total = BigDecimal.ZERO;
        boolean anyMain = false;
        for (CreditShare credit : credits) {
            BigDecimal share = credit.share();
            if (share == null) {
                add("missing_share", "credits.share", "nothing", "a decimal fraction such as 0.25, or weights");
                return;
            }
            if (share.signum() < 0) {
                add("negative_share", "credits.share", text(share), "a fraction from 0 to 1");
                return;
            }
            if (share.stripTrailingZeros().scale() > MAX_SHARE_DIGITS) {
                add("share_too_fine", "credits.share", text(share), "at most nine digits, or integer weights");
                return;
            }
            if (credit.overlay() && share.compareTo(BigDecimal.ONE) > 0) {
                add("overlay_share_too_large", "credits.share", text(share), "a fraction from 0 to 1");
            }
            if (!credit.overlay()) {
                anyMain = true;
                total = total.add(share);
            }
        }
        if (anyMain && total.compareTo(BigDecimal.ONE) != 0) {
            add("shares_not_whole", "credits", "shares that total " + text(total), "a total of exactly 1");
        }
    }

    private void lead(LeadEvent lead) {
        instant("created_at", lead.createdAt());
        instant("first_touch_at", lead.firstTouchAt());
        instant("qualified_at", lead.qualifiedAt());
        instant("converted_at", lead.convertedAt());
        instant("closed_at", lead.closedAt());
        if (lead.createdAt() == null) {
            add("missing_created_at", "created_at", "nothing", "the instant at which the lead was created");
        }
    }

    private void call(CallEvent call) {
        instant("started_at", call.startedAt());
        if (call.startedAt() == null) {
            add("missing_started_at", "started_at", "nothing", "the instant at which the call leg began");
        }
        if (call.direction() == null) {
            add("missing_direction", "direction", "nothing", "inbound or outbound");
        }
        if (call.result() == null) {
            add("missing_result", "result", "nothing", "answered, missed, busy or failed");
        }
        if (call.waitSeconds() < 0 || call.talkSeconds() < 0) {
            add("negative_duration", "talk_seconds", "a negative number of seconds", "0 or more");
        }
    }

    private void payment(PaymentEvent payment) {
        instant("paid_at", payment.paidAt());
        if (isBlank(payment.deal())) {
            add("missing_deal", "deal", "nothing", "the deal that was paid");
        }
        if (payment.kind() == null) {
            add("missing_kind", "kind", "nothing", "payment, refund or bounce");
        }
        notTooLarge("amount", payment.amount());
        if (payment.amount() == null || payment.amount().signum() < 0) {
            add(
                    "bad_amount",
                    "amount",
                    payment.amount() == null ? "nothing" : text(payment.amount()),
                    "0 or more; the kind says the direction");
        }
        currency(payment.currency());
        if (payment.paidAt() == null) {
            add("missing_paid_at", "paid_at", "nothing", "the instant of the payment");
        }
    }

    private void activity(ActivityEvent activity) {
        instant("created_at", activity.createdAt());
        instant("planned_at", activity.plannedAt());
        instant("due_at", activity.dueAt());
        instant("held_at", activity.heldAt());
        if (activity.kind() == ActivityKind.TRIP && isTooLong(activity)) {
            add("trip_too_long", "due_at", activity.dueAt().toString(), "at most a year after planned_at");
        }
        if (activity.kind() == null) {
            add("missing_kind", "kind", "nothing", "meeting, trip, email, message, task, project or training");
        }
    }

    private static boolean isTooLong(ActivityEvent trip) {
        return trip.plannedAt() != null
                && trip.dueAt() != null
                && Duration.between(trip.plannedAt(), trip.dueAt()).toDays() > LONGEST_TRIP_DAYS;
    }

    private void survey(SurveyEvent survey) {
        instant("answered_at", survey.answeredAt());
        if (survey.kind() == null) {
            add("missing_kind", "kind", "nothing", "nps, csat, ces, staff or other");
        }
        notNegative("score", survey.score());
        if (survey.score() != null && survey.score().compareTo(LARGEST_SCORE) > 0) {
            add("score_out_of_range", "score", text(survey.score()), "at most " + LARGEST_SCORE);
        }
        if (survey.score() == null) {
            add("missing_score", "score", "nothing", "the answer");
        } else if (survey.kind() == SurveyKind.NPS && !isRecommendation(survey.score())) {
            add("score_out_of_range", "score", text(survey.score()), "a whole number from 0 to 10");
        }
        if (survey.answeredAt() == null) {
            add("missing_answered_at", "answered_at", "nothing", "the instant of the answer");
        }
    }

    private static boolean isRecommendation(BigDecimal score) {
        return score.signum() >= 0
                && score.compareTo(BigDecimal.TEN) <= 0
                && score.stripTrailingZeros().scale() <= 0;
    }

    private void review(ReviewEvent review) {
        instant("reviewed_at", review.reviewedAt());
        if (review.reviewedAt() == null) {
            add("missing_reviewed_at", "reviewed_at", "nothing", "the instant at which the checklist was filled in");
        }
        for (ReviewEvent.Item item : review.items()) {
            notNegative("items.weight", item.weight());
        }
    }

    private void target(TargetRecord target) {
        if (isBlank(target.kpi())) {
            add("missing_kpi", "kpi", "nothing", "the canonical name of a KPI");
        }
        if (target.subjectType() == null) {
            add("missing_subject_type", "subject_type", "nothing", "manager, team or company");
        }
        if (target.window() == null) {
            add("missing_window", "window", "nothing", "a window kind and its first day");
        }
        if (target.value() == null) {
            add("missing_value", "value", "nothing", "the target in the KPI's unit");
        }
        if (target.subjectType() != null && target.subjectType().isThing()) {
            add(
                    "bad_subject_type",
                    "subject_type",
                    target.subjectType().label(),
                    "manager, team or company: nobody else is measured against a target");
        }
        if (target.subjectType() != SubjectType.COMPANY && isBlank(target.subject())) {
            add("missing_subject", "subject", "nothing", "the id of the manager or team");
        }
    }

    private void manager(ManagerRecord manager) {
        for (ManagerRecord.Coefficient each : manager.coefficients()) {
            if (each.value().abs().compareTo(LARGEST_COEFFICIENT) > 0) {
                add(
                        "coefficient_out_of_range",
                        "coefficients.value",
                        text(each.value()),
                        "at most " + LARGEST_COEFFICIENT.toPlainString());
            }
        }
        for (ManagerRecord.Assignment each : manager.assignments()) {
            if (each.from() != null && each.until() != null && each.until().isBefore(each.from())) {
                add(
                        "assignment_reversed",
                        "assignments.until",
                        each.until().toString(),
                        "a day not before " + each.from());
            }
        }
    }

    private void product(ProductRecord product) {
        for (DatedTag each : product.tags()) {
            if (isBlank(each.tag())) {
                add("missing_tag", "tags.tag", "nothing", "the tag as plans name it, e.g. focus");
            } else if (each.from() != null
                    && each.until() != null
                    && each.until().isBefore(each.from())) {
                add("tag_reversed", "tags.until", each.until().toString(), "a day not before " + each.from());
            }
        }
    }

    private static BigDecimal orZero(BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private static String text(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Business instants beyond any calendar in use are typing errors of a source. */
    private void instant(String field, Instant at) {
        if (at != null && (at.isBefore(EARLIEST) || !at.isBefore(LATEST))) {
            add("instant_out_of_range", field, at.toString(), "an instant from 1970 to 2199");
        }
    }

    private void money(String field, BigDecimal value) {
        notNegative(field, value);
        notTooLarge(field, value);
    }

    /** Beyond this, sums of minor units would no longer be sure to fit; nothing that is sold costs as much. */
    private void notTooLarge(String field, BigDecimal value) {
        if (value != null && value.compareTo(LARGEST_AMOUNT) > 0) {
            add(
                    "too_large_" + field.replace('.', '_'),
                    field,
                    text(value),
                    "at most " + LARGEST_AMOUNT.toPlainString());
        }
    }

    private static BigDecimal times(BigDecimal unit, BigDecimal quantity) {
        return unit == null || quantity == null ? unit : unit.multiply(quantity);
    }

    private void notNegative(String field, BigDecimal value) {
        if (value != null && value.signum() < 0) {
            add("negative_" + field.replace('.', '_'), field, text(value), "0 or more; returns are refund payments");
        }
    }

    private void currency(String code) {
        if (!Currencies.isKnown(code)) {
            add(
                    "unknown_currency",
                    "currency",
                    code == null ? "nothing" : "'" + code + "'",
                    "an ISO 4217 code such as RUB");
        }
    }

    private void add(String code, String field, String found, String expected) {
        violations.add(new Violation(code, field, found, expected));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
