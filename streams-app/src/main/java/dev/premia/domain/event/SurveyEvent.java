package dev.premia.domain.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * One answer of a customer to a survey question.
 *
 * @param score the answer, on the scale of the kind
 * @param manager the manager who is rated
 * @param deal the deal that the question was about, or null
 * @param call the call that the question was about, or null
 */
public record SurveyEvent(
        Header header,
        SurveyKind kind,
        BigDecimal score,
        Instant answeredAt,
        String manager,
        String customer,
        String deal,
        String call,
        Map<String, String> attributes)
        implements ManagerEvent {

    public SurveyEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String type() {
        return "survey";
    }
}
