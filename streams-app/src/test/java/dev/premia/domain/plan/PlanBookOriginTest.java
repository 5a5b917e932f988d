package dev.premia.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.OffsetVector;
import dev.premia.domain.control.SourcePosition;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Which versions of a plan rule an origin window once its posting period is closed. */
class PlanBookOriginTest {
    private static final Instant CUTOFF = Instant.parse("2026-11-04T21:00:00Z");
    private static final Window OCTOBER = new Window(WindowKind.MONTH, LocalDate.of(2026, 10, 1));
    private static final Window THIRD_QUARTER = new Window(WindowKind.QUARTER, LocalDate.of(2026, 7, 1));
    private static final Window FOURTH_QUARTER = new Window(WindowKind.QUARTER, LocalDate.of(2026, 10, 1));

    private final Decisions decisions = new Decisions();
    private final PlanBook book = new PlanBook(decisions.closed());

    private static PlanVersion plan(int version) {
        return PlanFile.read("plan.yaml", """
                plan: b2b
                version: %d
                valid_from: 2026-01-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - { id: volume, rate: 5%%, of: revenue }
                """.formatted(version)).plan();
    }

    private void add(int version, long offset, boolean restates) {
        SourcePosition position = new SourcePosition("plans", 0, offset, CUTOFF.plusSeconds(offset - 10));
        book.add(plan(version), new PlanBook.Recording(position, restates));
    }

    private void close(YearMonth period, long plansEnd) {
        decisions.add(new Decision.Close(
                new Decision.Heading("close-" + period, null, "finance", null, null, null),
                period,
                CUTOFF,
                ZoneId.of("Europe/Moscow"),
                new OffsetVector.Builder().put("plans", 0, plansEnd).build()));
    }

    private int ruling(Window window) {
        PlanVersion ruling = book.forOrigin(window).validOn("b2b", window.lastDay());
        return ruling == null ? 0 : ruling.version();
    }

    @Test
    void shouldTakeTheNewestVersionWhileNothingIsClosed() {
        add(1, 0, false);
        add(2, 1, false);

        assertThat(ruling(OCTOBER)).isEqualTo(2);
        assertThat(book.forOrigin(OCTOBER)).isSameAs(book);
    }

    @Test
    void shouldHoldOnToWhatWasRecordedBelowTheVectorOfTheClose() {
        add(1, 0, false);
        close(YearMonth.of(2026, 10), 1);
        assertThat(ruling(OCTOBER)).isEqualTo(1);

        add(2, 1, false);
        assertThat(ruling(OCTOBER)).isEqualTo(1);
        assertThat(ruling(THIRD_QUARTER)).isEqualTo(1);
        assertThat(ruling(OCTOBER.next())).isEqualTo(2);
        assertThat(ruling(FOURTH_QUARTER)).isEqualTo(2);
    }

    @Test
    void shouldTakeALaterVersionThatWasApprovedToRestate() {
        add(1, 0, false);
        close(YearMonth.of(2026, 10), 1);
        add(2, 1, true);
        add(3, 2, false);

        assertThat(ruling(OCTOBER)).isEqualTo(2);
        assertThat(ruling(OCTOBER.next())).isEqualTo(3);
    }

    @Test
    void shouldCountByTheOffsetAndNotByTheTimeOfRecording() {
        add(1, 0, false);
        // Both were recorded before the cutoff as their times say.
        add(2, 1, false);
        close(YearMonth.of(2026, 10), 1);

        assertThat(ruling(OCTOBER)).isEqualTo(1);
    }

    @Test
    void shouldUseTheCloseOfTheMonthInWhichTheWindowEnds() {
        add(1, 0, false);
        close(YearMonth.of(2026, 9), 1);
        add(2, 1, false);
        close(YearMonth.of(2026, 12), 2);
        add(3, 2, false);

        assertThat(ruling(THIRD_QUARTER)).isEqualTo(1);
        assertThat(ruling(OCTOBER)).isEqualTo(2);
        assertThat(ruling(FOURTH_QUARTER)).isEqualTo(2);
        assertThat(ruling(FOURTH_QUARTER.next())).isEqualTo(3);
    }

    @Test
    void shouldPayNothingForAClosedOriginUnderAPlanThatCameLater() {
        close(YearMonth.of(2026, 10), 1);
        add(1, 1, false);

        assertThat(ruling(OCTOBER)).isZero();
        assertThat(ruling(OCTOBER.next())).isEqualTo(1);
    }

    @Test
    void shouldKeepTheFirstRecordingOfAVersion() {
        add(1, 0, false);
        close(YearMonth.of(2026, 10), 1);
        add(1, 5, true);
        add(2, 6, false);

        assertThat(ruling(OCTOBER)).isEqualTo(1);
    }
}
