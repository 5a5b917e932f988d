package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.control.Decision;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.history.ManagerHistory;
import dev.premia.replay.history.Revision;
import dev.premia.schemas.Accrual;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a manager gets at two instants: lines that differ, the figures that moved them, and the records between. */
final class ChangeTree {
    private final BatchResult before;
    private final BatchResult now;
    private final ManagerHistory history;
    private final Output output;
    private final InstantText time;

    private record Account(YearMonth posting, String plan, Window window, String component, String currency)
            implements Comparable<Account> {
        private static final Comparator<Account> ORDER = Comparator.comparing(Account::posting)
                .thenComparing(Account::plan)
                .thenComparing(Account::window)
                .thenComparing(Account::component)
                .thenComparing(Account::currency);

        @Override
        public int compareTo(Account other) {
            return ORDER.compare(this, other);
        }
    }

    ChangeTree(BatchResult before, BatchResult now, ManagerHistory history, Output output) {
        this.before = before;
        this.now = now;
        this.history = history;
        this.output = output;
        this.time = new InstantText(now.settings().zone(), output);
    }

    /** @param booked what the ledger of a cluster booked between the instants */
    void print(String manager, Instant start, Instant end, List<Accrual> booked) {
        Map<Account, Long> left = sums(before, manager);
        Map<Account, Long> right = sums(now, manager);
        TreeSet<Account> accounts = new TreeSet<>(left.keySet());
        accounts.addAll(right.keySet());
        accounts.removeIf(account -> left.getOrDefault(account, 0L).equals(right.getOrDefault(account, 0L)));
        Tree tree = new Tree(
                        "changes",
                        new People(now.organisation(), output).nameAndId(manager) + ", " + time.of(start) + " – "
                                + time.withZone(end) + ": " + total(accounts, left, right))
                .with("manager", manager)
                .with("from", start.toString())
                .with("to", end.toString());
        accounts.forEach(account ->
                line(tree, manager, account, left.getOrDefault(account, 0L), right.getOrDefault(account, 0L)));
        EntryText entries = new EntryText(output, time);
        if (!booked.isEmpty()) {
            Tree ledger = tree.add(output.text("проводки", "entries of the ledger"));
            booked.forEach(entry -> entries.addTo(ledger, entry));
        }
        records(tree, manager, start, end, !accounts.isEmpty());
        tree.print(output);
    }

    private static Map<Account, Long> sums(BatchResult result, String manager) {
        Map<Account, Long> sums = new TreeMap<>();
        for (Line line : result.postedLines()) {
            if (line.manager().equals(manager)) {
                sums.merge(
                        new Account(line.posting(), line.plan(), line.window(), line.component(), line.currency()),
                        line.minor(),
                        Math::addExact);
            }
        }
        return sums;
    }

    private String total(TreeSet<Account> accounts, Map<Account, Long> left, Map<Account, Long> right) {
        Map<String, Long> totals = new TreeMap<>();
        accounts.forEach(account -> totals.merge(
                account.currency(), right.getOrDefault(account, 0L) - left.getOrDefault(account, 0L), Math::addExact));
        return totals.isEmpty()
                ? output.text("ничего не изменилось", "nothing changed")
                : totals.entrySet().stream()
                        .map(each -> signed(each.getValue(), each.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private String money(long minor, String unit) {
        return output.numbers().money(Currencies.toAmount(minor, unit), unit);
    }

    private String signed(long minor, String unit) {
        return (minor > 0 ? "+" : "") + money(minor, unit);
    }

    private void line(Tree tree, String manager, Account account, long left, long right) {
        Tree branch = tree.add(
                        "line",
                        output.text("выплата ", "payroll ") + account.posting() + ", " + account.plan() + ", "
                                + account.component() + output.text(" за ", " of ") + account.window() + ": "
                                + money(left, account.currency()) + " → " + money(right, account.currency()) + " ("
                                + signed(right - left, account.currency()) + ")")
                .with("posting_period", account.posting().toString())
                .with("plan", account.plan())
                .with("component", account.component())
                .with("window_kind", account.window().kind().label())
                .with("window_start", account.window().start().toString())
                .with("before", Currencies.toAmount(left, account.currency()))
                .with("after", Currencies.toAmount(right, account.currency()))
                .with("currency", account.currency());
        Map<String, String> old = inputs(before, manager, account);
        Map<String, String> fresh = inputs(now, manager, account);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        ExplanationText text = new ExplanationText(output);
        for (String name : names) {
            String was = old.getOrDefault(name, "–");
            String is = fresh.getOrDefault(name, "–");
            if (!was.equals(is)) {
                branch.add("figure", text.formula(name) + ": " + text.value(was) + " → " + text.value(is))
                        .with("name", name)
                        .with("before", was)
                        .with("after", is);
            }
        }
        now.explain(manager, account.plan(), account.component(), account.window())
                .ifPresent(each -> each.steps().forEach(step -> branch.add(text.sentence(step))));
    }

    private static Map<String, String> inputs(BatchResult result, String manager, Account account) {
        return result
                .explain(manager, account.plan(), account.component(), account.window())
                .map(Explanation::inputs)
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(
                        Explanation.Input::name, Explanation.Input::value, (first, second) -> second, TreeMap::new));
    }

    /** The revisions of the manager's deals, payments and targets, plans and decisions that were recorded between. */
    private void records(Tree tree, String manager, Instant start, Instant end, boolean changed) {
        Tree branch = new Tree("");
        RevisionBranch texts = new RevisionBranch(output, time.zone());
        for (List<Revision> revisions : history.all()) {
            for (int i = 0; i < revisions.size(); i++) {
                Revision each = revisions.get(i);
                if (isBetween(each.recordedAt(), start, end)) {
                    Revision earlier = i == 0 ? null : revisions.get(i - 1);
                    if (each.type().equals("payment")) {
                        texts.addPayment(branch, each, earlier);
                    } else {
                        texts.addNamed(branch, each, earlier);
                    }
                }
            }
        }
        history.plans().stream()
                .filter(each -> isBetween(each.recordedAt(), start, end))
                .forEach(each -> branch.add(
                                "plan_version",
                                output.text("план ", "plan ") + each.plan().getPlan() + " v"
                                        + each.plan().getVersion() + ", " + time.of(each.recordedAt()))
                        .with("plan", each.plan().getPlan())
                        .with("version", each.plan().getVersion())
                        .with("recorded_at", InstantText.plain(each.recordedAt())));
        DecisionLeaf decided = new DecisionLeaf(output, time, history);
        for (Decision decision : now.decisions().all()) {
            if (isBetween(history.recordedAt(decision.heading().id()), start, end)
                    && !(decision instanceof Decision.CloseResult)
                    && !(decision instanceof Decision.CloseCompleted)) {
                decided.addTo(branch, decision, manager);
            }
        }
        if (!branch.isEmpty()) {
            tree.add(output.text("записано за это время", "recorded between")).addAll(branch);
        } else if (changed) {
            tree.add(output.text(
                    "о самом менеджере ничего не записано: изменилось общее (лиды, звонки, команда, конкурс, справочники)"
                            + " или наступил новый день",
                    "nothing of the manager's deals was recorded: leads, calls, the team, a contest or reference data changed,"
                            + " or a day began"));
        }
    }

    private static boolean isBetween(Instant at, Instant start, Instant end) {
        return at != null && !at.isBefore(start) && at.isBefore(end);
    }
}
