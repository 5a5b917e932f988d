package dev.premia.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SimulationOptionsTest {
    private static final SimulationOptions DEFAULTS = SimulationOptions.defaults();

    @Test
    void shouldHireAsManyAsTheWorkNeedsWhenEventsAreGiven() {
        assertThat(DEFAULTS.headCount()).isEqualTo(24);
        assertThat(DEFAULTS.withEvents(1_000).headCount()).isEqualTo(6);
        assertThat(DEFAULTS.withEvents(1_000_000).headCount()).isEqualTo(538);
        assertThat(DEFAULTS.withEvents(50_000_000).headCount()).isEqualTo(2_000);
        assertThat(DEFAULTS.withEvents(50_000_000).withManagers(200).headCount())
                .isEqualTo(200);
    }

    @Test
    void shouldNameTheOptionWhenItIsOutOfRange() {
        assertThatThrownBy(() -> DEFAULTS.withCallShare(50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Simulation: callShare is 50.0, expected a fraction from 0 to 1.");
        assertThatThrownBy(() -> DEFAULTS.withEvents(-1)).hasMessageContaining("events is -1, expected 0 or more");
        assertThatThrownBy(() -> DEFAULTS.withNoise(0.5, 0.3, 0.2)).hasMessageContaining("at most 0.9 together");
    }

    @Test
    void shouldWorkWhenTheDepartmentIsTiny() {
        for (int managers = 1; managers <= 7; managers++) {
            SimulationOptions tiny = DEFAULTS.withManagers(managers).withEvents(2_000);
            assertThat(Simulator.stream(tiny)).hasSize(2_000);
        }
    }

    @Test
    void shouldSayNothingTwiceWhenThereIsNoNoise() {
        assertThat(Simulator.stream(DEFAULTS.withEvents(20_000).withNoise(0, 0, 0))
                        .map(each -> each.key() + "@" + each.value().get(1)))
                .doesNotHaveDuplicates();
    }
}
