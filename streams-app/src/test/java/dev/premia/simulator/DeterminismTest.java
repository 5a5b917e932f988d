package dev.premia.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.simulator.SimulationOptions.Profile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeterminismTest {
    private static final SimulationOptions SMALL =
            SimulationOptions.defaults().withEvents(5_000).withInvalidRate(0.01);

    /** Changes only when the model changes on purpose. Figures measured on simulated data have to be measured anew then. */
    private static final String GOLDEN = "6a1a9b934f553a6bad29bc0a7d1e053d8470b794f51bdacce2c2413b07d2d3bd";

    @Test
    void shouldSayTheSameBytesAsEverWhenTheSeedIsTheSame() {
        assertThat(Digest.of(SMALL)).isEqualTo(GOLDEN);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldRepeatItselfWhenTheOptionsAreEqual(Profile profile) {
        SimulationOptions options = SMALL.withProfile(profile).withSeed(7);
        assertThat(Digest.of(options)).isEqualTo(Digest.of(options));
    }

    @Test
    void shouldDifferWhenTheSeedDiffers() {
        assertThat(Digest.of(SMALL.withSeed(2))).isNotEqualTo(Digest.of(SMALL));
    }

    @Test
    void shouldNotDependOnTheMachineWhenItsZoneAndLocaleDiffer() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Digest.of(SMALL)).isEqualTo(GOLDEN);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void shouldStayInOrderWhenClocksAreChanged() {
        SimulationOptions berlin = SMALL.withZone(ZoneId.of("Europe/Berlin")).withPeriod(LocalDate.of(2026, 3, 1), 9);
        SimulatedRecord[] records = Simulator.stream(berlin).toArray(SimulatedRecord[]::new);
        assertThat(records).hasSize(5_000).isSortedAccordingTo((a, b) -> a.recordedAt()
                .compareTo(b.recordedAt()));
    }
}
