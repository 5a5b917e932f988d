package dev.premia.domain.plan.own;

import dev.premia.domain.credit.CallMeasuring;
import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.Conversion;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.credit.DealOutcome;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.SubjectCells;
import dev.premia.domain.event.ActivityEvent;
import dev.premia.domain.event.ActivityKind;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.ReviewEvent;
import dev.premia.domain.event.SurveyEvent;
import dev.premia.domain.formula.Type;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;

/** Turns facts into the day cells of the measures that plans define. A measure over another kind of facts adds nothing. */
public final class OwnMeasuring {
    private OwnMeasuring() {}

    static void addDeal(OwnMeasure measure, DealCredit credit, ZoneId zone, CellSink sink) {
        if (measure.kind() == FactKind.PAYMENTS) {
            addPayments(measure, credit, zone, sink);
            return;
        }
        Instant at = instant(measure.kind(), credit);
        if (at == null) {
            return;
        }
        Receiver receiver = receiver(credit, at, zone, sink);
        if (measure.field() != null && measure.field().ofLine()) {
            for (DealCredit.Line line : credit.lines()) {
                FactRow row = new FactRow(credit, line);
                if (measure.accepts(row)) {
                    receiver.add(measure, row);
                }
            }
        } else if (counts(measure, credit)) {
            receiver.add(measure, FactRow.of(credit));
        }
    }

    private static void addPayments(OwnMeasure measure, DealCredit credit, ZoneId zone, CellSink sink) {
        for (DealCredit.Payment payment : credit.cash().payments()) {
            FactRow row = new FactRow(credit, payment);
            if (measure.accepts(row)) {
                receiver(credit, payment.paidAt(), zone, sink).add(measure, row);
            }
        }
    }

    private static Receiver receiver(DealCredit credit, Instant at, ZoneId zone, CellSink sink) {
        long mark = credit.overlay() ? Measures.OVERLAY : 0;
        Conversion conversion = credit.conversion();
        long number = credit.currency() == null
                ? 0
                : conversion == null
                        ? Currencies.numericCode(credit.currency())
                        : conversion.view().converted();
        return new Receiver(credit.shareNanos(), credit.currency(), number, mark, DealMeasuring.day(at, zone), sink);
    }

    /** A condition on lines is met by a deal of which one line meets it. */
    private static boolean counts(OwnMeasure measure, DealCredit credit) {
        return measure.asksForLines()
                ? credit.lines().stream().anyMatch(line -> measure.accepts(new FactRow(credit, line)))
                : measure.accepts(FactRow.of(credit));
    }

    private static Instant instant(FactKind kind, DealCredit credit) {
        boolean counts =
                switch (kind) {
                    case WON_DEALS -> credit.isWon();
                    case LOST_DEALS -> credit.outcome() == DealOutcome.LOST;
                    case CLOSED_DEALS -> credit.isWon() || credit.outcome() == DealOutcome.LOST;
                    default -> false;
                };
        return kind == FactKind.DEALS ? credit.createdAt() : counts ? credit.closedAt() : null;
    }

    /** Adds what a lead counts for its latest owner. */
    public static void addLead(Collection<OwnMeasure> measures, LeadEvent lead, ZoneId zone, CellSink sink) {
        for (OwnMeasure measure : measures) {
            addWhole(measure, lead, instant(measure.kind(), lead), zone, sink);
        }
    }

    private static Instant instant(FactKind kind, LeadEvent lead) {
        return switch (kind) {
            case LEADS -> lead.createdAt();
            case LEADS_PROCESSED -> lead.firstTouchAt();
            case LEADS_QUALIFIED -> lead.qualifiedAt();
            case LEADS_CONVERTED -> lead.convertedAt();
            case LEADS_CLOSED -> lead.closedAt();
            default -> null;
        };
    }

    /** Adds what the external legs of a conversation count, each for its own employee. */
    public static void addCalls(
            Collection<OwnMeasure> measures, Collection<CallEvent> legs, ZoneId zone, SubjectCells sink) {
        for (OwnMeasure measure : measures) {
            if (measure.kind() == FactKind.CALLS) {
                for (CallEvent leg : legs) {
                    if (!leg.internal()) {
                        addWhole(
                                measure,
                                leg,
                                leg.startedAt(),
                                zone,
                                (day, number, dimension, delta) ->
                                        sink.add(CallMeasuring.subjectOf(leg), day, number, dimension, delta));
                    }
                }
            }
        }
    }

    /** Adds what an activity, a survey answer or a review counts for its manager. */
    public static void addWork(Collection<OwnMeasure> measures, ManagerEvent event, ZoneId zone, CellSink sink) {
        for (OwnMeasure measure : measures) {
            addWhole(measure, event, instant(measure.kind(), event), zone, sink);
        }
    }

    private static Instant instant(FactKind kind, ManagerEvent event) {
        if (event instanceof ActivityEvent activity) {
            return instant(kind, activity);
        } else if (event instanceof SurveyEvent survey) {
            return kind == FactKind.SURVEYS ? survey.answeredAt() : null;
        }
        return kind == FactKind.REVIEWS && event instanceof ReviewEvent review ? review.reviewedAt() : null;
    }

    private static Instant instant(FactKind kind, ActivityEvent activity) {
        ActivityKind only =
                switch (kind) {
                    case MEETINGS -> ActivityKind.MEETING;
                    case TRIPS -> ActivityKind.TRIP;
                    case EMAILS -> ActivityKind.EMAIL;
                    case MESSAGES -> ActivityKind.MESSAGE;
                    case TRAININGS -> ActivityKind.TRAINING;
                    case TASKS -> ActivityKind.TASK;
                    case PROJECTS -> ActivityKind.PROJECT;
                    default -> null;
                };
        if (kind == FactKind.ACTIVITIES) {
            return activity.heldAt();
        } else if (only != activity.kind()) {
            return null;
        }
        return switch (kind) {
            case TASKS -> activity.dueAt() == null ? activity.createdAt() : activity.dueAt();
            case PROJECTS -> activity.dueAt();
            default -> activity.heldAt();
        };
    }

    private static void addWhole(OwnMeasure measure, Object fact, Instant at, ZoneId zone, CellSink sink) {
        if (at != null && measure.accepts(FactRow.of(fact))) {
            new Receiver(DealCredit.WHOLE_SHARE, null, 0, 0, DealMeasuring.day(at, zone), sink)
                    .add(measure, FactRow.of(fact));
        }
    }

    /** Where the cells of one fact go, and with what share. */
    private record Receiver(long shareNanos, String currency, long currencyNumber, long mark, int day, CellSink sink) {

        void add(OwnMeasure measure, FactRow row) {
            FactField field = measure.field();
            switch (measure.cells()) {
                case COUNT -> add(measure, 0, shareNanos);
                case KNOWN -> {
                    if (field.number(row) != null) {
                        add(measure, currencyOf(field), shareNanos);
                    }
                }
                case SUM -> {
                    BigDecimal whole = field.number(row);
                    if (whole != null) {
                        long value = field.isMoney() ? field.creditedMinor(row) : shared(whole, field.digits());
                        add(measure, currencyOf(field), value);
                    }
                }
                case VALUES -> values(measure, row);
            }
        }

        private void values(OwnMeasure measure, FactRow row) {
            FactField field = measure.field();
            if (field.type() == Type.NUMBER) {
                BigDecimal number = field.number(row);
                if (number != null) {
                    add(
                            measure,
                            field.isMoney()
                                    ? Measures.amount(Currencies.toMinor(number, currency), currencyOf(field))
                                    : units(number, field.digits()),
                            1);
                }
            } else if (field.type() == Type.STRING) {
                text(measure, field.text(row));
            } else {
                field.texts(row).forEach(text -> text(measure, text));
            }
        }

        private void text(OwnMeasure measure, String text) {
            if (text != null && !text.isEmpty()) {
                add(measure, Measures.textDimension(text), 1);
            }
        }

        private long currencyOf(FactField field) {
            return field.isMoney() ? currencyNumber : 0;
        }

        private long shared(BigDecimal whole, int digits) {
            return shareNanos == DealCredit.WHOLE_SHARE
                    ? units(whole, digits)
                    : units(whole.multiply(BigDecimal.valueOf(shareNanos, DealCredit.SHARE_DIGITS)), digits);
        }

        private static long units(BigDecimal number, int digits) {
            return number.movePointRight(digits)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        private void add(OwnMeasure measure, long dimension, long value) {
            sink.add(day, measure.measure() | mark, dimension, value);
        }
    }
}
