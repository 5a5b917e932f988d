package dev.premia.replay.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.OffsetVector;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedPeriodTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant CUTOFF = Instant.parse("2026-11-04T21:00:00Z");

    private static FrozenStatement statement(String manager, long minor) {
        Window window = Window.containing(WindowKind.MONTH, OCTOBER.atDay(1));
        List<FrozenStatement.Line> lines = List.of(new FrozenStatement.Line("b2b", 1, "volume", window, minor, "RUB"));
        return new FrozenStatement(manager, OCTOBER, lines, List.of(), StatementDigest.of(manager, lines));
    }

    private static Decision.Heading heading(String id) {
        return new Decision.Heading(id, CUTOFF, "finance", null, null, null);
    }

    @Test
    void shouldGiveEachResultAnIdOfItsOwnWhenANumberedOneReadsLikeAnotherManagers() {
        Decision.Close close = new Decision.Close(
                heading(ClosedPeriod.idOf(OCTOBER)), OCTOBER, CUTOFF, ZoneOffset.UTC, OffsetVector.NONE);
        Decisions recorded = new Decisions();
        recorded.add(close);
        recorded.add(new Decision.CloseResult(heading("close-2026-10-crm/1"), statement("crm/1", 1)));
        ClosedPeriod computed =
                new ClosedPeriod(OCTOBER, List.of(statement("crm/1", 2), statement("crm/1-2", 3)), "digest");

        List<Decision> decisions = computed.decisions(close, recorded);

        assertThat(decisions)
                .extracting(each -> each.heading().id())
                .containsExactly("close-2026-10-crm/1-2", "close-2026-10-crm/1-2-2", "close-2026-10-completed");
        decisions.forEach(recorded::add);
        assertThat(recorded.closed().results(OCTOBER).values()).containsExactlyElementsOf(computed.statements());
    }
}
