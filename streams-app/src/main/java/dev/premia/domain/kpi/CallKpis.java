package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiDefinition.count;
import static dev.premia.domain.kpi.KpiDefinition.quotient;
import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** KPIs of telephony: counts of external legs, answers, waiting and talking. */
final class CallKpis {
    private CallKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                count("calls", "K34", "Звонки", "Calls", "external call legs", Measures.CALLS),
                count(
                        "outbound_calls",
                        "K34",
                        "Исходящие звонки",
                        "Outbound calls",
                        "outbound external legs",
                        Measures.OUTBOUND_CALLS),
                count(
                        "inbound_calls",
                        "K34",
                        "Входящие звонки",
                        "Inbound calls",
                        "inbound external legs",
                        Measures.INBOUND_CALLS),
                count(
                        "answered_calls",
                        "K35",
                        "Отвеченные звонки",
                        "Answered calls",
                        "answered external legs",
                        Measures.ANSWERED_CALLS),
                quotient(
                        "answer_rate",
                        "K35",
                        Unit.RATIO,
                        "Доля отвеченных",
                        "Answer rate",
                        "answered_calls / calls",
                        Measures.ANSWERED_CALLS,
                        Measures.CALLS,
                        "no calls"),
                count(
                        "missed_calls",
                        "K36",
                        "Пропущенные звонки",
                        "Missed calls",
                        "inbound conversations without an answered leg, once for the employee of the last leg",
                        Measures.MISSED_CALLS),
                quotient(
                        "missed_rate",
                        "K36",
                        Unit.RATIO,
                        "Доля пропущенных",
                        "Missed rate",
                        "missed_calls / inbound_calls",
                        Measures.MISSED_CALLS,
                        Measures.INBOUND_CALLS,
                        "no inbound calls"),
                new KpiDefinition(
                        "callback_rate",
                        "K36",
                        Unit.RATIO,
                        false,
                        true,
                        "Доля пропущенных, на которые перезвонили",
                        "Callback rate",
                        "missed calls after which anybody called back within the given seconds, by number or, where none is"
                                + " known, by customer / missed_calls",
                        List.of(Measures.CALLBACKS, Measures.MISSED_CALLS),
                        false,
                        1,
                        CallKpis::callbackRate),
                new KpiDefinition(
                        "talk_seconds",
                        "K37",
                        Unit.SECONDS,
                        true,
                        true,
                        "Время разговоров, с",
                        "Talk time, s",
                        "talk time without ringing or hold",
                        List.of(Measures.TALK_SECONDS),
                        false,
                        0,
                        in -> Value.of(in.count(Measures.TALK_SECONDS))),
                quotient(
                        "average_talk_seconds",
                        "K37",
                        Unit.SECONDS,
                        "Средний разговор, с",
                        "Average talk, s",
                        "talk_seconds / answered_calls",
                        Measures.TALK_SECONDS,
                        Measures.ANSWERED_CALLS,
                        "no answered calls"),
                new KpiDefinition(
                        "speed_of_answer_seconds",
                        "K37",
                        Unit.SECONDS,
                        false,
                        true,
                        "Скорость ответа, с",
                        "Speed of answer, s",
                        "mean wait of answered inbound legs",
                        List.of(Measures.ANSWER_WAIT),
                        false,
                        0,
                        CallKpis::speedOfAnswer),
                new KpiDefinition(
                        "service_level",
                        "K37",
                        Unit.RATIO,
                        false,
                        true,
                        "Уровень сервиса",
                        "Service level",
                        "inbound legs answered within the given seconds / inbound legs",
                        List.of(Measures.ANSWER_WAIT, Measures.INBOUND_CALLS),
                        false,
                        1,
                        CallKpis::serviceLevel));
    }

    private static Value speedOfAnswer(KpiInput in) {
        long waited = 0;
        long answered = 0;
        for (Map.Entry<Long, Long> each : in.histogram(Measures.ANSWER_WAIT).entrySet()) {
            waited = Math.addExact(waited, Math.multiplyExact(each.getKey(), each.getValue()));
            answered += each.getValue();
        }
        return ratio(
                BigDecimal.valueOf(waited),
                BigDecimal.valueOf(answered),
                "speed_of_answer_seconds is undefined: no answered inbound calls");
    }

    private static Value callbackRate(KpiInput in) {
        return within(in, Measures.CALLBACKS, Measures.MISSED_CALLS, "callback_rate is undefined: no missed calls");
    }

    private static Value serviceLevel(KpiInput in) {
        return within(in, Measures.ANSWER_WAIT, Measures.INBOUND_CALLS, "service_level is undefined: no inbound calls");
    }

    /** How many of all took no longer than the limit. */
    private static Value within(KpiInput in, long seconds, long all, String reason) {
        BigDecimal limit = in.parameters().get(0);
        long within = 0;
        for (Map.Entry<Long, Long> each : in.histogram(seconds).entrySet()) {
            if (BigDecimal.valueOf(each.getKey()).compareTo(limit) <= 0) {
                within += each.getValue();
            }
        }
        return ratio(BigDecimal.valueOf(within), in.count(all), reason);
    }
}
