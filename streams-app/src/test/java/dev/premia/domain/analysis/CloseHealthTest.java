package dev.premia.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.analysis.CloseHealth.Posted;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.OffsetVector;
import dev.premia.domain.formula.Value;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseHealthTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static FrozenStatement.Line line(String component, YearMonth origin, long minor) {
        return new FrozenStatement.Line(
                "plan",
                1,
                component,
                new Window(WindowKind.MONTH, LocalDate.of(2026, origin.getMonthValue(), 1)),
                minor,
                "RUB");
    }

    private static Decision.Heading heading(String id) {
        return new Decision.Heading(id, Instant.parse("2026-11-05T06:30:00Z"), "finance", null, null, null);
    }

    private static Decisions october(FrozenStatement.Line... lines) {
        Decisions decisions = new Decisions();
        Instant cutoff = Instant.parse("2026-11-04T21:00:00Z");
        decisions.add(new Decision.Close(heading("c"), OCTOBER, cutoff, MOSCOW, OffsetVector.NONE));
        decisions.add(new Decision.CloseResult(
                heading("r"), new FrozenStatement("anna", OCTOBER, List.of(lines), List.of(), "digest")));
        decisions.add(new Decision.CloseCompleted(heading("e"), OCTOBER, 1, "digest"));
        return decisions;
    }

    @Test
    void shouldCountEachCorrectedLineOnceAndTheHoursFromTheEndOfTheMonth() {
        Decisions decisions = october(
                line("volume", OCTOBER, 100), line("scale", OCTOBER, 100), line("volume", YearMonth.of(2026, 9), -5));

        List<CloseHealth> months = CloseHealth.of(
                decisions.closed(),
                List.of(
                        new Posted("anna", line("volume", OCTOBER, 100), OCTOBER),
                        new Posted("anna", line("volume", OCTOBER, -10), NOVEMBER),
                        new Posted("anna", line("volume", OCTOBER, 3), YearMonth.of(2026, 12)),
                        new Posted("anna", line("volume", NOVEMBER, 50), NOVEMBER)));

        assertThat(months)
                .containsExactly(new CloseHealth(
                        OCTOBER, 2, 1, Value.of(new BigDecimal("0.5")), Duration.ofMinutes(4 * 24 * 60 + 9 * 60 + 30)));
    }

    @Test
    void shouldHaveNoShareWithoutLines() {
        List<CloseHealth> months = CloseHealth.of(october().closed(), List.of());

        assertThat(months).extracting(CloseHealth::share).containsExactly(Value.undefined(CloseHealth.NO_LINES));
    }
}
