package dev.premia.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.control.Decisions.Admission;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of the records of closes count, in the order of the control topic. */
class CloseAdmissionTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final String CUTOFF = "2026-11-04T21:00:00Z";

    private final Map<String, String> taken = new HashMap<>();

    private Admission admit(Decision decision) {
        Admission admission = Decisions.admit(decision, taken::get);
        if (admission == Admission.NEW) {
            taken.putAll(Decisions.keys(decision));
        }
        return admission;
    }

    private static Decision.Heading heading(String id) {
        return new Decision.Heading(id, null, "finance", null, null, null);
    }

    private static Decision.Close close(String id, YearMonth period, String cutoff) {
        return new Decision.Close(
                heading(id), period, Instant.parse(cutoff), ZoneId.of("Europe/Moscow"), OffsetVector.NONE);
    }

    private static Decision.Close close(YearMonth period, String cutoff) {
        return close("close-" + period, period, cutoff);
    }

    private static Decision.CloseResult result(String id, YearMonth period, String manager) {
        String digest = StatementDigest.of(manager, List.of());
        return new Decision.CloseResult(
                heading(id), new FrozenStatement(manager, period, List.of(), List.of(), digest));
    }

    private static Decision.CloseCompleted completed(YearMonth period) {
        return new Decision.CloseCompleted(heading("close-" + period + "-completed"), period, 0, "digest");
    }

    private void closed(YearMonth period, String cutoff) {
        assertThat(admit(close(period, cutoff))).isEqualTo(Admission.NEW);
        assertThat(admit(completed(period))).isEqualTo(Admission.NEW);
    }

    @Test
    void shouldAdmitACloseWithItsResultsAndItsCompletion() {
        assertThat(admit(close(OCTOBER, CUTOFF))).isEqualTo(Admission.NEW);
        assertThat(admit(result("r-17", OCTOBER, "crm/17"))).isEqualTo(Admission.NEW);
        assertThat(admit(result("r-18", OCTOBER, "crm/18"))).isEqualTo(Admission.NEW);
        assertThat(admit(completed(OCTOBER))).isEqualTo(Admission.NEW);
    }

    @Test
    void shouldChangeNothingWhenTheRecordsOfACloseAreRepeated() {
        admit(close(OCTOBER, CUTOFF));
        admit(result("r-17", OCTOBER, "crm/17"));

        assertThat(admit(close(OCTOBER, CUTOFF))).isEqualTo(Admission.REPEATED);
        assertThat(admit(result("r-17", OCTOBER, "crm/17"))).isEqualTo(Admission.REPEATED);
        admit(completed(OCTOBER));
        assertThat(admit(close(OCTOBER, CUTOFF))).isEqualTo(Admission.REPEATED);
        assertThat(admit(result("r-17", OCTOBER, "crm/17"))).isEqualTo(Admission.REPEATED);
        assertThat(admit(completed(OCTOBER))).isEqualTo(Admission.REPEATED);
    }

    @Test
    void shouldRefuseASecondCloseOfAMonthWhetherTheFirstIsCompletedOrNot() {
        admit(close(OCTOBER, CUTOFF));

        assertThat(admit(close("other", OCTOBER, CUTOFF))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(close(OCTOBER, "2026-11-05T21:00:00Z"))).isEqualTo(Admission.CONFLICT);
        admit(completed(OCTOBER));
        assertThat(admit(close("other", OCTOBER, CUTOFF))).isEqualTo(Admission.CONFLICT);
    }

    @Test
    void shouldRefuseAnEarlierMonthThanTheLastClosedOne() {
        closed(OCTOBER, CUTOFF);

        assertThat(admit(close(SEPTEMBER, CUTOFF))).isEqualTo(Admission.CONFLICT);
    }

    @Test
    void shouldRefuseAnEarlierCutoffAndAdmitTheSameOne() {
        closed(SEPTEMBER, CUTOFF);

        assertThat(admit(close("early", OCTOBER, "2026-11-04T20:59:59.999Z"))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(close(OCTOBER, CUTOFF))).isEqualTo(Admission.NEW);
    }

    @Test
    void shouldRefuseTheNextMonthUntilTheCloseBeforeIsCompleted() {
        admit(close(OCTOBER, CUTOFF));

        assertThat(admit(close(NOVEMBER, "2026-12-04T21:00:00Z"))).isEqualTo(Admission.CONFLICT);
        admit(completed(OCTOBER));
        assertThat(admit(close(NOVEMBER, "2026-12-04T21:00:00Z"))).isEqualTo(Admission.NEW);
    }

    @Test
    void shouldAdmitAMonthThatLeavesOneOut() {
        closed(SEPTEMBER, CUTOFF);

        assertThat(admit(close(NOVEMBER, CUTOFF))).isEqualTo(Admission.NEW);
    }

    @Test
    void shouldRefuseResultsAndCompletionsWithoutAClose() {
        assertThat(admit(result("r-17", OCTOBER, "crm/17"))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(completed(OCTOBER))).isEqualTo(Admission.CONFLICT);

        closed(SEPTEMBER, CUTOFF);
        assertThat(admit(result("r-17", OCTOBER, "crm/17"))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(completed(OCTOBER))).isEqualTo(Admission.CONFLICT);
    }

    @Test
    void shouldRefuseResultsAfterTheCompletionAndASecondResultOfAManager() {
        admit(close(OCTOBER, CUTOFF));
        admit(result("r-17", OCTOBER, "crm/17"));

        assertThat(admit(result("again", OCTOBER, "crm/17"))).isEqualTo(Admission.CONFLICT);
        admit(completed(OCTOBER));
        assertThat(admit(result("r-18", OCTOBER, "crm/18"))).isEqualTo(Admission.CONFLICT);
    }

    @Test
    void shouldSayWhatIsExpectedWhenARecordOfACloseDoesNotCount() {
        assertThat(Decisions.conflictText(close(OCTOBER, CUTOFF)))
                .contains("the close of 2026-10", CUTOFF, "a closed month never changes");
        assertThat(Decisions.conflictText(result("r-17", OCTOBER, "crm/17")))
                .contains("r-17", "the first result rules");
        assertThat(Decisions.conflictText(completed(OCTOBER))).contains("close-2026-10-completed");
    }

    @Test
    void shouldNameTheMonthThatADecisionCloses() {
        assertThat(Decisions.closedBy(close(OCTOBER, CUTOFF))).isEqualTo(OCTOBER);
        assertThat(Decisions.closedBy(result("r-17", OCTOBER, "crm/17"))).isEqualTo(OCTOBER);
        assertThat(Decisions.closedBy(completed(OCTOBER))).isEqualTo(OCTOBER);
        assertThat(Decisions.closedBy(new Decision.RestateRate(heading("x"), "USD", "RUB", OCTOBER.atDay(1), 2)))
                .isNull();
    }
}
