package dev.premia.replay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.premia.cli.CommandRun;
import dev.premia.connectors.file.FileInput;
import dev.premia.connectors.file.InputRecord;
import dev.premia.domain.credit.Subject;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.verify.Difference.Kind;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.Statement;
import dev.premia.schemas.TopicSpec;
import dev.premia.topology.StreamHarness;
import dev.premia.topology.kpis.KpiPublisher;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerificationTest {
    private static final Instant AT = Instant.parse("2026-10-01T00:00:00Z");
    private static BatchResult batch;
    private static List<Accrual> accruals;
    private static List<Statement> statements;
    private static List<Kpi> kpis;

    @BeforeAll
    static void playTheSameInputThroughBothEngines() {
        List<Path> inputs = List.of(CommandRun.resource("october"));
        batch = FileLoader.load(inputs, List.of(), FileInput.Options.DEFAULT, LoadedInput.Listener.NONE)
                .compute(new Settings(ZoneId.of("Europe/Moscow"), "RUB"), null);
        try (StreamHarness stream = new StreamHarness()) {
            FileInput.read(inputs, List.of(), FileInput.Options.DEFAULT, record -> send(stream, record), problem -> {
                throw new AssertionError(problem.message());
            });
            stream.settle();
            accruals = List.copyOf(stream.booked());
            statements = List.copyOf(stream.statements().values());
            kpis = List.copyOf(stream.kpis().values());
        }
    }

    @Test
    void shouldFindNothingWhenTheStreamBookedWhatTheFactsSay() {
        assertThat(accruals).hasSizeGreaterThan(3);
        assertThat(statements).isNotEmpty();
        assertThat(kpis).isNotEmpty();
        assertThat(differences(accruals, statements, kpis)).isEmpty();
    }

    @Test
    void shouldFindItWhenAnyEntryIsMissing() {
        for (int i = 0; i < accruals.size(); i++) {
            List<Accrual> fewer = new ArrayList<>(accruals);
            fewer.remove(i);
            assertThat(differences(fewer, statements, kpis))
                    .extracting(Difference::kind)
                    .contains(Kind.SUM);
        }
    }

    @Test
    void shouldFindItWhenAnyEntryIsDoubled() {
        for (int i = 0; i < accruals.size(); i++) {
            List<Accrual> more = new ArrayList<>(accruals);
            more.add(i, accruals.get(i));
            assertThat(differences(more, statements, kpis))
                    .extracting(Difference::kind)
                    .contains(Kind.SUM, Kind.ENTRY);
        }
    }

    @Test
    void shouldFindItWhenAnyEntryIsOneKopeckOff() {
        for (int i = 0; i < accruals.size(); i++) {
            Accrual changed = Accrual.newBuilder(accruals.get(i)).build();
            changed.setAmountMinor(changed.getAmountMinor() + 1);
            List<Accrual> altered = new ArrayList<>(accruals);
            altered.set(i, changed);
            assertThat(differences(altered, statements, kpis))
                    .extracting(Difference::kind)
                    .contains(Kind.SUM, Kind.ENTRY);
        }
    }

    @Test
    void shouldNameBothAmountsWhenASumDiffers() {
        List<Accrual> none = List.of();

        assertThat(differences(none, statements, kpis))
                .contains(new Difference(
                        Kind.SUM, "crm/17, hunters, volume, 2026-10, payroll 2026-10", "61500.00 RUB", "0.00 RUB"));
    }

    @Test
    void shouldFindItWhenAStatementIsMissingOrAltered() {
        for (int i = 0; i < statements.size(); i++) {
            List<Statement> fewer = new ArrayList<>(statements);
            Statement removed = fewer.remove(i);
            assertThat(differences(accruals, fewer, kpis))
                    .extracting(Difference::kind)
                    .containsExactly(Kind.STATEMENT);
            Statement changed = Statement.newBuilder(removed).build();
            changed.setDigest("0".repeat(64));
            fewer.add(changed);
            assertThat(differences(accruals, fewer, kpis))
                    .extracting(Difference::kind)
                    .containsExactly(Kind.STATEMENT);
        }
    }

    @Test
    void shouldFindItWhenAKpiIsMissingOrAltered() {
        for (int i = 0; i < kpis.size(); i++) {
            Kpi original = kpis.get(i);
            Kpi changed = Kpi.newBuilder(original).build();
            BigDecimal before = original.getValue() == null ? BigDecimal.ZERO : original.getValue();
            changed.setValue(before.add(new BigDecimal("0.0000000001")));
            List<Kpi> altered = new ArrayList<>(kpis);
            altered.set(i, changed);
            assertThat(differences(accruals, statements, altered))
                    .extracting(Difference::kind)
                    .containsExactly(Kind.KPI);
            altered.remove(i);
            // What is 0 or undefined need not have been published.
            boolean needed = original.getValue() != null && original.getValue().signum() != 0;
            assertThat(differences(accruals, statements, altered)).hasSize(needed ? 1 : 0);
        }
    }

    @Test
    void shouldFindItWhenAnEntryIsAddedThatFitsToTheOthers() {
        Accrual last = accruals.get(accruals.size() - 1);
        Accrual forged = Accrual.newBuilder(last).build();
        forged.setSequence(entriesOf(last.getManager()) + 1);
        forged.setAmountMinor(100);
        forged.setBalanceMinor(last.getBalanceMinor() + 100);
        List<Accrual> more = new ArrayList<>(accruals);
        more.add(forged);

        assertThat(differences(more, statements, kpis))
                .extracting(Difference::kind)
                .containsExactly(Kind.SUM);
    }

    @Test
    void shouldFindItWhenAStatementOrKpiIsAddedThatNobodyEarned() {
        Statement statement = Statement.newBuilder(statements.get(0)).build();
        statement.setPostingPeriod("2030-01");
        Kpi kpi = Kpi.newBuilder(kpis.stream()
                        .filter(each ->
                                each.getValue() != null && each.getValue().signum() > 0)
                        .findFirst()
                        .orElseThrow())
                .build();
        kpi.setStartsOn(LocalDate.of(2030, 1, 1));
        List<Statement> moreStatements = new ArrayList<>(statements);
        moreStatements.add(statement);
        List<Kpi> moreKpis = new ArrayList<>(kpis);
        moreKpis.add(kpi);

        assertThat(differences(accruals, moreStatements, moreKpis))
                .extracting(Difference::kind)
                .contains(Kind.STATEMENT, Kind.KPI)
                .doesNotContain(Kind.SUM, Kind.ENTRY);
    }

    @Test
    void shouldFindItWhenARecordCannotBeRead() {
        LedgerVerification verification = takenIn(accruals, statements, kpis);
        verification.unreadable(Kind.ENTRY, "premia.accruals-0@7", "garbage");

        VerificationReport report = verification.compare(batch, KpiPublisher.STANDARD, subject -> true);

        assertThat(report.differences())
                .containsExactly(
                        new Difference(Kind.ENTRY, "premia.accruals-0@7", "a record of the stream", "garbage"));
    }

    @Test
    void shouldCompareOneManagerOnlyWhenAsked() {
        List<Accrual> none = List.of();
        LedgerVerification verification = takenIn(none, statements, kpis);
        Subject anna = Subject.manager("crm/17");

        VerificationReport report = verification.compare(batch, KpiPublisher.STANDARD, anna::equals);

        assertThat(report.differences()).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.SUM);
            assertThat(difference.what()).startsWith("crm/17, ");
        });
        assertThat(report.accruals()).isZero();
        assertThat(report.statements()).isPositive().isEqualTo((int) statements.stream()
                .filter(each -> each.getManager().equals("crm/17"))
                .count());
        assertThat(report.kpis()).isPositive().isLessThan(kpis.size());
    }

    @Test
    void shouldLeaveOthersOutWhenOneManagerIsCompared() {
        List<Accrual> annas = accruals.stream()
                .filter(each -> each.getManager().equals("crm/17"))
                .toList();
        Subject anna = Subject.manager("crm/17");

        VerificationReport report =
                takenIn(annas, statements, kpis).compare(batch, KpiPublisher.STANDARD, anna::equals);

        assertThat(annas.size()).isLessThan(accruals.size());
        assertThat(report.differences()).isEmpty();
        assertThat(report.accruals()).isEqualTo(annas.size());
        assertThat(report.totals())
                .containsExactly(entry(
                        "RUB", annas.stream().mapToLong(Accrual::getAmountMinor).sum()));
    }

    @Test
    void shouldExpectOfTheCompanyOnlyWhatIsPublishedOfPeopleAndGroups(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("campaign.jsonl");
        Files.writeString(file, """
                {"type":"manager","id":"crm/1","source":"crm"}
                {"type":"spend","id":"ads/1","source":"ads","campaign":"c1","amount":"900","currency":"RUB","spent_on":"2026-10-02"}
                {"type":"lead","id":"crm/l1","source":"crm","created_at":"2026-10-03T09:00:00Z","owner":"1","campaign":"ads/c1"}
                {"type":"deal","id":"crm/d1","source":"crm","status":"won","amount":"5000","currency":"RUB","closed_at":"2026-10-05T09:00:00Z","owner":"1","campaign":"ads/c1"}
                """);
        List<Path> inputs = List.of(file);
        BatchResult expected = FileLoader.load(inputs, List.of(), FileInput.Options.DEFAULT, LoadedInput.Listener.NONE)
                .compute(new Settings(ZoneId.of("Europe/Moscow"), "RUB"), null);
        try (StreamHarness stream = new StreamHarness()) {
            FileInput.read(inputs, List.of(), FileInput.Options.DEFAULT, record -> send(stream, record), problem -> {
                throw new AssertionError(problem.message());
            });
            stream.settle();
            List<Kpi> figures = List.copyOf(stream.kpis().values());

            assertThat(figures).extracting(Kpi::getKpi).contains("cost_per_lead");
            assertThat(takenIn(List.of(), List.of(), figures)
                            .compare(expected, KpiPublisher.STANDARD, subject -> true)
                            .differences())
                    .isEmpty();
            List<Kpi> fewer = figures.stream()
                    .filter(kpi -> !kpi.getKpi().equals("cost_per_lead"))
                    .toList();
            assertThat(takenIn(List.of(), List.of(), fewer)
                            .compare(expected, KpiPublisher.STANDARD, subject -> true)
                            .differences())
                    .hasSize(1);
        }
    }

    private static long entriesOf(String manager) {
        return accruals.stream()
                .filter(each -> each.getManager().equals(manager))
                .count();
    }

    private static List<Difference> differences(List<Accrual> entries, List<Statement> sheets, List<Kpi> figures) {
        return takenIn(entries, sheets, figures)
                .compare(batch, KpiPublisher.STANDARD, subject -> true)
                .differences();
    }

    private static LedgerVerification takenIn(List<Accrual> entries, List<Statement> sheets, List<Kpi> figures) {
        LedgerVerification verification = new LedgerVerification();
        entries.forEach(verification::accrual);
        sheets.forEach(verification::statement);
        figures.forEach(verification::kpi);
        return verification;
    }

    private static void send(StreamHarness stream, InputRecord record) {
        Instant recordedAt = record.recordedAt() == null ? AT : record.recordedAt();
        stream.sendBytes(record.topic(), record.key(), bytes(stream, record.topic(), record.value()), recordedAt);
    }

    @SuppressWarnings("unchecked") // A record's topic is the topic of its own contract.
    private static <T extends SpecificRecord> byte[] bytes(
            StreamHarness stream, TopicSpec<?> topic, SpecificRecord value) {
        return stream.bytes((TopicSpec<T>) topic, (T) value);
    }
}
