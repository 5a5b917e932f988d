package dev.premia.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.control.Decisions.Admission;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which of the records of closes count, in the order of the control topic. */
class CloseAdmissionTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final String CUTOFF = "2026-11-04T21:00:00Z";

    private static final Decision.CloseResult SEVENTEEN = result("r-17", OCTOBER, "crm/17");
    private static final Decision.CloseResult EIGHTEEN = result("r-18", OCTOBER, "crm/18");

    private final Map<String, String> taken = new HashMap<>();

    private Admission admit(Decision decision) {
        Admission admission = Decisions.admit(decision, taken::get);
        if (admission == Admission.NEW) {
            taken.putAll(Decisions.keys(decision, taken::get));
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
        return result(id, period, manager, 5_000);
    }

    private static Decision.CloseResult result(String id, YearMonth period, String manager, long minor) {
        List<FrozenStatement.Line> lines = List.of(new FrozenStatement.Line(
                "b2b", 1, "volume", Window.containing(WindowKind.MONTH, period.atDay(1)), minor, "RUB"));
        return new Decision.CloseResult(
                heading(id),
                new FrozenStatement(manager, period, lines, List.of(), StatementDigest.of(manager, lines)));
    }

    private static Decision.CloseCompleted completed(YearMonth period, Decision.CloseResult... results) {
        TreeMap<String, String> seals = new TreeMap<>();
        for (Decision.CloseResult result : results) {
            seals.put(result.statement().manager(), result.statement().seal());
        }
        return new Decision.CloseCompleted(
                heading("close-" + period + "-completed"), period, results.length, StatementDigest.ofPeriod(seals));
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
        assertThat(admit(completed(OCTOBER, SEVENTEEN, EIGHTEEN))).isEqualTo(Admission.NEW);
    }

    @Test
    void shouldRefuseACompletionUntilTheResultsBeforeItAreThoseThatItSumsUp() {
        Decision.CloseCompleted completion = completed(OCTOBER, SEVENTEEN, EIGHTEEN);
        admit(close(OCTOBER, CUTOFF));
        assertThat(admit(completion)).isEqualTo(Admission.CONFLICT);
        admit(SEVENTEEN);
        assertThat(admit(completion)).isEqualTo(Admission.CONFLICT);
        assertThat(Decisions.conflictText(completion, taken::get))
                .contains(
                        "with managers 2 and the digest " + completion.digest(),
                        "expected managers 1 and the digest "
                                + completed(OCTOBER, SEVENTEEN).digest(),
                        "the month stays open",
                        "premia close --period 2026-10");
        admit(SEVENTEEN);
        assertThat(admit(completion)).isEqualTo(Admission.CONFLICT);
        admit(EIGHTEEN);
        assertThat(admit(completion)).isEqualTo(Admission.NEW);
        assertThat(admit(completion)).isEqualTo(Admission.REPEATED);
    }

    @Test
    void shouldRefuseACompletionOfAsManyResultsThatSaySomethingElse() {
        admit(close(OCTOBER, CUTOFF));
        admit(SEVENTEEN);
        admit(result("r-18", OCTOBER, "crm/18", 5_001));

        assertThat(admit(completed(OCTOBER, SEVENTEEN, EIGHTEEN))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(result("r-18", OCTOBER, "crm/18", 5_000))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(result("r-18-2", OCTOBER, "crm/18", 5_000))).isEqualTo(Admission.NEW);
        assertThat(admit(completed(OCTOBER, SEVENTEEN, EIGHTEEN))).isEqualTo(Admission.NEW);
    }

    @Test
    void shouldRefuseACompletionOfResultsThatPaySomethingElse() {
        FrozenStatement computed = paying(5_000);
        FrozenStatement other = paying(9_000);
        assertThat(other.digest()).isEqualTo(computed.digest());

        admit(close(OCTOBER, "2026-11-05T00:00:00Z"));
        assertThat(admit(new Decision.CloseResult(heading("other"), other))).isEqualTo(Admission.NEW);
        assertThat(admit(completed(OCTOBER, new Decision.CloseResult(heading("computed"), computed))))
                .isEqualTo(Admission.CONFLICT);
        assertThat(admit(completed(OCTOBER, new Decision.CloseResult(heading("other"), other))))
                .isEqualTo(Admission.NEW);
    }

    private static FrozenStatement paying(long payout) {
        FrozenStatement statement = SEVENTEEN.statement();
        FrozenStatement.Balance balance = new FrozenStatement.Balance("org", "RUB", 5_000, 0, 0, 0, 0, payout, 0, 0);
        return new FrozenStatement(
                statement.manager(), statement.period(), statement.lines(), List.of(balance), statement.digest());
    }

    @Test
    void shouldLeaveOutAResultThatIsWithdrawnByAnEmptyOne() {
        admit(close(OCTOBER, CUTOFF));
        admit(SEVENTEEN);
        admit(EIGHTEEN);
        admit(new Decision.CloseResult(heading("r-18-2"), FrozenStatement.empty("crm/18", OCTOBER)));

        assertThat(admit(completed(OCTOBER, SEVENTEEN, EIGHTEEN))).isEqualTo(Admission.CONFLICT);
        assertThat(admit(completed(OCTOBER, SEVENTEEN))).isEqualTo(Admission.NEW);
    }

    @Test
    void shouldNotCompareACompletionWhereTheLogHoldsTheResultsOfSome() {
        admit(close(OCTOBER, CUTOFF));
        admit(SEVENTEEN);
        Decision.CloseCompleted completion = completed(OCTOBER, SEVENTEEN, EIGHTEEN);

        assertThat(Decisions.admitOfSome(completion, taken::get)).isEqualTo(Admission.NEW);
        assertThat(Decisions.admitOfSome(completed(NOVEMBER), taken::get)).isEqualTo(Admission.CONFLICT);
    }

    @Test
    void shouldChangeNothingWhenTheRecordsOfACloseAreRepeated() {
        admit(close(OCTOBER, CUTOFF));
        admit(result("r-17", OCTOBER, "crm/17"));

        assertThat(admit(close(OCTOBER, CUTOFF))).isEqualTo(Admission.REPEATED);
        assertThat(admit(result("r-17", OCTOBER, "crm/17"))).isEqualTo(Admission.REPEATED);
        admit(completed(OCTOBER, SEVENTEEN));
        assertThat(admit(close(OCTOBER, CUTOFF))).isEqualTo(Admission.REPEATED);
        assertThat(admit(result("r-17", OCTOBER, "crm/17"))).isEqualTo(Admission.REPEATED);
        assertThat(admit(completed(OCTOBER, SEVENTEEN))).isEqualTo(Admission.REPEATED);
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
    void shouldRefuseResultsAfterTheCompletion() {
        admit(close(OCTOBER, CUTOFF));
        admit(SEVENTEEN);
        assertThat(admit(completed(OCTOBER, SEVENTEEN))).isEqualTo(Admission.NEW);

        assertThat(admit(EIGHTEEN)).isEqualTo(Admission.CONFLICT);
        assertThat(admit(result("again", OCTOBER, "crm/17"))).isEqualTo(Admission.CONFLICT);
        assertThat(Decisions.conflictText(EIGHTEEN, taken::get))
                .contains("r-18", "before the close is completed", "a closed month never changes");
    }

    @Test
    void shouldSayWhatIsExpectedWhenARecordOfACloseDoesNotCount() {
        assertThat(Decisions.conflictText(close(OCTOBER, CUTOFF), taken::get))
                .contains("the close of 2026-10", CUTOFF, "a closed month never changes");
        assertThat(Decisions.conflictText(SEVENTEEN, taken::get)).contains("r-17", "after the close of its month");
        assertThat(Decisions.conflictText(completed(OCTOBER), taken::get)).contains("close-2026-10-completed");
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
