package dev.premia.casebook;

import dev.premia.schemas.Activity;
import dev.premia.schemas.ActivityKind;
import dev.premia.schemas.Review;
import dev.premia.schemas.ReviewItem;
import dev.premia.schemas.Survey;
import dev.premia.schemas.SurveyKind;
import dev.premia.schemas.Topics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Activities, survey answers and reviews: each belongs to one manager, and counts on its own day. */
class WorkCasesTest {
    private static Scenario north(String plan) {
        return Scenario.story()
                .plan("components:\n" + plan)
                .team("north")
                .manager("anna", anna -> anna.in("north"))
                .manager("boris", boris -> boris.in("north"));
    }

    @Test
    void b13_npsAboveTheBarPaysAndALateDetractorTakesItBack() {
        Scenario story = north("  - { id: nps, pay: 10000, when: \"nps > 70 and nps_answers >= 3\" }\n");
        score(story, "s1", 1, "anna", SurveyKind.nps, "9");
        score(story, "s2", 1, "anna", SurveyKind.nps, "10");
        story.undefined("boris", "2026-10", "nps")
                .kpi("anna", "2026-10", "nps", "100")
                .pays("anna", "2026-10", "nps", "0.00");
        score(story, "s3", 1, "anna", SurveyKind.nps, "9");
        story.pays("anna", "2026-10", "nps", "10000.00");
        score(story, "s4", 1, "anna", SurveyKind.nps, "6");
        story.kpi("anna", "2026-10", "nps", "50").changes("anna", "2026-10", "nps", "-10000.00");
        score(story, "s4", 2, "boris", SurveyKind.nps, "6");
        story.kpi("anna", "2026-10", "nps", "100")
                .kpi("boris", "2026-10", "nps", "-100")
                .kpi("team:north", "2026-10", "nps", "50")
                .pays("anna", "2026-10", "nps", "10000.00")
                .verify();
    }

    @Test
    void shouldAverageSatisfactionAndCountTheTwoTopScores() {
        Scenario story = north("  - { id: csat, pay: 100, per: csat_answers, when: \"csat >= 4\" }\n");
        score(story, "s1", 1, "anna", SurveyKind.csat, "5");
        score(story, "s2", 1, "anna", SurveyKind.csat, "4.5");
        score(story, "s3", 1, "anna", SurveyKind.csat, "2.5");
        story.kpi("anna", "2026-10", "csat", "4")
                .kpi("company", "2026-10", "csat_answers", "3")
                .pays("anna", "2026-10", "csat", "300.00")
                .verify();
    }

    @Test
    void shouldCountWhatIsHeldAndNotWhatIsPlanned() {
        Scenario story = north("""
                  - { id: meetings, pay: 500, per: meetings }
                  - { id: road, pay: 0, per: business_trips, when: "business_trip_days > 0 or emails_sent > 0" }
                """);
        activity(
                story,
                "m1",
                1,
                ActivityKind.meeting,
                "anna",
                meeting -> meeting.setPlannedAt(When.instant("2026-10-05")));
        story.pays("anna", "2026-10", "meetings", "0.00");
        activity(
                story, "m1", 2, ActivityKind.meeting, "anna", meeting -> meeting.setHeldAt(When.instant("2026-10-06")));
        activity(story, "e1", 1, ActivityKind.email, "anna", email -> email.setHeldAt(When.instant("2026-10-06")));
        activity(story, "t1", 1, ActivityKind.trip, "anna", trip -> {
            trip.setPlannedAt(When.instant("2026-10-06"));
            trip.setDueAt(When.instant("2026-10-08"));
            trip.setHeldAt(When.instant("2026-10-08"));
        });
        story.kpi("anna", "2026-10", "meetings", "1")
                .kpi("anna", "2026-10", "emails_sent", "1")
                .kpi("anna", "2026-10", "business_trips", "1")
                .kpi("team:north", "2026-10", "business_trip_days", "3")
                .pays("anna", "2026-10", "meetings", "500.00");
        activity(story, "m1", 3, ActivityKind.meeting, "anna", meeting -> meeting.setDeleted(true));
        story.pays("anna", "2026-10", "meetings", "0.00").verify();
    }

    @Test
    void shouldRateTasksAndProjectsOnTheDayOnWhichTheyAreDue() {
        Scenario story =
                north("  - { id: tasks, pay: 1000, when: \"tasks_done_rate >= 50% and projects_on_time = 1\" }\n");
        activity(story, "a1", 1, ActivityKind.task, "anna", task -> task.setDueAt(When.instant("2026-10-31")));
        activity(story, "a2", 1, ActivityKind.task, "anna", task -> {
            task.setCreatedAt(When.instant("2026-10-10"));
            task.setHeldAt(When.instant("2026-11-02"));
        });
        activity(story, "p1", 1, ActivityKind.project, "anna", project -> {
            project.setDueAt(When.instant("2026-10-20"));
            project.setHeldAt(When.instant("2026-10-20"));
        });
        story.kpi("anna", "2026-10", "tasks_done_rate", "0.5")
                .kpi("anna", "2026-10", "projects_on_time", "1")
                .pays("anna", "2026-10", "tasks", "1000.00");
        activity(story, "p1", 2, ActivityKind.project, "anna", project -> {
            project.setDueAt(When.instant("2026-10-20"));
            project.setHeldAt(When.instant("2026-10-21"));
        });
        story.kpi("anna", "2026-10", "projects_on_time", "0")
                .pays("anna", "2026-10", "tasks", "0.00")
                .verify();
    }

    @Test
    void shouldScoreAReviewByWeightsOfWhatApplies() {
        Scenario story = north("  - { id: quality, pay: 700, when: \"call_quality_score >= 60%\" }\n");
        review(story, "r1", "call", item("greeting", "2", true), item("price", null, false), item("upsell", "5", null));
        review(story, "r2", "deal", item("contract", "1", false));
        story.kpi("anna", "2026-10", "call_quality_score", "0.666666667")
                .kpi("anna", "2026-10", "sales_standard_score", "0")
                .undefined("boris", "2026-10", "call_quality_score")
                .pays("anna", "2026-10", "quality", "700.00")
                .verify();
    }

    @Test
    void shouldMakeAnImpossibleScoreADeadLetter() {
        Scenario story = north("  - { id: nps, pay: 1, per: nps_answers }\n");
        score(story, "s1", 1, "anna", SurveyKind.nps, "11");
        story.deadLetter("score_out_of_range", "found 11", "whole number from 0 to 10");
        score(story, "s2", 1, "anna", SurveyKind.nps, "7.5");
        story.deadLetter("score_out_of_range");
        story.pays("anna", "2026-10", "nps", "0.00").verify();
    }

    private static void score(Scenario story, String id, long revision, String manager, SurveyKind kind, String score) {
        Survey survey = new Survey();
        survey.setId(Scenario.qualified(id));
        survey.setRevision(revision);
        survey.setSource(Scenario.SOURCE);
        survey.setKind(kind);
        survey.setScore(new BigDecimal(score).setScale(4));
        survey.setAnsweredAt(When.instant("2026-10-07"));
        survey.setManager(manager);
        survey.setAttributes(Map.of());
        story.add(Topics.SURVEYS, survey.getId(), survey);
    }

    private static void activity(
            Scenario story, String id, long revision, ActivityKind kind, String manager, Consumer<Activity> changes) {
        Activity activity = new Activity();
        activity.setId(Scenario.qualified(id));
        activity.setRevision(revision);
        activity.setSource(Scenario.SOURCE);
        activity.setKind(kind);
        activity.setManager(manager);
        activity.setAttributes(Map.of());
        changes.accept(activity);
        story.add(Topics.ACTIVITIES, activity.getId(), activity);
    }

    private static void review(Scenario story, String id, String of, ReviewItem... items) {
        Review review = new Review();
        review.setId(Scenario.qualified(id));
        review.setRevision(1);
        review.setSource(Scenario.SOURCE);
        review.setReviewedAt(When.instant("2026-10-07"));
        review.setManager("anna");
        review.setEntityType(of);
        review.setItems(List.of(items));
        review.setAttributes(Map.of());
        story.add(Topics.REVIEWS, review.getId(), review);
    }

    private static ReviewItem item(String criterion, String weight, Boolean passed) {
        return new ReviewItem(criterion, weight == null ? null : new BigDecimal(weight).setScale(4), passed);
    }
}
