package dev.premia.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.avro.CallCodec;
import dev.premia.codec.avro.DealCodec;
import dev.premia.codec.avro.LeadCodec;
import dev.premia.codec.avro.PaymentCodec;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.EventValidator;
import dev.premia.domain.event.Violation;
import dev.premia.schemas.Call;
import dev.premia.schemas.Deal;
import dev.premia.schemas.Lead;
import dev.premia.schemas.Payment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class InvalidRecordsTest {
    private static final SimulationOptions OPTIONS =
            SimulationOptions.defaults().withEvents(40_000);

    @Test
    void shouldPassTheValidationOfTheDomainWhenNoInvalidRecordsAreAsked() {
        assertThat(Simulator.stream(OPTIONS).flatMap(each -> violations(each).stream()))
                .isEmpty();
    }

    @Test
    void shouldBreakEveryRuleWhenInvalidRecordsAreAsked() {
        Map<String, Integer> found = new HashMap<>();
        List<SimulatedRecord> records =
                Simulator.stream(OPTIONS.withInvalidRate(0.02)).toList();
        records.forEach(each -> violations(each).forEach(rule -> found.merge(rule.code(), 1, Integer::sum)));
        assertThat(found.keySet())
                .containsAll(Set.of(
                        "closed_without_date",
                        "shares_not_whole",
                        "negative_share",
                        "mixed_shares",
                        "unknown_currency",
                        "missing_status",
                        "negative_amount",
                        "missing_created_at",
                        "missing_started_at",
                        "missing_direction",
                        "missing_result",
                        "negative_duration",
                        "missing_deal",
                        "bad_amount",
                        "missing_paid_at"));
        long invalid =
                records.stream().filter(each -> !violations(each).isEmpty()).count();
        assertThat(invalid / 40_000.0).isBetween(0.01, 0.025);
    }

    @Test
    void shouldFitTheContractWhenARecordIsInvalid() {
        Digest digest = new Digest();
        assertThat(Simulator.stream(OPTIONS.withEvents(5_000).withInvalidRate(0.2)))
                .allSatisfy(each -> assertThat(digest.encode(each.value())).isNotEmpty());
    }

    private static List<Violation> violations(SimulatedRecord each) {
        return event(each.value()).map(EventValidator::validate).orElse(List.of());
    }

    private static Optional<EntityEvent> event(SpecificRecord value) {
        if (value instanceof Deal deal) {
            return Optional.of(DealCodec.fromAvro(deal));
        } else if (value instanceof Lead lead) {
            return Optional.of(LeadCodec.fromAvro(lead));
        } else if (value instanceof Call call) {
            return Optional.of(CallCodec.fromAvro(call));
        }
        return value instanceof Payment payment ? Optional.of(PaymentCodec.fromAvro(payment)) : Optional.empty();
    }
}
