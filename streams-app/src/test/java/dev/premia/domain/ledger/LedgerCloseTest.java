package dev.premia.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.premia.domain.ledger.Ledger.Booked;
import dev.premia.domain.ledger.Ledger.Closing;
import dev.premia.domain.ledger.Ledger.Delta;
import dev.premia.domain.plan.ComponentAmount;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerCloseTest {
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    private static Booked booked(long closed, Map<YearMonth, Long> open) {
        return new Booked(1, "RUB", closed, new TreeMap<>(open));
    }

    private static FrozenStatement.Line line(String component, long minor) {
        return new FrozenStatement.Line(
                "b2b", 1, component, new Window(WindowKind.MONTH, OCTOBER.atDay(1)), minor, "RUB");
    }

    private static Closing close(Booked booked, FrozenStatement.Line... frozen) {
        return Ledger.close(OCTOBER, Map.of("volume", booked), List.of(frozen));
    }

    private static Delta delta(YearMonth period, long minor, long balance) {
        return new Delta("volume", 1, "RUB", period, minor, balance);
    }

    @Test
    void shouldBookNothingWhenTheLedgerSaysWhatIsFrozen() {
        Closing closing = close(booked(0, Map.of(OCTOBER, 500L)), line("volume", 500));

        assertThat(closing.entries()).isEmpty();
        assertThat(closing.booked()).containsExactly(entry("volume", booked(500, Map.of())));
    }

    @Test
    void shouldMoveToTheNextMonthWhatWasBookedBeyondTheFrozenLine() {
        Closing closing = close(booked(0, Map.of(OCTOBER, 700L, DECEMBER, 30L)), line("volume", 500));

        assertThat(closing.entries()).containsExactly(delta(OCTOBER, -200, 530), delta(NOVEMBER, 200, 730));
        assertThat(closing.booked())
                .containsExactly(entry("volume", booked(500, Map.of(NOVEMBER, 200L, DECEMBER, 30L))));
    }

    @Test
    void shouldTakeBackInTheNextMonthWhatTheLedgerDoesNotSayYet() {
        Closing closing = Ledger.close(OCTOBER, Map.of(), List.of(line("volume", 500)));

        assertThat(closing.entries()).containsExactly(delta(OCTOBER, 500, 500), delta(NOVEMBER, -500, 0));
        assertThat(closing.booked()).containsExactly(entry("volume", booked(500, Map.of(NOVEMBER, -500L))));
        assertThat(closing.booked().get("volume").minor()).isZero();
    }

    @Test
    void shouldMoveEverythingWhenTheCloseKnowsNothingOfAComponent() {
        Closing closing = close(booked(100, Map.of(OCTOBER, -40L)));

        assertThat(closing.entries()).containsExactly(delta(OCTOBER, 40, 100), delta(NOVEMBER, -40, 60));
        assertThat(closing.booked()).containsExactly(entry("volume", booked(100, Map.of(NOVEMBER, -40L))));
    }

    @Test
    void shouldTakeOutOfEarlierOpenMonthsWhatArrivedAfterTheCutoff() {
        Closing closing = close(booked(0, Map.of(AUGUST, 70L, SEPTEMBER, -20L, OCTOBER, 500L)), line("volume", 500));

        assertThat(closing.entries())
                .containsExactly(delta(AUGUST, -70, 480), delta(SEPTEMBER, 20, 500), delta(NOVEMBER, 50, 550));
        assertThat(closing.booked()).containsExactly(entry("volume", booked(500, Map.of(NOVEMBER, 50L))));
    }

    @Test
    void shouldBookNothingIntoTheNextMonthWhenTheClosedOnesCancelOut() {
        Closing closing = close(booked(0, Map.of(SEPTEMBER, 500L)), line("volume", 500));

        assertThat(closing.entries()).containsExactly(delta(SEPTEMBER, -500, 0), delta(OCTOBER, 500, 500));
        assertThat(closing.booked()).containsExactly(entry("volume", booked(500, Map.of())));
    }

    @Test
    void shouldForgetAComponentThatIsNothingInEveryPeriod() {
        assertThat(close(booked(-500, Map.of(OCTOBER, 500L)), line("volume", 500))
                        .booked())
                .isEmpty();
    }

    @Test
    void shouldKeepComponentsApart() {
        Closing closing = Ledger.close(
                OCTOBER,
                Map.of("kicker", booked(0, Map.of(OCTOBER, 10L)), "volume", booked(0, Map.of(NOVEMBER, 5L))),
                List.of(line("base", 1), line("kicker", 10)));

        assertThat(closing.entries()).extracting(Delta::component).containsExactly("base", "base");
        assertThat(closing.booked()).containsOnlyKeys("base", "kicker", "volume");
        assertThat(closing.booked().get("volume")).isEqualTo(booked(0, Map.of(NOVEMBER, 5L)));
    }

    @Test
    void shouldPostLaterDifferencesBesideWhatIsClosed() {
        Booked before = booked(500, Map.of(NOVEMBER, 200L));
        List<Delta> deltas = Ledger.deltas(
                List.of(new ComponentAmount("volume", 2, 650, "RUB")), Map.of("volume", before), NOVEMBER);

        assertThat(deltas).containsExactly(new Delta("volume", 2, "RUB", NOVEMBER, -50, 650));
        assertThat(before.plus(deltas.get(0)))
                .isEqualTo(new Booked(2, "RUB", 500, new TreeMap<>(Map.of(NOVEMBER, 150L))));
    }

    @Test
    void shouldLeaveOutOpenPeriodsWithNothing() {
        Booked nothing = booked(0, Map.of(OCTOBER, 5L)).plus(delta(OCTOBER, -5, 0));

        assertThat(nothing.open()).isEmpty();
        assertThat(nothing.isNothing()).isTrue();
        assertThat(nothing).isEqualTo(Booked.nothing(1, "RUB"));
        assertThat(booked(5, Map.of(OCTOBER, -5L)).isNothing()).isFalse();
        assertThat(booked(5, Map.of(OCTOBER, -5L)).minor()).isZero();
    }

    @Test
    void shouldRefuseSumsThatDoNotFit() {
        assertThatThrownBy(() -> booked(Long.MAX_VALUE, Map.of(OCTOBER, 1L)).minor())
                .isInstanceOf(ArithmeticException.class);
    }
}
