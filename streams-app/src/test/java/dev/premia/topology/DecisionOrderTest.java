package dev.premia.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.replay.input.RecordLoader;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of two decisions under one id the first in the order of the topic counts, in the stream and in the batch engine. */
class DecisionOrderTest {
    private static final Instant AT = Instant.parse("2026-10-12T09:00:00Z");

    @Test
    void shouldKeepTheFirstDecisionAndRejectAnotherOneUnderItsId() {
        List<Control> decisions = List.of(bonus(300_000), bonus(300_000), bonus(900_000));
        RecordLoader batch = new RecordLoader();
        try (StreamHarness stream = new StreamHarness()) {
            stream.send(Topics.MANAGERS, "crm/anna", manager(), AT);
            for (Control decision : decisions) {
                stream.send(Topics.CONTROL, decision.getId(), decision, AT);
            }
            stream.settle();

            assertThat(stream.balances())
                    .containsExactly(Map.entry("crm/anna|adjustments|bonus/RUB|month|2026-10-01", 300_000L));
            assertThat(stream.deadLetters())
                    .extracting(DeadLetter::getReasonCode)
                    .containsExactly("decision_conflict");
            assertThat(decisions)
                    .map(decision -> batch.add(decision, "control.jsonl", "line").stream()
                            .map(problem -> problem.code())
                            .toList())
                    .containsExactly(List.of(), List.of(), List.of("decision_conflict"));
        }
    }

    private static Control bonus(long minor) {
        Control control = new Control();
        control.setId("bonus-1");
        control.setKind(ControlKind.adjustment);
        control.setAdjustmentType("bonus");
        control.setManager("crm/anna");
        control.setPostingPeriod("2026-10");
        control.setAmountMinor(minor);
        control.setCurrency("RUB");
        control.setAuthor("crm/head");
        control.setApprover("crm/director");
        control.setReason("Trade fair");
        control.setOffsets(List.of());
        control.setPlaces(List.of());
        control.setLines(List.of());
        control.setBalances(List.of());
        return control;
    }

    private static Manager manager() {
        Manager manager = new Manager();
        manager.setId("crm/anna");
        manager.setRevision(1);
        manager.setSource("crm");
        manager.setAttributes(Map.of());
        manager.setAssignments(List.of());
        manager.setCoefficients(List.of());
        return manager;
    }
}
