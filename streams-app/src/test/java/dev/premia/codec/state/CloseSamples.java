package dev.premia.codec.state;

import dev.premia.codec.state.GoldenSamples.Sample;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.OffsetVector;
import dev.premia.domain.ledger.Ledger.Booked;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.topology.state.LedgerRow;
import dev.premia.topology.state.SubjectMeta;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Samples of closes, of what they freeze, and of the ledger that they shut. */
final class CloseSamples {
    private static final Instant AT = Instant.parse("2026-11-05T09:30:00.123Z");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private CloseSamples() {}

    static void addTo(BiConsumer<String, Sample<?>> samples) {
        samples.accept("frozen-statement", new Sample<>(FrozenStatementCodec.FORMAT, statement()));
        samples.accept("frozen-statement-empty", new Sample<>(FrozenStatementCodec.FORMAT, nothing()));
        samples.accept("decision-close", new Sample<>(DecisionCodec.FORMAT, close(vector())));
        samples.accept("decision-close-of-files", new Sample<>(DecisionCodec.FORMAT, close(OffsetVector.NONE)));
        samples.accept(
                "decision-close-result",
                new Sample<>(DecisionCodec.FORMAT, new Decision.CloseResult(heading("close-2026-10-17"), statement())));
        samples.accept(
                "decision-close-completed",
                new Sample<>(
                        DecisionCodec.FORMAT,
                        new Decision.CloseCompleted(heading("close-2026-10-completed"), OCTOBER, 300, "0a1b2c")));
        samples.accept("ledger-row", new Sample<>(LedgerRow.FORMAT, row()));
        samples.accept("ledger-row-empty", new Sample<>(LedgerRow.FORMAT, LedgerRow.EMPTY));
        samples.accept("subject-meta", new Sample<>(SubjectMeta.FORMAT, new SubjectMeta(300, 2, OCTOBER, 7)));
        samples.accept("subject-meta-open", new Sample<>(SubjectMeta.FORMAT, SubjectMeta.NEW));
    }

    private static Decision.Heading heading(String id) {
        return new Decision.Heading(id, AT, "finance", null, "Октябрь", null);
    }

    private static OffsetVector vector() {
        return new OffsetVector.Builder()
                .put("premia.deals", 0, 0)
                .put("premia.deals", 11, 10_000_000_000L)
                .put("premia.calls", 3, 127)
                .build();
    }

    private static Decision close(OffsetVector vector) {
        return new Decision.Close(
                heading("close-2026-10"),
                OCTOBER,
                Instant.parse("2026-11-04T21:00:00Z"),
                ZoneId.of("Europe/Moscow"),
                vector);
    }

    private static FrozenStatement statement() {
        List<FrozenStatement.Line> lines = List.of(
                new FrozenStatement.Line(
                        "adjustments",
                        0,
                        "bonus/RUB",
                        new Window(WindowKind.MONTH, LocalDate.of(2026, 9, 1)),
                        -50_000,
                        "RUB"),
                new FrozenStatement.Line(
                        "b2b",
                        3,
                        "volume",
                        new Window(WindowKind.QUARTER, LocalDate.of(2026, 7, 1)),
                        10_000_000_000L,
                        "RUB"));
        return new FrozenStatement(
                "crm/17",
                OCTOBER,
                lines,
                List.of(
                        new FrozenStatement.Balance(
                                "ООО Ромашка", "RUB", 9_999_950_000L, -1, 200_000, 0, 50_000, 9_999_899_999L, 0, 7),
                        new FrozenStatement.Balance(null, "points", 0, -30, 0, 0, 0, 0, -30, 0)),
                StatementDigest.of("crm/17", lines));
    }

    private static FrozenStatement nothing() {
        return new FrozenStatement("crm/18", OCTOBER, List.of(), List.of(), StatementDigest.of("crm/18", List.of()));
    }

    private static LedgerRow row() {
        return new LedgerRow(Map.of(
                "volume",
                new Booked(3, "RUB", -10_000_000_000L, new TreeMap<>(Map.of(OCTOBER, 5L, OCTOBER.plusMonths(3), -7L))),
                "kicker",
                new Booked(0, "points", 12, new TreeMap<>())));
    }
}
