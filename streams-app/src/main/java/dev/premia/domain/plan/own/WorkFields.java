package dev.premia.domain.plan.own;

import dev.premia.domain.credit.ManagerEventMeasuring;
import dev.premia.domain.event.ActivityEvent;
import dev.premia.domain.event.ReviewEvent;
import dev.premia.domain.event.SurveyEvent;
import dev.premia.domain.formula.Unit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The fields of activities, survey answers and reviews. */
final class WorkFields {
    private WorkFields() {}

    static List<FactField> ofActivities() {
        return List.of(
                FactField.text("kind", row -> activity(row).kind().name().toLowerCase(Locale.ROOT)),
                activityText("status", ActivityEvent::status),
                activityText("result", ActivityEvent::result),
                activityText("customer", ActivityEvent::customer),
                activityText("deal", ActivityEvent::deal),
                activityText("lead", ActivityEvent::lead),
                FactField.flag("done", row -> activity(row).heldAt() != null),
                FactField.flag("on_time", row -> onTime(activity(row))));
    }

    static List<FactField> ofSurveys() {
        return List.of(
                FactField.text("kind", row -> survey(row).kind().name().toLowerCase(Locale.ROOT)),
                FactField.text("customer", row -> survey(row).customer()),
                FactField.text("deal", row -> survey(row).deal()),
                FactField.text("call", row -> survey(row).call()),
                FactField.number("score", Unit.POINTS, ManagerEventMeasuring.SCORE_DIGITS, row -> survey(row)
                        .score()));
    }

    static List<FactField> ofReviews() {
        return List.of(
                FactField.text("checklist", row -> review(row).checklist()),
                FactField.text("reviewer", row -> review(row).reviewer()),
                FactField.text("entity", row -> review(row).entity()),
                FactField.flag("call", row -> review(row).call()),
                FactField.number(
                        "score",
                        Unit.RATIO,
                        ManagerEventMeasuring.REVIEW_DIGITS,
                        row -> ManagerEventMeasuring.score(review(row))));
    }

    private static FactField activityText(String name, Function<ActivityEvent, String> reader) {
        return FactField.text(name, row -> reader.apply(activity(row)));
    }

    private static ActivityEvent activity(FactRow row) {
        return (ActivityEvent) row.fact();
    }

    private static SurveyEvent survey(FactRow row) {
        return (SurveyEvent) row.fact();
    }

    private static ReviewEvent review(FactRow row) {
        return (ReviewEvent) row.fact();
    }

    /** Done by the instant at which it was due; what has no due instant is never late. */
    private static boolean onTime(ActivityEvent activity) {
        return activity.heldAt() != null
                && (activity.dueAt() == null || !activity.heldAt().isAfter(activity.dueAt()));
    }
}
