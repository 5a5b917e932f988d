package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioRecord;
import dev.premia.scenario.Step;
import dev.premia.schemas.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told beside their entries. */
class AlertsTest {
    @TempDir
    private Path folder;

    /** Plays a scenario and returns what was told after each of its steps. */
    private List<List<Alert>> told(String steps) throws IOException {
        Path file = folder.resolve("alerts.yaml");
        Files.writeString(file, "scenario: alerts\nwindow: 2026-10\n" + steps + "  - unchanged\n");
        Scenario scenario = Casebook.read(file);
        List<List<Alert>> told = new ArrayList<>();
        try (Performance stream = new Performance(scenario.settings())) {
            int before = 0;
            for (Step step : scenario.steps()) {
                if (step instanceof Step.Recorded recorded) {
                    for (ScenarioRecord<?> record : recorded.records()) {
                        stream.send(record);
                    }
                    stream.settle();
                    told.add(List.copyOf(
                            stream.alerts().subList(before, stream.alerts().size())));
                    before = stream.alerts().size();
                }
            }
        }
        // The plan is a step of its own.
        return told.subList(1, told.size());
    }

    private static List<String> english(List<Alert> alerts, String kind) {
        return alerts.stream()
                .filter(alert -> alert.getKind().equals(kind))
                .map(alert -> alert.getMessageEn().replace('\u00A0', ' '))
                .toList();
    }

    private static List<String> russian(List<Alert> alerts, String kind) {
        return alerts.stream()
                .filter(alert -> alert.getKind().equals(kind))
                .map(alert -> alert.getMessageRu().replace('\u00A0', ' '))
                .toList();
    }

    @Test
    void shouldTellWhenATargetIsReachedLostAndMissed() throws IOException {
        List<List<Alert>> told = told("""
                plans:
                  - targets: { revenue: 1_000 }
                    components:
                      - { id: goal, pay: 50, when: "attainment(revenue) >= 100%" }
                steps:
                  - manager: { id: anna, hired_on: 2026-10-01 }
                  - deal: { id: d1, won: 2026-10-05, amount: 1_200, owner: anna }
                  - deal: { id: d1, amount: 900 }
                  - day: 2026-10-31
                  - day: 2026-11-01
                  - day: 2026-11-02
                """);

        assertThat(english(told.get(1), "target_reached"))
                .containsExactly("Target reached: Revenue, 2026-10: 1,200.00 RUB of 1,000.00 RUB (120%)");
        assertThat(russian(told.get(1), "target_reached"))
                .containsExactly("План выполнен: Выручка, 2026-10: 1 200,00 RUB при плане 1 000,00 RUB (120%)");
        assertThat(english(told.get(2), "target_lost"))
                .containsExactly("Target no longer met: Revenue, 2026-10: 900.00 RUB of 1,000.00 RUB (90%)");
        assertThat(told.get(3)).isEmpty();
        assertThat(english(told.get(4), "coaching"))
                .containsExactly(
                        "Target missed, something to talk about: Revenue, 2026-10: 900.00 RUB of 1,000.00 RUB (90%)");
        assertThat(told.get(5)).isEmpty();
    }

    @Test
    void shouldTellOfTargetsOfKpisThatAPlanDefines() throws IOException {
        List<List<Alert>> told = told("""
                plans:
                  - kpis:
                      big_sales: { title: { ru: Крупные продажи, en: Big sales }, of: revenue, where: "amount >= 500" }
                    components:
                      - { id: goal, pay: 50, when: "attainment(big_sales) >= 100%" }
                steps:
                  - manager: { id: anna, hired_on: 2026-10-01 }
                  - target: { subject: anna, window: 2026-10, kpi: big_sales, value: 1_000 }
                  - deal: { id: d1, won: 2026-10-05, amount: 1_200, owner: anna }
                  - deal: { id: d1, amount: 400 }
                  - day: 2026-11-01
                  - day: 2026-11-02
                """);

        assertThat(english(told.get(2), "target_reached"))
                .containsExactly("Target reached: Big sales, 2026-10: 1,200.00 RUB of 1,000.00 RUB (120%)");
        assertThat(russian(told.get(2), "target_reached"))
                .containsExactly("План выполнен: Крупные продажи, 2026-10: 1 200,00 RUB при плане 1 000,00 RUB (120%)");
        assertThat(english(told.get(3), "target_lost"))
                .containsExactly("Target no longer met: Big sales, 2026-10: 0.00 RUB of 1,000.00 RUB (0%)");
        assertThat(english(told.get(4), "coaching"))
                .containsExactly(
                        "Target missed, something to talk about: Big sales, 2026-10: 0.00 RUB of 1,000.00 RUB (0%)");
        assertThat(told.get(4))
                .filteredOn(alert -> alert.getKind().equals("coaching"))
                .allSatisfy(alert -> assertThat(alert.getValues()).containsEntry("plan", "main"));
        assertThat(told.get(5)).isEmpty();
    }

    @Test
    void shouldReadTheTargetTheOtherWayWhenLessIsBetter() throws IOException {
        List<List<Alert>> told = told("""
                plans:
                  - targets: { missed_calls: 1 }
                    components:
                      - id: matrix
                        target_bonus: 100
                        scorecard: [{ kpi: missed_calls, weight: 100%, inverse: true, curve: [[50%, 0%], [100%, 100%]] }]
                steps:
                  - manager: anna
                  - call: { id: c1, started_at: 2026-10-05, direction: inbound, result: missed, manager: anna }
                  - call: { id: c2, started_at: 2026-10-06, direction: inbound, result: missed, manager: anna }
                """);

        assertThat(english(told.get(1), "target_reached"))
                .containsExactly("Target reached: Missed calls, 2026-10: 1 of 1 (100%)");
        assertThat(english(told.get(2), "target_lost"))
                .containsExactly("Target no longer met: Missed calls, 2026-10: 2 of 1 (200%)");
    }

    @Test
    void shouldTellOfEntriesBadgesAndSteps() throws IOException {
        List<List<Alert>> told = told("""
                plans:
                  - components:
                      - { id: best, badge: { ru: Лучший, en: Best }, when: "revenue >= 1_000" }
                      - id: scale
                        title: { ru: Шкала, en: Scale }
                        of: revenue
                        tiers: { mode: slab, bounds: lower_inclusive, steps: [{ to: 1_000, rate: 1% }, { rate: 2% }] }
                steps:
                  - manager: anna
                  - deal: { id: d1, won: 2026-10-05, amount: 500, owner: anna }
                  - deal: { id: d2, won: 2026-10-06, amount: 700, owner: anna }
                  - deal: { id: d2, status: lost }
                """);

        assertThat(told.get(1)).extracting(Alert::getKind).containsExactly("accrual_booked");
        assertThat(english(told.get(1), "accrual_booked"))
                .containsExactly("Booked for 2026-10: +5.00 RUB, in all 5.00 RUB");
        assertThat(english(told.get(2), "accrual_booked"))
                .containsExactlyInAnyOrder("Booked for 2026-10: +19.00 RUB, in all 24.00 RUB");
        assertThat(english(told.get(2), "badge_earned")).containsExactly("Badge earned: Best, 2026-10");
        assertThat(russian(told.get(2), "tier_crossed")).containsExactly("Шкала, 2026-10: ступень 2 вместо 1");
        assertThat(russian(told.get(3), "badge_lost")).containsExactly("Значок больше не присвоен: «Лучший», 2026-10");
        assertThat(english(told.get(3), "tier_crossed")).containsExactly("Scale, 2026-10: step 1 instead of 2");
        assertThat(told.stream().flatMap(List::stream).map(Alert::getId)).doesNotHaveDuplicates();
        assertThat(told.get(3)).allSatisfy(alert -> {
            assertThat(alert.getSubject()).isEqualTo("crm/anna");
            assertThat(alert.getRecordedAt()).isNotNull();
        });
    }

    @Test
    void shouldTellOfPlacesInContests() throws IOException {
        List<List<Alert>> told = told("""
                plans:
                  - components:
                      - id: race
                        title: { ru: Гонка, en: Race }
                        rank_by: won_deals
                        among: company
                        prizes: [500, 300]
                        ties: shared
                steps:
                  - manager: [anna, boris]
                  - deal: { id: d1, won: 2026-10-05, amount: 500, owner: anna }
                  - deal: { times: 2, id: "b{n}", won: 2026-10-06, amount: 500, owner: boris }
                """);

        // Entries arrive one by one: whoever is told first may still be alone.
        assertThat(told.get(1).stream().filter(alert -> alert.getKind().equals("contest_standing")))
                .extracting(
                        alert -> alert.getSubject() + " " + alert.getValues().get("place"))
                .containsExactlyInAnyOrder("crm/anna 1", "crm/boris 2");
        assertThat(english(told.get(2), "contest_standing"))
                .containsExactlyInAnyOrder(
                        "Race, 2026-10: place 1 of 2, it was 2", "Race, 2026-10: place 2 of 2, it was 1");
        assertThat(russian(told.get(2), "contest_standing"))
                .containsExactlyInAnyOrder(
                        "Гонка, 2026-10: 1-е место из 2, было 2-е", "Гонка, 2026-10: 2-е место из 2, было 1-е");
    }

    @Test
    void shouldTellOfOutliersOnceUntilTheyComeBack() throws IOException {
        List<List<Alert>> told = told("""
                plans:
                  - components:
                      - { id: far, pay: 100, when: "deviation(revenue) > 3" }
                steps:
                  - manager: [m1, m2, m3, m4, m5, m6]
                  - together:
                      - deal: { id: d1, won: 2026-10-05, amount: 100, owner: m1 }
                      - deal: { id: d2, won: 2026-10-05, amount: 110, owner: m2 }
                      - deal: { id: d3, won: 2026-10-05, amount: 120, owner: m3 }
                      - deal: { id: d4, won: 2026-10-05, amount: 110, owner: m4 }
                      - deal: { id: d5, won: 2026-10-05, amount: 100, owner: m5 }
                      - deal: { id: d6, won: 2026-10-05, amount: 100, owner: m6 }
                  - deal: { id: d6, amount: 5_000 }
                  - deal: { id: d6, amount: 6_000 }
                  - deal: { id: d6, amount: 100 }
                  - deal: { id: d6, amount: 5_000 }
                """);

        assertThat(english(told.get(1), "outlier")).isEmpty();
        assertThat(english(told.get(2), "outlier")).containsExactly("revenue, 2026-10: far above the mean, by 2.2 σ");
        assertThat(told.get(2).stream().filter(alert -> alert.getKind().equals("outlier")))
                .extracting(Alert::getSubject)
                .containsExactly("crm/m6");
        assertThat(english(told.get(3), "outlier")).isEmpty();
        assertThat(russian(told.get(5), "outlier"))
                .containsExactly("revenue, 2026-10: намного выше среднего, отклонение 2,2 σ");
    }
}
