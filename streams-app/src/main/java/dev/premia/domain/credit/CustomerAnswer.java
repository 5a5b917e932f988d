package dev.premia.domain.credit;

import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.SurveyEvent;
import dev.premia.domain.event.SurveyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/**
 * How satisfied a customer was: what counts of the answer depends on the customer's record.
 *
 * @param survey the id of the answer
 * @param subject about whom it is
 * @param score in ten-thousandths
 */
public record CustomerAnswer(String survey, Subject subject, Instant answeredAt, long score) {

    /** The answer in an event of which somebody must be told under the customer's id; null for anything else. */
    public static CustomerAnswer of(ManagerEvent event) {
        return event instanceof SurveyEvent survey && survey.kind() == SurveyKind.CSAT && customerOf(event) != null
                ? new CustomerAnswer(
                        survey.id(),
                        ManagerEventMeasuring.subjectOf(survey),
                        survey.answeredAt(),
                        ManagerEventMeasuring.score(survey))
                : null;
    }

    /** The id of the customer who answered, or null. */
    public static String customerOf(ManagerEvent event) {
        return event instanceof SurveyEvent survey
                        && survey.customer() != null
                        && !survey.customer().isEmpty()
                ? survey.customer()
                : null;
    }

    /**
     * Adds the answers that the customer gave while it was a VIP.
     *
     * @param tags the customer's tags
     * @param zone the zone whose calendar days count
     */
    public static void addCells(
            Collection<CustomerAnswer> answers, List<DatedTag> tags, ZoneId zone, SubjectCells sink) {
        for (CustomerAnswer answer : answers) {
            int day = DealMeasuring.day(answer.answeredAt(), zone);
            if (CustomerStanding.tagsOn(tags, LocalDate.ofEpochDay(day)).contains(CustomerStanding.VIP)) {
                sink.add(answer.subject(), day, Measures.VIP_CSAT_ANSWERS, answer.score(), 1);
            }
        }
    }
}
