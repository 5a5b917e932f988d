package dev.premia.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.control.Decisions.Admission;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-01");
    private static final Window OCTOBER = new Window(WindowKind.MONTH, DAY);

    private final Map<String, String> taken = new HashMap<>();

    private static Decision.Heading heading(String id) {
        return new Decision.Heading(id, null, "crm/1", "crm/2", "because", null);
    }

    private static Decision.ContestResult result(String id, String winner) {
        return new Decision.ContestResult(
                heading(id), "b2b", 1, "best", OCTOBER, List.of(new Decision.Place(winner, 1, null, 100)));
    }

    private Admission admit(Decision decision) {
        Admission admission = Decisions.admit(decision, taken::get);
        if (admission == Admission.NEW) {
            taken.putAll(Decisions.keys(decision, taken::get));
        }
        return admission;
    }

    @Test
    void shouldAdmitTheFirstAndIgnoreItsRepetition() {
        assertThat(admit(new Decision.Hold(heading("h"), "crm/d1", null, null, DAY)))
                .isEqualTo(Admission.NEW);
        assertThat(admit(new Decision.Hold(heading("h"), "crm/d1", null, null, DAY)))
                .isEqualTo(Admission.REPEATED);
    }

    @Test
    void shouldRefuseAnotherDecisionUnderTheSameId() {
        admit(new Decision.Hold(heading("h"), "crm/d1", null, null, DAY));

        assertThat(admit(new Decision.Hold(heading("h"), "crm/d2", null, null, DAY)))
                .isEqualTo(Admission.CONFLICT);
    }

    @Test
    void shouldRefuseASecondResultOfAContest() {
        assertThat(admit(result("r1", "crm/17"))).isEqualTo(Admission.NEW);
        assertThat(admit(result("r2", "crm/18"))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(result("r1", "crm/17"))).isEqualTo(Admission.REPEATED);
    }

    @Test
    void shouldFindDecisionsByWhatTheyAreAbout() {
        Decisions decisions = new Decisions();
        Decision.Release release = new Decision.Release(heading("f"), "crm/d1", null, null, DAY, BigDecimal.ONE);
        decisions.add(release);
        decisions.add(result("r1", "crm/17"));
        decisions.add(result("r1", "crm/18"));
        decisions.add(new Decision.RestateRate(heading("x3"), "USD", "RUB", DAY, 3));
        decisions.add(new Decision.RestateRate(heading("x2"), "USD", "RUB", DAY, 2));

        assertThat(decisions.holdsAndReleases("crm/d1")).containsExactly(release);
        assertThat(decisions.holdsAndReleases("crm/d2")).isEmpty();
        assertThat(decisions
                        .contestResult("b2b", "best", OCTOBER)
                        .places()
                        .get(0)
                        .manager())
                .isEqualTo("crm/17");
        assertThat(decisions.contestResult("b2b", "best", OCTOBER.next())).isNull();
        assertThat(decisions.restatedRate("USD", "RUB", DAY)).hasValue(3);
        assertThat(decisions.restatedRate("USD", "RUB", DAY.plusDays(1))).isEmpty();
    }

    private static Decision.Dispute dispute(String id, String author, String resolution) {
        return new Decision.Dispute(new Decision.Heading(id, null, author, null, "why", null), "crm/17", 3, resolution);
    }

    @Test
    void shouldSettleADisputeOnceAfterItWasOpenedAndBySomebodyElse() {
        assertThat(admit(dispute("s0", "head", "accepted"))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(dispute("s1", "anna", null))).isEqualTo(Admission.NEW);
        assertThat(admit(dispute("s2", "anna", null))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(dispute("s3", "anna", "accepted"))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(dispute("s4", "head", "rejected"))).isEqualTo(Admission.NEW);
        assertThat(admit(dispute("s5", "head", "accepted"))).isEqualTo(Admission.CONFLICT);
    }

    @Test
    void shouldSayHowADisputeStands() {
        Decisions decisions = new Decisions();
        assertThat(decisions.dispute("crm/17", 3)).isNull();
        decisions.add(dispute("s1", "anna", null));
        assertThat(decisions.dispute("crm/17", 3).status()).isEqualTo("opened");
        decisions.add(dispute("s2", "head", "rejected"));
        assertThat(decisions.dispute("crm/17", 3).status()).isEqualTo("rejected");
        assertThat(decisions.dispute("crm/17", 3).opened().heading().author()).isEqualTo("anna");
        assertThat(decisions.dispute("crm/17", 4)).isNull();
    }

    @Test
    void shouldApplyTransfersInTheirOrderFromTheirDays() {
        Decisions decisions = new Decisions();
        BigDecimal half = new BigDecimal("0.5");
        Decision.CreditTransfer atOnce =
                new Decision.CreditTransfer(heading("t1"), "crm/d1", "crm/17", "crm/18", half, null);
        Decision.CreditTransfer later =
                new Decision.CreditTransfer(heading("t2"), "crm/d1", "crm/18", "crm/19", half, DAY);
        decisions.add(atOnce);
        decisions.add(later);

        assertThat(decisions.transfers("crm/d1", null)).containsExactly(atOnce);
        assertThat(decisions.transfers("crm/d1", DAY.minusDays(1))).containsExactly(atOnce);
        assertThat(decisions.transfers("crm/d1", DAY)).containsExactly(atOnce, later);
        assertThat(decisions.transfers("crm/d2", DAY)).isEmpty();
    }

    @Test
    void shouldMovePointsFromOneManagerToAnother() {
        Decision.Adjustment transfer =
                new Decision.Adjustment(heading("t"), "crm/17", "crm/18", "transfer", null, 30, "points");

        assertThat(transfer.minorFor("crm/17")).isEqualTo(-30);
        assertThat(transfer.minorFor("crm/18")).isEqualTo(30);
        assertThat(transfer.minorFor("crm/19")).isZero();
        assertThat(transfer.concerns("crm/18")).isTrue();
        assertThat(transfer.concerns("crm/19")).isFalse();
    }
}
