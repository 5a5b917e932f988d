package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.avro.FrozenStatementRecords;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.formula.Value;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.plan.OwnKpiUse;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.scenario.Balance;
import dev.premia.scenario.ScenarioRecord;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Alert;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.Statement;
import dev.premia.schemas.StatementLine;
import dev.premia.topology.StreamHarness;
import dev.premia.topology.StreamsSettings;
import dev.premia.topology.kpis.KpiPublisher;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** A story on the stage of the stream: records go in one by one, and what came out so far can be held against the oracle. */
final class Performance implements AutoCloseable {
    private static final int KPI_SCALE = 10;

    private final Settings organisation;
    private final StreamHarness stream;

    Performance(Settings organisation) {
        this.organisation = organisation;
        this.stream = new StreamHarness(
                new StreamsSettings(1, organisation.zone(), organisation.currency(), Duration.ofMillis(100), true));
    }

    <T extends SpecificRecord> Performance send(ScenarioRecord<T> record) {
        stream.send(record.topic(), record.key(), record.value(), record.recordedAt());
        return this;
    }

    Performance settle() {
        stream.settle();
        return this;
    }

    List<Accrual> entries() {
        return stream.booked();
    }

    /** The latest statements. */
    Collection<Statement> latestStatements() {
        return stream.statements().values();
    }

    /** The codes of everything that could not be processed, ascending, each as often as it came. */
    List<String> deadLetters() {
        return stream.deadLetters().stream()
                .map(DeadLetter::getReasonCode)
                .sorted()
                .toList();
    }

    /** What managers and groups were told so far. */
    List<Alert> alerts() {
        return stream.alerts().stream().map(alert -> alert.value).toList();
    }

    List<DeadLetter> letters() {
        return stream.deadLetters();
    }

    /** The sums of the entries; sums of 0 are left out. */
    Map<Balance, Long> balances() {
        Map<Balance, Long> balances = new HashMap<>();
        for (Accrual entry : stream.booked()) {
            balances.merge(balanceOf(entry), entry.getAmountMinor(), Math::addExact);
        }
        balances.values().removeIf(sum -> sum == 0);
        return balances;
    }

    List<Accrual> shadowEntries() {
        return stream.shadowBooked();
    }

    private Map<Balance, Long> shadowBalances() {
        Map<Balance, Long> balances = new HashMap<>();
        for (Accrual entry : stream.shadowBooked()) {
            balances.merge(balanceOf(entry), entry.getAmountMinor(), Math::addExact);
        }
        balances.values().removeIf(sum -> sum == 0);
        return balances;
    }

    static Balance balanceOf(Accrual entry) {
        return new Balance(entry.getManager(), entry.getPlan(), entry.getComponent(), windowOf(entry));
    }

    private static Window windowOf(Accrual entry) {
        return windowOf(entry.getWindowKind(), entry.getWindowStart());
    }

    private static Window windowOf(dev.premia.schemas.WindowKind kind, LocalDate start) {
        return new Window(WindowKind.valueOf(kind.name().toUpperCase(Locale.ROOT)), start);
    }

    /** The KPI as it was published last, or null when it never was. */
    Kpi kpi(String name, Subject subject, Window window, ZoneId zone, String currency) {
        String key =
                subject.key() + "|" + window.kind().label() + "|" + window.start() + "|" + name + "|" + zone.getId();
        Kpi plain = stream.kpis().get(key);
        return plain != null ? plain : stream.kpis().get(key + "|" + currency);
    }

    /** Every KPI as it was published last. */
    Collection<Kpi> kpis() {
        return stream.kpis().values();
    }

    /** The KPI of a plan as it was published last, or null when it never was. */
    Kpi kpi(String plan, String name, Subject subject, Window window) {
        return stream.kpis()
                .get(subject.key() + "|" + window.kind().label() + "|" + window.start() + "|" + name + "|plan:" + plan);
    }

    /** Fails unless everything that came out is what the oracle says, to the kopeck. */
    void agreesWith(Oracle oracle, String place) {
        assertThat(balances()).as("sums of entries %s", place).isEqualTo(oracle.balances());
        assertThat(statements()).as("statements %s", place).isEqualTo(oracle.posted());
        assertThat(postings()).as("entries by posting period %s", place).isEqualTo(oracle.posted());
        assertThat(shadowBalances()).as("sums of trials %s", place).isEqualTo(oracle.shadowBalances());
        entriesAreInOrder(stream.booked(), place);
        entriesAreInOrder(stream.shadowBooked(), place);
        publishedKpisAgree(oracle, place);
        everyKpiIsPublished(oracle, place);
    }

    private Map<String, Long> statements() {
        Map<String, Long> posted = new TreeMap<>();
        for (Statement statement : stream.statements().values()) {
            for (StatementLine line : statement.getLines()) {
                Window window = windowOf(line.getWindowKind(), line.getWindowStart());
                Balance balance = new Balance(statement.getManager(), line.getPlan(), line.getComponent(), window);
                posted.merge(statement.getPostingPeriod() + " " + balance, line.getAmountMinor(), Math::addExact);
            }
        }
        posted.values().removeIf(sum -> sum == 0);
        return posted;
    }

    /** What was published as frozen for a manager and month. */
    Optional<FrozenStatement> frozen(String manager, YearMonth period) {
        return stream.statements().values().stream()
                .filter(Statement::getFrozen)
                .filter(each -> each.getManager().equals(manager)
                        && each.getPostingPeriod().equals(period.toString()))
                .findFirst()
                .map(each -> new FrozenStatement(
                        manager,
                        period,
                        FrozenStatementRecords.readLines(each.getLines()),
                        FrozenStatementRecords.readBalances(each.getBalances()),
                        each.getDigest()));
    }

    private Map<String, Long> postings() {
        Map<String, Long> posted = new TreeMap<>();
        for (Accrual entry : stream.booked()) {
            posted.merge(entry.getPostingPeriod() + " " + balanceOf(entry), entry.getAmountMinor(), Math::addExact);
        }
        posted.values().removeIf(sum -> sum == 0);
        return posted;
    }

    /** Entries are numbered without gap, carry the running balance, name a cause and the payroll that pays them. */
    private static void entriesAreInOrder(List<Accrual> entries, String place) {
        Map<String, Long> sequences = new HashMap<>();
        Map<Balance, Long> running = new HashMap<>();
        for (Accrual entry : entries) {
            long expected = sequences.merge(entry.getManager(), 1L, Long::sum);
            long balance = running.merge(balanceOf(entry), entry.getAmountMinor(), Math::addExact);
            boolean ordered = entry.getSequence() == expected
                    && entry.getBalanceMinor() == balance
                    && entry.getAmountMinor() != 0
                    && entry.getPostingPeriod()
                                    .compareTo(Posting.periodOf(windowOf(entry)).toString())
                            >= 0
                    && !(entry.getCauses().isEmpty() && entry.getRanges().isEmpty());
            if (!ordered) {
                throw new AssertionError("entry out of order " + place + ", expected sequence " + expected
                        + " and balance " + balance + ": " + entry);
            }
        }
    }

    private void publishedKpisAgree(Oracle oracle, String place) {
        for (Kpi kpi : stream.kpis().values()) {
            SubjectType type = SubjectType.valueOf(kpi.getSubjectType().name().toUpperCase(Locale.ROOT));
            Subject subject = new Subject(type, kpi.getSubject());
            WindowKind kind = WindowKind.valueOf(kpi.getWindow().name().toUpperCase(Locale.ROOT));
            Window window = new Window(kind, kpi.getStartsOn());
            Value value = kpi.getPlan() != null
                    ? oracle.kpi(kpi.getPlan(), kpi.getKpi(), subject, window)
                    : oracle.kpi(
                            kpi.getKpi(),
                            subject,
                            window,
                            ZoneId.of(kpi.getZone()),
                            kpi.getCurrency(),
                            kpi.getRateDate());
            if (!same(kpi, value)) {
                throw new AssertionError("published KPI " + place + ", expected " + value + " but found " + kpi);
            }
            BigDecimal target = kpi.getPlan() == null
                    ? oracle.result().targetInForce(subject, kpi.getKpi(), window)
                    : oracle.target(kpi.getPlan(), kpi.getKpi(), subject, window);
            if (!sameTarget(kpi.getTarget(), target)) {
                throw new AssertionError("published target " + place + ", expected " + target + " but found " + kpi);
            }
        }
    }

    private static boolean sameTarget(BigDecimal found, BigDecimal expected) {
        if (found == null || expected == null) {
            return found == null && expected == null;
        }
        return found.compareTo(expected.setScale(KPI_SCALE, RoundingMode.HALF_UP)) == 0;
    }

    /** What the batch engine has figures for, the stream has published. */
    private void everyKpiIsPublished(Oracle oracle, String place) {
        BatchResult result = oracle.result();
        for (Subject subject : result.subjects()) {
            for (Window window : result.windows(subject, WindowKind.MONTH)) {
                for (String name : KpiPublisher.STANDARD) {
                    Value value = oracle.kpi(name, subject, window, organisation.zone(), organisation.currency(), null);
                    Kpi published = kpi(name, subject, window, organisation.zone(), organisation.currency());
                    if (published == null && !isNothing(value)) {
                        throw new AssertionError("KPI " + name + " of " + subject + " in " + window
                                + " was never published " + place + ", expected " + value);
                    }
                }
            }
            everyOwnKpiIsPublished(oracle, subject, place);
        }
    }

    private void everyOwnKpiIsPublished(Oracle oracle, Subject subject, String place) {
        BatchResult result = oracle.result();
        for (String plan : result.plans().plans()) {
            for (OwnKpiUse use : result.plans().ownKpis(plan)) {
                boolean has = use.whose().name().equals(subject.type().name());
                for (Window window : has ? result.windows(plan, subject, use.kind()) : Set.<Window>of()) {
                    Value value = oracle.kpi(plan, use.name(), subject, window);
                    if (kpi(plan, use.name(), subject, window) == null && !isNothing(value)) {
                        throw new AssertionError("KPI " + plan + "/" + use.name() + " of " + subject + " in " + window
                                + " was never published " + place + ", expected " + value);
                    }
                }
            }
        }
    }

    static boolean isNothing(Value value) {
        return !value.isDefined() || value.orElse(null).signum() == 0;
    }

    static boolean same(Kpi published, Value value) {
        BigDecimal found = published == null ? null : published.getValue();
        if (found == null || !value.isDefined()) {
            return published == null ? isNothing(value) : found == null && !value.isDefined();
        }
        return found.compareTo(value.orElse(null).setScale(KPI_SCALE, RoundingMode.HALF_UP)) == 0;
    }

    @Override
    public void close() {
        stream.close();
    }
}
