package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.replay.BatchResult;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.verify.Difference;
import dev.premia.replay.verify.FrozenVerification;
import dev.premia.replay.verify.LedgerVerification;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Statement;
import dev.premia.schemas.StatementLine;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checkers of {@code replay --verify} find every change of what a close left behind. */
class CloseCheckerTest {
    private static final long SEED = 8;

    private static ClosedHistory history;
    private static Oracle end;
    private static List<Accrual> entries;
    private static List<Accrual> trials;
    private static List<Statement> statements;
    private static YearMonth period;
    private static ClosedPeriod recomputed;
    private static List<BatchResult.Line> lines;

    @BeforeAll
    static void playAHistory() {
        history = ClosedHistory.of(SEED);
        end = new Oracle(ClosedHistory.ORGANISATION, history.records());
        try (Performance performance = new Performance(ClosedHistory.ORGANISATION)) {
            history.records().forEach(performance::send);
            performance.settle();
            entries = List.copyOf(performance.entries());
            trials = List.copyOf(performance.shadowEntries());
            statements = List.copyOf(performance.latestStatements());
        }
        history.closes().forEach((month, close) -> {
            ClosedPeriod closed = ClosedPeriod.of(history.below(close), month);
            int size = closed.statements().stream()
                    .mapToInt(each -> each.lines().size())
                    .sum();
            if (recomputed == null || size > lines.size()) {
                period = month;
                recomputed = closed;
                lines = history.below(close).postedLines().stream()
                        .filter(line -> line.posting().equals(month))
                        .toList();
            }
        });
    }

    private static List<Difference> ofPeriod(List<Accrual> ledger, List<Statement> published) {
        return verification(ledger, published)
                .comparePeriod(period, lines, true, manager -> true)
                .differences();
    }

    private static List<Difference> ofAll(List<Accrual> ledger) {
        return verification(ledger, statements).compare(end.result(), List.of(), subject -> true).differences().stream()
                .filter(difference -> difference.kind() != Difference.Kind.KPI)
                .toList();
    }

    private static LedgerVerification verification(List<Accrual> ledger, List<Statement> published) {
        LedgerVerification verification = new LedgerVerification();
        ledger.forEach(verification::accrual);
        trials.forEach(verification::shadowAccrual);
        published.forEach(verification::statement);
        return verification;
    }

    private static boolean isOfPeriod(Accrual entry) {
        return entry.getPostingPeriod().equals(period.toString());
    }

    @Test
    void shouldFindNothingInWhatTheStreamBooked() {
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(entries.stream().filter(CloseCheckerTest::isOfPeriod)).hasSizeGreaterThan(3);
        assertThat(entries).anyMatch(entry -> "cutoff".equals(entry.getReason()));
        assertThat(ofPeriod(entries, statements)).isEmpty();
        assertThat(ofAll(entries)).isEmpty();
        assertThat(frozen(UnaryOperator.identity())).isEmpty();
    }

    @Test
    void shouldFindAnyEntryThatIsDropped() {
        for (int i = 0; i < entries.size(); i++) {
            List<Accrual> fewer = new ArrayList<>(entries);
            fewer.remove(i);
            assertFound(fewer, i);
        }
    }

    @Test
    void shouldFindAnyEntryThatIsDoubled() {
        for (int i = 0; i < entries.size(); i++) {
            List<Accrual> more = new ArrayList<>(entries);
            more.add(i, entries.get(i));
            assertFound(more, i);
        }
    }

    @Test
    void shouldFindAnyEntryThatIsOneKopeckOff() {
        for (int i = 0; i < entries.size(); i++) {
            Accrual changed = Accrual.newBuilder(entries.get(i)).build();
            changed.setAmountMinor(changed.getAmountMinor() + 1);
            assertFound(with(i, changed), i);
        }
    }

    @Test
    void shouldFindAnyEntryThatIsMovedToAnotherMonth() {
        for (int i = 0; i < entries.size(); i++) {
            for (int months : new int[] {-1, 1}) {
                Accrual moved = Accrual.newBuilder(entries.get(i)).build();
                YearMonth to = YearMonth.parse(moved.getPostingPeriod()).plusMonths(months);
                moved.setPostingPeriod(to.toString());
                assertFound(with(i, moved), i);
                if (to.equals(period)) {
                    assertThat(ofPeriod(with(i, moved), statements)).isNotEmpty();
                }
            }
        }
    }

    private static List<Accrual> with(int index, Accrual changed) {
        List<Accrual> altered = new ArrayList<>(entries);
        altered.set(index, changed);
        return altered;
    }

    private static void assertFound(List<Accrual> ledger, int index) {
        assertThat(ofAll(ledger)).as("all, entry %s", entries.get(index)).isNotEmpty();
        if (isOfPeriod(entries.get(index))) {
            assertThat(ofPeriod(ledger, statements))
                    .as("entry %s", entries.get(index))
                    .isNotEmpty();
        }
    }

    @Test
    void shouldFindAnyPublishedStatementThatIsMissingAlteredOrNotFrozen() {
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (statement.getPostingPeriod().equals(period.toString())
                    && !statement.getLines().isEmpty()) {
                assertThat(ofPeriod(entries, without(i, null))).isNotEmpty();
                Statement open = Statement.newBuilder(statement).build();
                open.setFrozen(false);
                assertThat(ofPeriod(entries, without(i, open))).isNotEmpty();
                for (int line = 0; line < statement.getLines().size(); line++) {
                    Statement altered = Statement.newBuilder(statement).build();
                    StatementLine changed = altered.getLines().get(line);
                    changed.setAmountMinor(changed.getAmountMinor() - 1);
                    assertThat(ofPeriod(entries, without(i, altered))).isNotEmpty();
                    changed.setAmountMinor(changed.getAmountMinor() + 1);
                    changed.setPlanVersion(changed.getPlanVersion() + 1);
                    assertThat(ofPeriod(entries, without(i, altered))).isNotEmpty();
                }
            }
        }
    }

    private static List<Statement> without(int index, Statement instead) {
        List<Statement> changed = new ArrayList<>(statements);
        changed.remove(index);
        if (instead != null) {
            changed.add(instead);
        }
        return changed;
    }

    /** Compares recorded results, each changed or dropped (null), with the recomputation. */
    private static List<Difference> frozen(UnaryOperator<FrozenStatement> change) {
        Decisions recorded = new Decisions();
        Decision.Close close = history.closes().get(period);
        recorded.add(close);
        for (Decision each : recomputed.decisions(close)) {
            if (each instanceof Decision.CloseResult result) {
                FrozenStatement changed = change.apply(result.statement());
                if (changed != null) {
                    recorded.add(new Decision.CloseResult(result.heading(), changed));
                }
            } else {
                recorded.add(each);
            }
        }
        return FrozenVerification.compare(recomputed, recorded.closed(), manager -> true, true);
    }

    /** The checker cannot lean on the digest alone: whoever alters a line may write the digest anew. */
    private static FrozenStatement withLines(FrozenStatement statement, List<FrozenStatement.Line> lines) {
        return new FrozenStatement(
                statement.manager(),
                statement.period(),
                lines,
                statement.balances(),
                StatementDigest.of(statement.manager(), lines));
    }

    @Test
    void shouldFindAnyFrozenStatementThatIsDropped() {
        recomputed.statements().forEach(dropped -> assertThat(frozen(each -> each.equals(dropped) ? null : each))
                .isNotEmpty());
    }

    @Test
    void shouldFindAnyFrozenLineThatIsDroppedDoubledOrAltered() {
        for (FrozenStatement statement : recomputed.statements()) {
            for (int i = 0; i < statement.lines().size(); i++) {
                for (List<FrozenStatement.Line> altered : alterations(statement.lines(), i)) {
                    assertThat(frozen(each -> each.equals(statement) ? withLines(each, altered) : each))
                            .as("%s instead of %s", altered, statement.lines())
                            .isNotEmpty();
                }
            }
        }
    }

    private static List<List<FrozenStatement.Line>> alterations(List<FrozenStatement.Line> lines, int i) {
        FrozenStatement.Line line = lines.get(i);
        List<List<FrozenStatement.Line>> all = new ArrayList<>();
        for (FrozenStatement.Line instead : List.of(
                new FrozenStatement.Line(
                        line.plan(), line.version(), line.component(), line.window(), line.minor() + 1, "RUB"),
                new FrozenStatement.Line(
                        line.plan(),
                        line.version() + 1,
                        line.component(),
                        line.window(),
                        line.minor(),
                        line.currency()),
                new FrozenStatement.Line(
                        line.plan(),
                        line.version(),
                        line.component(),
                        line.window().next(),
                        line.minor(),
                        line.currency()),
                new FrozenStatement.Line(
                        line.plan(), line.version(), line.component(), line.window(), line.minor(), "EUR"))) {
            List<FrozenStatement.Line> altered = new ArrayList<>(lines);
            altered.set(i, instead);
            all.add(altered);
        }
        List<FrozenStatement.Line> fewer = new ArrayList<>(lines);
        fewer.remove(i);
        all.add(fewer);
        List<FrozenStatement.Line> more = new ArrayList<>(lines);
        more.add(line);
        all.add(more);
        return all;
    }

    @Test
    void shouldFindAFrozenStatementOfSomebodyWhoHasNone() {
        Map<String, FrozenStatement> extra = Map.of(
                "lines",
                new FrozenStatement(
                        "crm/zz", period, recomputed.statements().get(0).lines(), List.of(), "x"),
                "balances",
                new FrozenStatement(
                        "crm/zz",
                        period,
                        List.of(),
                        List.of(new FrozenStatement.Balance(null, "RUB", 0, -1, 0, 0, 0, 0, -1, 0)),
                        "x"));
        extra.forEach((name, statement) -> {
            Decisions recorded = new Decisions();
            Decision.Close close = history.closes().get(period);
            recorded.add(close);
            recomputed.decisions(close).forEach(recorded::add);
            Decision.Heading heading = new Decision.Heading("forged", null, "x", null, null, null);
            recorded.add(new Decision.CloseResult(heading, statement));
            assertThat(FrozenVerification.compare(recomputed, recorded.closed(), manager -> true, true))
                    .as(name)
                    .isNotEmpty();
        });
    }
}
