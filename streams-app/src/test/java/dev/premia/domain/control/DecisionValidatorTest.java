package dev.premia.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.event.Violation;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionValidatorTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-01");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Decision.Heading HEADING =
            new Decision.Heading("a1", null, "crm/1", "crm/2", "for the fair", "order-7");

    private static Decision.Adjustment adjustment(Decision.Heading heading, String type, long minor, String unit) {
        return new Decision.Adjustment(heading, "crm/17", null, type, YearMonth.of(2026, 10), minor, unit);
    }

    private static List<String> codes(Decision decision) {
        return DecisionValidator.validate(decision).stream()
                .map(Violation::code)
                .toList();
    }

    @Test
    void shouldAcceptAnApprovedAdjustment() {
        assertThat(codes(adjustment(HEADING, "bonus", 500_000, "RUB"))).isEmpty();
        assertThat(codes(adjustment(HEADING, "disciplinary", -1, "RUB"))).isEmpty();
    }

    @Test
    void shouldRefuseMoneyThatNobodyElseApproved() {
        Decision.Heading alone = new Decision.Heading("a1", null, "crm/1", null, "why", null);
        Decision.Heading self = new Decision.Heading("a1", null, "crm/1", "crm/1", "why", null);

        assertThat(codes(adjustment(alone, "bonus", 1, "RUB"))).containsExactly("not_approved");
        assertThat(codes(adjustment(self, "bonus", 1, "RUB"))).containsExactly("not_approved");
        assertThat(codes(adjustment(alone, "grant", 1, "points"))).isEmpty();
    }

    @Test
    void shouldRefuseAReductionWithoutDocumentOrOfTheWrongSign() {
        Decision.Heading noDocument = new Decision.Heading("a1", null, "crm/1", "crm/2", "why", null);

        assertThat(codes(adjustment(noDocument, "disciplinary", -1, "RUB"))).containsExactly("missing_document");
        assertThat(codes(adjustment(HEADING, "disciplinary", 1, "RUB"))).containsExactly("bad_amount");
        assertThat(codes(adjustment(HEADING, "disciplinary", -1, "points"))).containsExactly("disciplinary_points");
    }

    @Test
    void shouldRefuseWhatAnAdjustmentLacks() {
        Decision.Heading empty = new Decision.Heading("", null, null, "crm/2", " ", null);

        assertThat(codes(new Decision.Adjustment(empty, null, null, null, null, 0, "RUR")))
                .containsExactly(
                        "missing_id",
                        "missing_manager",
                        "missing_adjustment_type",
                        "missing_posting_period",
                        "missing_author",
                        "missing_reason",
                        "bad_amount",
                        "unknown_currency");
    }

    @Test
    void shouldRefuseTransfersOfMoneyAndToOneself() {
        YearMonth period = YearMonth.of(2026, 10);

        assertThat(codes(new Decision.Adjustment(HEADING, "crm/17", "crm/18", "transfer", period, 5, "points")))
                .isEmpty();
        assertThat(codes(new Decision.Adjustment(HEADING, "crm/17", "crm/18", "transfer", period, 5, "RUB")))
                .containsExactly("transfer_of_money");
        assertThat(codes(new Decision.Adjustment(HEADING, "crm/17", "crm/17", "transfer", period, -5, "points")))
                .containsExactly("bad_amount", "transfer_to_self");
    }

    @Test
    void shouldRefuseHoldsAndReleasesWithoutDealDayOrShare() {
        assertThat(codes(new Decision.Hold(HEADING, null, null, null, null)))
                .containsExactly("missing_deal", "missing_day");
        assertThat(codes(new Decision.Release(HEADING, "crm/d1", null, null, DAY, new BigDecimal("1.1"))))
                .containsExactly("bad_share");
        assertThat(codes(new Decision.Release(HEADING, "crm/d1", null, null, DAY, BigDecimal.ZERO)))
                .containsExactly("bad_share");
    }

    @Test
    void shouldRefuseTransfersOfCreditThatNobodyApprovedOrThatMoveNothing() {
        Decision.Heading self = new Decision.Heading("t", null, "crm/1", "crm/1", "why", null);
        BigDecimal half = new BigDecimal("0.5");

        assertThat(codes(new Decision.CreditTransfer(HEADING, "crm/d1", "crm/17", "crm/18", half, null)))
                .isEmpty();
        assertThat(codes(new Decision.CreditTransfer(self, "crm/d1", "crm/17", "crm/17", BigDecimal.ZERO, DAY)))
                .containsExactly("not_approved", "bad_share", "transfer_to_self");
        assertThat(codes(new Decision.CreditTransfer(HEADING, null, null, null, half, DAY)))
                .containsExactly("missing_deal", "missing_manager", "missing_to_manager");
    }

    @Test
    void shouldRefuseDisputesWithoutEntryReasonOrOutcome() {
        Decision.Heading silent = new Decision.Heading("s", null, null, null, null, null);

        assertThat(codes(new Decision.Dispute(HEADING, "crm/17", 3, null))).isEmpty();
        assertThat(codes(new Decision.Dispute(HEADING, "crm/17", 3, "rejected")))
                .isEmpty();
        assertThat(codes(new Decision.Dispute(silent, null, 0, "maybe")))
                .containsExactly(
                        "missing_manager", "missing_author", "missing_reason", "bad_sequence", "bad_resolution");
    }

    @Test
    void shouldRefuseContestResultsThatAreNone() {
        Window window = new Window(WindowKind.MONTH, DAY);
        Decision.Place place = new Decision.Place("crm/17", 0, null, -1);
        Decision.Place again = new Decision.Place("crm/17", 1, null, 0);

        assertThat(codes(new Decision.ContestResult(HEADING, "b2b", 1, "best", window, List.of(place, again))))
                .containsExactly("bad_place", "bad_amount", "repeated_place");
        assertThat(codes(new Decision.ContestResult(HEADING, null, 1, null, null, List.of())))
                .containsExactly("missing_plan", "missing_component", "missing_window_start");
    }

    @Test
    void shouldRefuseRatesThatDoNotExist() {
        assertThat(codes(new Decision.RestateRate(HEADING, "USD", "RUR", DAY, 0)))
                .containsExactly("unknown_currency", "missing_revision");
    }

    @Test
    void shouldRefuseClosesThatLackWhatTheyNeed() {
        Decision.Heading nobody = new Decision.Heading("c1", null, " ", null, null, null);
        Decision.Close good =
                new Decision.Close(HEADING, OCTOBER, Instant.EPOCH, ZoneId.of("Europe/Moscow"), OffsetVector.NONE);

        assertThat(codes(good)).isEmpty();
        assertThat(codes(new Decision.Close(nobody, null, null, null, OffsetVector.NONE)))
                .containsExactly("missing_posting_period", "missing_cutoff", "missing_zone", "missing_author");
    }

    @Test
    void shouldRefuseResultsWhoseDigestIsNotThatOfTheirLines() {
        FrozenStatement.Line line =
                new FrozenStatement.Line("b2b", 1, "volume", new Window(WindowKind.MONTH, DAY), 100, "RUB");
        String digest = StatementDigest.of("crm/17", List.of(line));

        assertThat(codes(result("crm/17", OCTOBER, List.of(line), digest))).isEmpty();
        assertThat(codes(result("crm/18", OCTOBER, List.of(line), digest))).containsExactly("wrong_digest");
        assertThat(codes(result("crm/17", OCTOBER, List.of(), digest))).containsExactly("wrong_digest");
        assertThat(codes(result("crm/17", OCTOBER, List.of(line, line), digest)))
                .containsExactly("wrong_digest");
        assertThat(codes(result("crm/17", OCTOBER, List.of(line), null))).containsExactly("wrong_digest");
        assertThat(codes(result(null, null, List.of(), StatementDigest.of("null", List.of()))))
                .containsExactly("missing_posting_period", "missing_manager");
    }

    private static Decision.CloseResult result(
            String manager, YearMonth period, List<FrozenStatement.Line> lines, String digest) {
        return new Decision.CloseResult(HEADING, new FrozenStatement(manager, period, lines, List.of(), digest));
    }

    @Test
    void shouldRefuseCompletionsWithoutMonthOrDigest() {
        assertThat(codes(new Decision.CloseCompleted(HEADING, OCTOBER, 2, "digest")))
                .isEmpty();
        assertThat(codes(new Decision.CloseCompleted(HEADING, null, 2, "")))
                .containsExactly("missing_posting_period", "missing_digest");
    }
}
