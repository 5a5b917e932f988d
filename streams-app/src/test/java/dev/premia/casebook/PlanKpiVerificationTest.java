package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.replay.BatchResult;
import dev.premia.replay.verify.Difference;
import dev.premia.replay.verify.Difference.Kind;
import dev.premia.replay.verify.LedgerVerification;
import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioRecord;
import dev.premia.scenario.Step;
import dev.premia.schemas.Kpi;
import dev.premia.topology.kpis.KpiPublisher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The KPIs that plans define, as the stream published them, are held against the batch engine. */
class PlanKpiVerificationTest {
    private static BatchResult batch;
    private static List<Kpi> kpis;

    @BeforeAll
    static void play() {
        Scenario scenario = Casebook.read(Casebook.files().stream()
                .filter(file -> file.endsWith("own-published.yaml"))
                .findFirst()
                .orElseThrow());
        List<ScenarioRecord<?>> records = new ArrayList<>();
        try (Performance performance = new Performance(scenario.settings())) {
            for (Step step : scenario.steps()) {
                if (step instanceof Step.Recorded recorded) {
                    recorded.records().forEach(performance::send);
                    records.addAll(recorded.records());
                }
            }
            performance.settle();
            kpis = List.copyOf(performance.kpis());
        }
        batch = new Oracle(scenario.settings(), records).result();
    }

    private static List<Kpi> ofPlans() {
        return kpis.stream().filter(kpi -> kpi.getPlan() != null).toList();
    }

    @Test
    void shouldFindNothingWhenThePublishedKpisAreWhatThePlansSay() {
        assertThat(ofPlans())
                .extracting(Kpi::getKpi)
                .contains("big", "big_share", "place")
                .doesNotContain("revenue");
        assertThat(differences(kpis)).isEmpty();
    }

    @Test
    void shouldFindItWhenAKpiOfAPlanIsMissing() {
        for (Kpi missing : ofPlans()) {
            BigDecimal value = missing.getValue();
            List<Kpi> fewer = new ArrayList<>(kpis);
            fewer.remove(missing);
            assertThat(differences(fewer)).hasSize(value == null || value.signum() == 0 ? 0 : 1);
        }
    }

    @Test
    void shouldFindItWhenAValueOrATargetOfAPlanDiffers() {
        for (Kpi kpi : ofPlans()) {
            Kpi changed = Kpi.newBuilder(kpi).build();
            changed.setValue(new BigDecimal("12345.6700000000"));
            List<Kpi> altered = new ArrayList<>(kpis);
            altered.set(altered.indexOf(kpi), changed);
            assertThat(differences(altered)).hasSize(1);
        }
    }

    @Test
    void shouldCarryTheTitleAndTheCurrencyOfThePlan() {
        Kpi big = ofPlans().stream()
                .filter(kpi -> kpi.getKpi().equals("big") && kpi.getPlan().equals("hunters"))
                .filter(kpi -> kpi.getSubject().equals("crm/anna") && kpi.getTarget() != null)
                .findFirst()
                .orElseThrow();

        assertThat(big.getTitleRu()).isEqualTo("Крупные сделки");
        assertThat(big.getTitleEn()).isEqualTo("Big deals");
        assertThat(big.getCurrency()).isEqualTo("RUB");
        assertThat(big.getTarget()).isEqualByComparingTo("1000");
    }

    private static List<Difference> differences(Collection<Kpi> published) {
        LedgerVerification verification = new LedgerVerification();
        published.forEach(verification::kpi);
        return verification.compare(batch, KpiPublisher.STANDARD, subject -> true).differences().stream()
                .filter(difference -> difference.kind() == Kind.KPI)
                .toList();
    }
}
