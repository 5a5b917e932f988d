package dev.premia.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.premia.schemas.AvroTrust;
import dev.premia.schemas.Call;
import dev.premia.schemas.CallResult;
import dev.premia.schemas.Lead;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulationOptions.Profile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedMonthsTest {
    private static final SimulationOptions OPTIONS =
            SimulationOptions.defaults().withEvents(100_000);

    private static List<SimulatedRecord> records;

    @BeforeAll
    static void simulate() {
        AvroTrust.install();
        records = Simulator.stream(OPTIONS).toList();
    }

    @Test
    void shouldBeInOrderOfRecordingWhenNoiseDelaysRecords() {
        assertThat(records).isSortedAccordingTo((a, b) -> a.recordedAt().compareTo(b.recordedAt()));
    }

    @Test
    void shouldFitTheContractsWhenEncoded() {
        Digest digest = new Digest();
        assertThat(records).allSatisfy(each -> {
            assertThat(digest.encode(each.value())).isNotEmpty();
            assertThat(each.value().getClass()).isEqualTo(each.topic().valueType());
            assertThat(each.key()).isEqualTo(each.value().get(0));
        });
    }

    @Test
    void shouldBringTheAskedNumberNearThePeriodWhenEventsAreGiven() {
        assertThat(records).hasSize(100_000);
        Instant end = OPTIONS.until().atStartOfDay(OPTIONS.zone()).toInstant();
        assertThat(last(records).recordedAt()).isBetween(end.minusSeconds(6 * 86_400), end.plusSeconds(6 * 86_400));
    }

    @ParameterizedTest
    @CsvSource({"DEPARTMENT, 1000", "DEPARTMENT, 20000", "CALLS_ONLY, 1000", "DEALS_ONLY, 1000", "DEALS_ONLY, 20000"})
    void shouldBringExactlyTheAskedNumberWhenTheSizeOrProfileDiffers(Profile profile, int events) {
        assertThat(Simulator.stream(OPTIONS.withProfile(profile).withEvents(events)))
                .hasSize(events);
    }

    @Test
    void shouldStayWithinThePeriodWhenNoNumberIsGiven() {
        SimulationOptions natural = OPTIONS.withEvents(0).withPeriod(LocalDate.of(2026, 9, 1), 1);
        List<SimulatedRecord> month = Simulator.stream(natural).toList();
        assertThat(month).hasSizeBetween(12_000, 20_000);
        assertThat(month.get(0).recordedAt()).isAfterOrEqualTo("2026-08-31T21:00:00Z");
        assertThat(last(month).recordedAt()).isBefore("2026-09-30T21:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.02", "0.1, 0.02", "0.8, 0.02", "0, 0"})
    void shouldKeepTheShareOfCallsWhenAsked(double share, double tolerance) {
        long calls = Simulator.stream(OPTIONS.withEvents(30_000).withCallShare(share))
                .filter(each -> each.topic().equals(Topics.CALLS))
                .count();
        assertThat(calls / 30_000.0).isCloseTo(share, within(tolerance));
    }

    @Test
    void shouldCallInWorkingHoursWhenItIsAWorkingDay() {
        long atWork = calls().stream().filter(SimulatedMonthsTest::atWork).count();
        assertThat(atWork / (double) calls().size()).isGreaterThan(0.93);
        assertThat(callsAt(13)).isLessThan(callsAt(11) / 2);
    }

    @Test
    void shouldRestWhenItIsTheFirstWeekOfJanuary() {
        long holidays = between("2026-01-02", "2026-01-09");
        long february = between("2026-02-02", "2026-02-09");
        assertThat(holidays).isLessThan(february / 20);
    }

    @Test
    void shouldFollowTheSeasonWhenMonthsAreCompared() {
        assertThat(Seasonality.weight(LocalDate.of(2026, 12, 15))).isGreaterThan(1.2);
        assertThat(Seasonality.weight(LocalDate.of(2026, 8, 12))).isLessThan(0.8);
        assertThat(Seasonality.weight(LocalDate.of(2026, 8, 15))).isLessThan(0.05);
        assertThat(Seasonality.weight(LocalDate.of(2026, 3, 30)))
                .isGreaterThan(Seasonality.weight(LocalDate.of(2026, 3, 12)));
    }

    @Test
    void shouldAnswerMostCallsWhenPeopleAreAtWork() {
        double answered = calls().stream()
                        .filter(call -> call.getResult() == CallResult.answered)
                        .count()
                / (double) calls().size();
        assertThat(answered).isBetween(0.5, 0.75);
        assertThat(calls()).allMatch(call -> call.getTalkSeconds() == 0 || call.getResult() == CallResult.answered);
    }

    @Test
    void shouldConvertAPartOfTheLeadsWhenTheyAreOldEnough() {
        Map<String, Lead> latest = new HashMap<>();
        for (SimulatedRecord each : records) {
            if (each.value() instanceof Lead lead) {
                latest.merge(lead.getId(), lead, (a, b) -> a.getRevision() >= b.getRevision() ? a : b);
            }
        }
        Instant february = Instant.parse("2026-02-01T00:00:00Z");
        List<Lead> old = latest.values().stream()
                .filter(lead -> lead.getCreatedAt().isBefore(february))
                .toList();
        double converted =
                old.stream().filter(lead -> lead.getConvertedAt() != null).count() / (double) old.size();
        assertThat(converted).isBetween(0.2, 0.45);
    }

    @Test
    void shouldNameOnlyPeopleOfTheRosterWhenCallsAndDealsAreMade() {
        Set<String> managers = new HashSet<>();
        records.stream().filter(each -> each.topic().equals(Topics.MANAGERS)).forEach(each -> managers.add(each.key()));
        assertThat(calls()).allMatch(call -> call.getManager() == null || managers.contains(call.getManager()));
        assertThat(managers).hasSize(OPTIONS.headCount());
    }

    @Test
    void shouldBeginNothingAheadOfTimeWhenTheStreamIsLong() {
        SimulationOptions year = OPTIONS.withEvents(300_000).withManagers(40).withPeriod(LocalDate.of(2026, 1, 1), 12);
        Simulation simulation = new Simulation(year);
        int most = 0;
        for (int i = 0; simulation.hasNext(); i++) {
            simulation.next();
            if (i % 100 == 0) {
                most = Math.max(most, simulation.pending());
            }
        }
        // Open deals and leads of about a month: a few records of every hundred of the year.
        assertThat(most).isLessThan(300_000 / 25);
    }

    private static List<Call> calls() {
        return records.stream()
                .map(SimulatedRecord::value)
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .toList();
    }

    private static boolean atWork(Call call) {
        ZonedDateTime start = call.getStartedAt().atZone(OPTIONS.zone());
        boolean weekday = start.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        return weekday && start.getHour() >= 9 && start.getHour() < 18;
    }

    private static long callsAt(int hour) {
        return calls().stream()
                .filter(call -> call.getStartedAt().atZone(OPTIONS.zone()).getHour() == hour)
                .count();
    }

    private static long between(String first, String next) {
        Instant from = LocalDate.parse(first).atStartOfDay(OPTIONS.zone()).toInstant();
        Instant until = LocalDate.parse(next).atStartOfDay(OPTIONS.zone()).toInstant();
        return records.stream()
                .map(SimulatedRecord::recordedAt)
                .filter(at -> !at.isBefore(from) && at.isBefore(until))
                .count();
    }

    private static SimulatedRecord last(List<SimulatedRecord> list) {
        return list.get(list.size() - 1);
    }
}
