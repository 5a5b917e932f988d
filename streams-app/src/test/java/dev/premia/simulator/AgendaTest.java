package dev.premia.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final long BOUND = 10 * WorkingDays.DAY;

    @Property(tries = 200)
    void shouldHandOutInOrderOfTimeWhenAddedInAnyOrder(
            @ForAll @Size(max = 50) List<@LongRange(min = 0, max = BOUND - 1) Long> times) {
        Agenda agenda = new Agenda(0);
        times.forEach(at -> agenda.add(delivery("any"), at));
        List<Long> taken = new ArrayList<>();
        for (Appointment next = agenda.pollBefore(BOUND); next != null; next = agenda.pollBefore(BOUND)) {
            taken.add(next.at());
        }
        assertThat(taken).isEqualTo(times.stream().sorted().toList());
        assertThat(agenda.size()).isZero();
    }

    @Test
    void shouldKeepWhatIsNotDueWhenTheBoundIsNear() {
        Agenda agenda = new Agenda(0);
        agenda.add(delivery("late"), 1_000);
        agenda.add(delivery("soon"), 10);
        assertThat(agenda.pollBefore(1_000)).extracting(Appointment::at).isEqualTo(10L);
        assertThat(agenda.pollBefore(1_000)).isNull();
        assertThat(agenda.size()).isEqualTo(1);
    }

    @Test
    void shouldMoveToThePresentWhenAnAppointmentLiesInThePast() {
        Agenda agenda = new Agenda(0);
        agenda.add(delivery("first"), 5_000);
        agenda.pollBefore(BOUND);
        agenda.add(delivery("past"), 1_000);
        assertThat(agenda.pollBefore(BOUND)).extracting(Appointment::at).isEqualTo(5_000L);
    }

    private static Delivery delivery(String key) {
        return new Delivery(dev.premia.schemas.Topics.CALLS, key, null);
    }
}
