package dev.premia.domain.credit;

import dev.premia.domain.event.ActivityEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.MarketEvent;
import dev.premia.domain.event.ReviewEvent;
import dev.premia.domain.event.SpendEvent;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.SurveyEvent;
import dev.premia.domain.event.SurveyKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;

/** Turns activities, survey answers and reviews into day cells of the one manager to whom they belong. */
public final class ManagerEventMeasuring {
    /** Decimal digits of a survey score, as in its contract. */
    public static final int SCORE_DIGITS = 4;

    /** Decimal digits of the score of a checklist. */
    public static final int REVIEW_DIGITS = 9;

    private ManagerEventMeasuring() {}

    /** Who is credited: the manager, or the company where none is named; null for the market of a segment alone. */
    public static Subject subjectOf(ManagerEvent event) {
        if (event instanceof MarketEvent market && market.segment() != null) {
            return null;
        }
        return event.manager() == null ? Subject.COMPANY : Subject.manager(event.manager());
    }

    /** The campaign or the segment that is credited, in the organisation's zone alone; null for none. */
    public static Subject thingOf(ManagerEvent event) {
        if (event instanceof SpendEvent spend) {
            return new Subject(SubjectType.CAMPAIGN, spend.campaign());
        } else if (event instanceof MarketEvent market && market.segment() != null) {
            return new Subject(SubjectType.SEGMENT, market.segment());
        }
        return null;
    }

    /**
     * @param renewed whether a won deal renews it, where it is a contract
     * @param zone the zone whose calendar days count
     */
    public static void addCells(ManagerEvent event, boolean renewed, ZoneId zone, CellSink sink) {
        if (event instanceof ActivityEvent activity) {
            addActivity(activity, zone, sink);
        } else if (event instanceof SurveyEvent survey) {
            addSurvey(survey, zone, sink);
        } else if (event instanceof ReviewEvent review) {
            addReview(review, zone, sink);
        } else {
            RecordedFigureMeasuring.addCells(event, renewed, sink);
        }
    }

    private static void addActivity(ActivityEvent activity, ZoneId zone, CellSink sink) {
        switch (activity.kind()) {
            case MEETING -> addDone(activity, Measures.MEETINGS, zone, sink);
            case EMAIL -> addDone(activity, Measures.EMAILS, zone, sink);
            case TRIP -> addTrip(activity, zone, sink);
            case TASK -> addTask(activity, zone, sink);
            case PROJECT -> addProject(activity, zone, sink);
            case MESSAGE, TRAINING -> {}
        }
    }

    private static void addDone(ActivityEvent activity, long measure, ZoneId zone, CellSink sink) {
        if (activity.heldAt() != null) {
            sink.add(DealMeasuring.day(activity.heldAt(), zone), measure, 0, 1);
        }
    }

    private static void addTrip(ActivityEvent trip, ZoneId zone, CellSink sink) {
        if (trip.heldAt() == null) {
            return;
        }
        int held = DealMeasuring.day(trip.heldAt(), zone);
        int days = 1;
        if (trip.plannedAt() != null && trip.dueAt() != null) {
            days = Math.max(1, DealMeasuring.day(trip.dueAt(), zone) - DealMeasuring.day(trip.plannedAt(), zone) + 1);
        }
        sink.add(held, Measures.TRIPS, 0, 1);
        sink.add(held, Measures.TRIP_DAYS, 0, days);
    }

    private static void addTask(ActivityEvent task, ZoneId zone, CellSink sink) {
        Instant counted = task.dueAt() == null ? task.createdAt() : task.dueAt();
        if (counted == null) {
            return;
        }
        int day = DealMeasuring.day(counted, zone);
        sink.add(day, Measures.TASKS, 0, 1);
        if (task.heldAt() != null) {
            sink.add(day, Measures.TASKS_DONE, 0, 1);
        }
    }

    private static void addProject(ActivityEvent project, ZoneId zone, CellSink sink) {
        if (project.dueAt() == null) {
            return;
        }
        int due = DealMeasuring.day(project.dueAt(), zone);
        sink.add(due, Measures.PROJECTS_DUE, 0, 1);
        if (project.heldAt() != null && DealMeasuring.day(project.heldAt(), zone) <= due) {
            sink.add(due, Measures.PROJECTS_ON_TIME, 0, 1);
        }
    }

    private static void addSurvey(SurveyEvent survey, ZoneId zone, CellSink sink) {
        int day = DealMeasuring.day(survey.answeredAt(), zone);
        if (survey.kind() == SurveyKind.NPS) {
            sink.add(day, Measures.NPS_ANSWERS, survey.score().longValueExact(), 1);
        } else if (survey.kind() == SurveyKind.CSAT || survey.kind() == SurveyKind.STAFF) {
            long score = score(survey);
            boolean staff = survey.kind() == SurveyKind.STAFF;
            sink.add(day, staff ? Measures.STAFF_ANSWERS : Measures.CSAT_ANSWERS, score, 1);
        }
    }

    /** The score of an answer in its last digits. */
    static long score(SurveyEvent survey) {
        return survey.score()
                .movePointRight(SCORE_DIGITS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static void addReview(ReviewEvent review, ZoneId zone, CellSink sink) {
        BigDecimal score = score(review);
        if (score == null) {
            return;
        }
        int day = DealMeasuring.day(review.reviewedAt(), zone);
        sink.add(day, review.call() ? Measures.CALL_REVIEWS : Measures.REVIEWS, 0, 1);
        sink.add(
                day,
                review.call() ? Measures.CALL_REVIEW_SCORE : Measures.REVIEW_SCORE,
                0,
                score.movePointRight(REVIEW_DIGITS).longValueExact());
    }

    /** Passed weights / weights of a checklist, at {@link #REVIEW_DIGITS}; null when no criterion applies. */
    public static BigDecimal score(ReviewEvent review) {
        BigDecimal passed = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (ReviewEvent.Item item : review.items()) {
            BigDecimal weight = item.weight() == null ? BigDecimal.ONE : item.weight();
            if (item.passed() != null) {
                total = total.add(weight);
                passed = item.passed() ? passed.add(weight) : passed;
            }
        }
        return total.signum() == 0 ? null : passed.divide(total, REVIEW_DIGITS, RoundingMode.HALF_UP);
    }
}
