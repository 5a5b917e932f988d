package dev.premia.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedPeriodsTest {
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Instant CUTOFF = Instant.parse("2026-11-04T21:00:00Z");

    private final ClosedPeriods closed = new ClosedPeriods();

    private static Decision.Heading heading(String id) {
        return new Decision.Heading(id, null, "finance", null, null, null);
    }

    private Decision.Close begin(YearMonth period, OffsetVector vector) {
        Decision.Close close =
                new Decision.Close(heading("close-" + period), period, CUTOFF, ZoneId.of("Europe/Moscow"), vector);
        closed.add(close);
        return close;
    }

    private FrozenStatement result(YearMonth period, String manager) {
        List<FrozenStatement.Line> lines = List.of(new FrozenStatement.Line(
                "b2b", 1, "volume", Window.containing(WindowKind.MONTH, period.atDay(1)), 5_000, "RUB"));
        FrozenStatement statement =
                new FrozenStatement(manager, period, lines, List.of(), StatementDigest.of(manager, lines));
        closed.add(new Decision.CloseResult(heading(period + manager), statement));
        return statement;
    }

    @Test
    void shouldKeepTheLastResultOfAManagerAndNoneThatIsWithdrawn() {
        begin(OCTOBER, OffsetVector.NONE);
        result(OCTOBER, "crm/17");
        result(OCTOBER, "crm/18");
        closed.add(new Decision.CloseResult(heading("withdrawn"), FrozenStatement.empty("crm/18", OCTOBER)));

        assertThat(closed.results(OCTOBER)).containsOnlyKeys("crm/17");
    }

    private void complete(YearMonth period) {
        closed.add(new Decision.CloseCompleted(heading(period + "-completed"), period, 1, "digest"));
    }

    @Test
    void shouldKeepEverythingOpenUntilACloseIsCompleted() {
        begin(OCTOBER, OffsetVector.NONE);
        result(OCTOBER, "crm/17");

        assertThat(closed.last()).isNull();
        assertThat(closed.isClosed(OCTOBER)).isFalse();
        assertThat(closed.isClosed(AUGUST)).isFalse();
        assertThat(closed.firstOpen(AUGUST)).isEqualTo(AUGUST);
        assertThat(closed.statements("crm/17")).isEmpty();
        assertThat(closed.results(OCTOBER)).containsOnlyKeys("crm/17");
    }

    @Test
    void shouldCloseEveryEarlierMonthWithACompletedOne() {
        begin(OCTOBER, OffsetVector.NONE);
        complete(OCTOBER);

        assertThat(closed.last()).isEqualTo(OCTOBER);
        assertThat(closed.isClosed(AUGUST)).isTrue();
        assertThat(closed.isClosed(OCTOBER)).isTrue();
        assertThat(closed.isClosed(NOVEMBER)).isFalse();
        assertThat(closed.firstOpen(AUGUST)).isEqualTo(NOVEMBER);
        assertThat(closed.firstOpen(OCTOBER)).isEqualTo(NOVEMBER);
        assertThat(closed.firstOpen(NOVEMBER.plusMonths(2))).isEqualTo(NOVEMBER.plusMonths(2));
    }

    @Test
    void shouldNameTheCloseWithWhichAMonthWasCutOff() {
        Decision.Close first = begin(AUGUST, OffsetVector.NONE);
        complete(AUGUST);
        Decision.Close second = begin(OCTOBER, OffsetVector.NONE);

        assertThat(closed.closeOf(AUGUST.minusMonths(3))).isEqualTo(first);
        assertThat(closed.closeOf(AUGUST)).isEqualTo(first);
        assertThat(closed.closeOf(SEPTEMBER)).isEqualTo(second);
        assertThat(closed.closeOf(OCTOBER)).isEqualTo(second);
        assertThat(closed.closeOf(NOVEMBER)).isNull();
    }

    @Test
    void shouldListTheStatementsOfCompletedMonthsInTheirOrder() {
        begin(AUGUST, OffsetVector.NONE);
        FrozenStatement august = result(AUGUST, "crm/17");
        result(AUGUST, "crm/18");
        complete(AUGUST);
        begin(SEPTEMBER, OffsetVector.NONE);
        complete(SEPTEMBER);
        begin(OCTOBER, OffsetVector.NONE);
        FrozenStatement october = result(OCTOBER, "crm/17");
        complete(OCTOBER);

        assertThat(closed.statements("crm/17")).containsExactly(august, october);
        assertThat(closed.statements("crm/18")).hasSize(1);
        assertThat(closed.statements("crm/19")).isEmpty();
        assertThat(closed.results(SEPTEMBER)).isEmpty();
    }

    @Test
    void shouldCountByOffsetWhereAPartitionIsNamedWhateverTheTimesSay() {
        OffsetVector vector = new OffsetVector.Builder()
                .put("deals", 0, 10)
                .put("calls", 0, 0)
                .build();
        Decision.Close close = begin(OCTOBER, vector);
        Instant late = CUTOFF.plusSeconds(1);
        Instant early = CUTOFF.minusSeconds(1);

        assertThat(close.includes(new SourcePosition("deals", 0, 9, late))).isTrue();
        assertThat(close.includes(new SourcePosition("deals", 0, 10, early))).isFalse();
        assertThat(close.includes(new SourcePosition("calls", 0, 0, early))).isFalse();
    }

    @Test
    void shouldLeaveOutPartitionsThatCameIntoBeingAfterTheVector() {
        Decision.Close close =
                begin(OCTOBER, new OffsetVector.Builder().put("deals", 0, 10).build());
        Instant early = CUTOFF.minusSeconds(1);

        assertThat(close.includes(new SourcePosition("deals", 1, 0, early))).isFalse();
        assertThat(close.includes(new SourcePosition("plans", 0, 0, early))).isFalse();
    }

    @Test
    void shouldCountByTimeWhatHasNoPlaceInAPartition() {
        Decision.Close files = begin(OCTOBER, OffsetVector.NONE);
        Decision.Close topics =
                begin(NOVEMBER, new OffsetVector.Builder().put("deals", 0, 10).build());

        for (Decision.Close close : List.of(files, topics)) {
            assertThat(close.includes(SourcePosition.BEGINNING)).isTrue();
            assertThat(close.includes(SourcePosition.inFile("deals", CUTOFF.minusNanos(1))))
                    .isTrue();
            assertThat(close.includes(SourcePosition.inFile("deals", CUTOFF))).isFalse();
        }
        assertThat(files.includes(new SourcePosition("deals", 3, 7, CUTOFF.minusMillis(1))))
                .isTrue();
        assertThat(files.includes(new SourcePosition("deals", 3, 7, CUTOFF))).isFalse();
    }

    @Test
    void shouldTakeTheAsOfDayInTheZoneOfTheClose() {
        assertThat(begin(OCTOBER, OffsetVector.NONE).asOf()).isEqualTo("2026-11-05");
    }
}
