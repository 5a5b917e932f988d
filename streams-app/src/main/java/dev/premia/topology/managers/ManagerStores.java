package dev.premia.topology.managers;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.plan.DealBook;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.topology.message.Reference;
import dev.premia.topology.state.CellRow;
import dev.premia.topology.state.DayBook;
import dev.premia.topology.state.LedgerRow;
import dev.premia.topology.state.PendingSubject;
import dev.premia.topology.state.StoreKey;
import dev.premia.topology.state.SubjectMeta;
import dev.premia.topology.state.WindowTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The stores of stage 3 behind the words of the domain. Not thread-safe. */
final class ManagerStores {
    private final StoreKey keys = new StoreKey();
    private final WindowTotals totals = new WindowTotals();
    private final WindowTotals groupTotals = new WindowTotals();
    private final Map<String, Map<String, TreeMap<String, TargetRecord>>> targetsByLookup = new HashMap<>();
    private final KeyValueStore<Bytes, DealCredit> credits;
    private final KeyValueStore<Bytes, DealCredit> wonCredits;
    private final PaymentDays payments;
    private final KeyValueStore<Bytes, CustomerStanding> standings;
    private final DayBook<CellRow> cells;
    private final DayBook<DayCells> groupCells;
    private final KeyValueStore<Bytes, TargetRecord> targets;
    private final KeyValueStore<Bytes, LedgerRow> ledger;
    private final KeyValueStore<String, SubjectMeta> subjects;
    private final KeyValueStore<String, PendingSubject> pending;
    private final KeyValueStore<String, Reference> references;
    private final KeyValueStore<String, String> published;
    private final PeerEntries peers;
    private final KeyValueStore<Bytes, FrozenStatement> frozen;

    ManagerStores(ProcessorContext<?, ?> context, ManagerStoreNames names) {
        credits = context.getStateStore(names.credits());
        wonCredits = context.getStateStore(names.wonCredits());
        payments = new PaymentDays(context.getStateStore(names.payments()));
        standings = context.getStateStore(names.standings());
        cells = new DayBook<>(context.getStateStore(names.cells()));
        groupCells = new DayBook<>(context.getStateStore(names.groupCells()));
        targets = context.getStateStore(names.targets());
        ledger = context.getStateStore(names.ledger());
        subjects = context.getStateStore(names.subjects());
        pending = context.getStateStore(names.pending());
        references = context.getStateStore(names.references());
        published = context.getStateStore(names.published());
        frozen = context.getStateStore(names.frozen());
        peers = new PeerEntries(context.getStateStore(names.entries()), context.getStateStore(names.entriesSent()));
    }

    KeyValueStore<String, Reference> references() {
        return references;
    }

    PeerEntries peers() {
        return peers;
    }

    KeyValueStore<String, String> published() {
        return published;
    }

    KeyValueStore<String, SubjectMeta> subjects() {
        return subjects;
    }

    KeyValueStore<String, PendingSubject> pending() {
        return pending;
    }

    // Credits

    DealCredit credit(Subject subject, String creditKey) {
        return credits.get(keys.text(subject.key()).text(creditKey).build());
    }

    /** Sets a credit, and its place among the won deals in canonical order. No plan asks for the deals of things. */
    void putCredit(Subject subject, String creditKey, DealCredit before, DealCredit after) {
        credits.put(keys.text(subject.key()).text(creditKey).build(), after);
        if (subject.isThing()) {
            return;
        }
        Bytes gone = wonKey(subject, before);
        Bytes now = wonKey(subject, after);
        if (gone != null && !gone.equals(now)) {
            wonCredits.delete(gone);
        }
        if (now != null) {
            wonCredits.put(now, after);
        }
        payments.changed(subject, before, after);
    }

    /** Where a won credit stands; null where there is none. */
    private Bytes wonKey(Subject subject, DealCredit credit) {
        if (credit == null || !credit.wasWon()) {
            return null;
        }
        return keys.text(subject.key())
                .number(credit.closedAt().toEpochMilli())
                .text(credit.key())
                .build();
    }

    void eachCredit(Subject subject, Consumer<DealCredit> consumer) {
        Bytes prefix = keys.text(subject.key()).build();
        try (KeyValueIterator<Bytes, DealCredit> all = credits.range(prefix, StoreKey.endOf(prefix))) {
            all.forEachRemaining(entry -> consumer.accept(entry.value));
        }
    }

    /** The won deals closed in a range of days, in canonical order. */
    List<DealCredit> wonDeals(Subject subject, DayRange days, ZoneId zone) {
        List<DealCredit> deals = onceWonDeals(subject, days, zone);
        deals.removeIf(deal -> !deal.isWon());
        return deals;
    }

    /** The same with those of which everything was refunded since. */
    List<DealCredit> onceWonDeals(Subject subject, DayRange days, ZoneId zone) {
        long from = PaymentDays.startOf(days.from(), zone);
        long to = PaymentDays.startOf(days.to(), zone);
        List<DealCredit> deals = new ArrayList<>();
        try (KeyValueIterator<Bytes, DealCredit> range = wonCredits.range(
                keys.text(subject.key()).number(from).build(),
                keys.text(subject.key()).number(to).build())) {
            range.forEachRemaining(entry -> deals.add(entry.value));
        }
        return deals;
    }

    DealBook deals(Subject subject) {
        return new SubjectDeals(subject, this, payments);
    }

    /** What the customer that a credit names says of the deal. */
    CustomerStanding standing(Subject subject, DealCredit credit) {
        return credit == null || credit.customer() == null
                ? CustomerStanding.NONE
                : standing(subject, credit.deal(), credit.customer());
    }

    CustomerStanding standing(Subject subject, String deal, String customer) {
        CustomerStanding standing = standings.get(standingKey(subject, deal, customer));
        return standing == null ? CustomerStanding.NONE : standing;
    }

    void putStanding(Subject subject, String deal, String customer, CustomerStanding standing) {
        standings.put(standingKey(subject, deal, customer), standing.equals(CustomerStanding.NONE) ? null : standing);
    }

    private Bytes standingKey(Subject subject, String deal, String customer) {
        return keys.text(subject.key()).text(deal).text(customer).build();
    }

    // Frozen statements

    /** Keeps what is frozen until the close is completed. */
    void putFrozen(FrozenStatement statement) {
        frozen.put(frozenKey(statement.manager(), statement.period()), statement);
    }

    /** What is frozen for a manager and month, or null; it is forgotten. */
    FrozenStatement takeFrozen(String manager, YearMonth period) {
        return frozen.delete(frozenKey(manager, period));
    }

    /** Those who have something frozen that is not shut yet. */
    Set<String> managersWithFrozen() {
        Set<String> managers = new TreeSet<>();
        try (KeyValueIterator<Bytes, FrozenStatement> all = frozen.all()) {
            all.forEachRemaining(entry -> managers.add(entry.value.manager()));
        }
        return managers;
    }

    private Bytes frozenKey(String manager, YearMonth period) {
        return keys.text(manager).number((int) period.atDay(1).toEpochDay()).build();
    }

    // Cells

    CellRow cellRow(Subject subject, ZoneId zone, int day) {
        CellRow row = cells.get(subject.key(), zone, day);
        return row == null ? CellRow.empty() : row;
    }

    /** Adds to a subject's cells of a day. */
    void addCells(Subject subject, ZoneId zone, int day, DayCells added) {
        CellRow row = cellRow(subject, zone, day);
        row.cells().addAll(added, 1);
        putCellRow(subject, zone, day, row);
        totals.changed(WindowTotals.owner(subject.key(), zone.getId()), day, added);
    }

    void putCellRow(Subject subject, ZoneId zone, int day, CellRow row) {
        cells.put(subject.key(), zone, day, row.isVoid() ? null : row);
    }

    void eachCellRow(Subject subject, ZoneId zone, BiConsumer<Integer, CellRow> consumer) {
        cells.all(subject.key(), zone).forEach(row -> consumer.accept(row.getKey(), row.getValue()));
    }

    CellReader reader(Subject subject, ZoneId zone) {
        String key = subject.key();
        return totals.over(
                WindowTotals.owner(key, zone.getId()),
                (from, to, visitor) -> cells.range(key, zone, from, to).forEach((day, row) -> {
                    if (!row.cells().isEmpty()) {
                        visitor.day(day, row.cells());
                    }
                }));
    }

    CellReader groupReader(Subject group, ZoneId zone) {
        String key = group.key();
        return groupTotals.over(WindowTotals.owner(key, zone.getId()), (from, to, visitor) -> groupCells
                .range(key, zone, from, to)
                .forEach((day, row) -> visitor.day(day, row)));
    }

    /** Sets what a group's stage says of a day. */
    void putGroupCells(Subject group, ZoneId zone, int day, DayCells groupDay) {
        DayCells before = groupCells.get(group.key(), zone, day);
        DayCells change = groupDay.copy();
        if (before != null) {
            change.addAll(before, -1);
        }
        groupCells.put(group.key(), zone, day, groupDay.isEmpty() ? null : groupDay);
        groupTotals.changed(WindowTotals.owner(group.key(), zone.getId()), day, change);
    }

    // Targets

    /** The target set for a manager, or null; of two records for the same one, the greater id rules. */
    BigDecimal target(Subject subject, String kpi, Window window) {
        TargetRecord ruling = rulingTarget(subject, TargetRecord.lookupKey(subject.type(), subject.id(), kpi, window));
        return ruling == null ? null : ruling.value();
    }

    /** The record that rules for a lookup key, or null. */
    TargetRecord rulingTarget(Subject subject, String lookupKey) {
        TreeMap<String, TargetRecord> records = targetsOf(subject).get(lookupKey);
        return records == null || records.isEmpty() ? null : records.lastEntry().getValue();
    }

    void eachTarget(Subject subject, Consumer<TargetRecord> consumer) {
        targetsOf(subject).values().forEach(records -> records.values().forEach(consumer));
    }

    TargetRecord targetRecord(Subject subject, String id) {
        return targets.get(keys.text(subject.key()).text(id).build());
    }

    void putTarget(Subject subject, String id, TargetRecord target) {
        targets.put(keys.text(subject.key()).text(id).build(), target);
        targetsByLookup.remove(subject.key());
    }

    /** The targets of a subject by lookup key and id, read from the store when they are first asked for. */
    private Map<String, TreeMap<String, TargetRecord>> targetsOf(Subject subject) {
        return targetsByLookup.computeIfAbsent(subject.key(), key -> {
            Map<String, TreeMap<String, TargetRecord>> byLookup = new HashMap<>();
            Bytes prefix = keys.text(key).build();
            try (KeyValueIterator<Bytes, TargetRecord> all = targets.range(prefix, StoreKey.endOf(prefix))) {
                all.forEachRemaining(
                        entry -> byLookup.computeIfAbsent(entry.value.lookupKey(), lookup -> new TreeMap<>())
                                .put(entry.value.id(), entry.value));
            }
            return byLookup;
        });
    }

    // Ledger

    LedgerRow ledgerRow(String manager, String plan, Window window) {
        LedgerRow row = ledger.get(ledgerKey(manager, plan, window));
        return row == null ? LedgerRow.EMPTY : row;
    }

    void putLedgerRow(String manager, String plan, Window window, LedgerRow row) {
        ledger.put(ledgerKey(manager, plan, window), row);
    }

    /** Receives the rows of the plans that pay a manager. */
    @FunctionalInterface
    interface LedgerVisitor {
        void row(String plan, Window window, LedgerRow row);
    }

    void eachLedgerRow(String manager, LedgerVisitor visitor) {
        eachRow(manager, (plan, window, row) -> {
            if (!PlanVersion.isShadow(plan)) {
                visitor.row(plan, window, row);
            }
        });
    }

    /** The windows in which something is booked for a manager under plans on trial, by plan. */
    Map<String, Set<Window>> shadowWindows(String manager) {
        Map<String, Set<Window>> windows = new HashMap<>();
        eachRow(manager, (plan, window, row) -> {
            if (PlanVersion.isShadow(plan)) {
                windows.computeIfAbsent(plan, key -> new TreeSet<>()).add(window);
            }
        });
        return windows;
    }

    private void eachRow(String manager, LedgerVisitor visitor) {
        Bytes prefix = keys.text(manager).build();
        int planAt = prefix.get().length;
        try (KeyValueIterator<Bytes, LedgerRow> all = ledger.range(prefix, StoreKey.endOf(prefix))) {
            while (all.hasNext()) {
                KeyValue<Bytes, LedgerRow> entry = all.next();
                String plan = StoreKey.textAt(entry.key, planAt);
                byte[] bytes = entry.key.get();
                WindowKind kind = WindowKind.ofNumber(bytes[bytes.length - Integer.BYTES - 1]);
                LocalDate start = LocalDate.ofEpochDay(StoreKey.lastInt(entry.key));
                visitor.row(plan, new Window(kind, start), entry.value);
            }
        }
    }

    private Bytes ledgerKey(String manager, String plan, Window window) {
        return keys.text(manager)
                .text(plan)
                .tag(window.kind().number())
                .number(window.firstEpochDay())
                .build();
    }
}
