package dev.premia.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.premia.codec.avro.CloseCodec;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.OffsetVector;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.input.RecordLoader;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of two decisions under one id the first in the order of the topic counts, in the stream and in the batch engine. */
class DecisionOrderTest {
    private static final Instant AT = Instant.parse("2026-10-12T09:00:00Z");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

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

    @Test
    void shouldKeepAMonthOpenUntilTheResultsAreThoseThatTheCompletionSumsUp() {
        Decision.Close close = new Decision.Close(
                heading("close-2026-10"), OCTOBER, AT, ZoneId.of("Europe/Moscow"), OffsetVector.NONE);
        ClosedPeriod frozen = frozen("crm/anna", "crm/boris");
        List<Decision> whole = new ArrayList<>(List.of(close));
        whole.addAll(frozen.decisions(close));
        List<Decision> decisions = new ArrayList<>(whole);
        decisions.remove(2);
        decisions.addAll(whole);
        RecordLoader batch = new RecordLoader();
        List<String> problems = new ArrayList<>();
        try (StreamHarness stream = new StreamHarness()) {
            for (Decision decision : decisions) {
                Control control = CloseCodec.toAvro(decision);
                stream.send(Topics.CONTROL, control.getId(), control, AT);
                batch.add(control, "control.jsonl", "line").forEach(problem -> problems.add(problem.message()));
            }
            stream.settle();

            assertThat(stream.deadLetters())
                    .extracting(DeadLetter::getReason)
                    .singleElement(STRING)
                    .contains("close-2026-10-completed with managers 2", "expected managers 1");
            assertThat(problems).singleElement(STRING).contains("close-2026-10-completed with managers 2");
            assertThat(batch.loaded().facts().decisions().closed().last()).isEqualTo(OCTOBER);
        }
    }

    private static Decision.Heading heading(String id) {
        return new Decision.Heading(id, AT, "finance", null, null, null);
    }

    private static ClosedPeriod frozen(String... managers) {
        List<FrozenStatement> statements = new ArrayList<>();
        TreeMap<String, String> seals = new TreeMap<>();
        for (String manager : managers) {
            FrozenStatement.Line line = new FrozenStatement.Line(
                    "b2b", 1, "volume", Window.containing(WindowKind.MONTH, OCTOBER.atDay(1)), 5_000, "RUB");
            FrozenStatement statement = new FrozenStatement(
                    manager, OCTOBER, List.of(line), List.of(), StatementDigest.of(manager, List.of(line)));
            statements.add(statement);
            seals.put(manager, statement.seal());
        }
        return new ClosedPeriod(OCTOBER, statements, StatementDigest.ofPeriod(seals));
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
