package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.ledger.Adjustments;
import dev.premia.domain.ledger.Posting;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.history.ManagerHistory;
import dev.premia.schemas.Accrual;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A statement as a tree: its lines, why each was posted there, its rule, and below them the deals with their records. */
final class StatementTree {
    private static final int DEALS = 20;

    private final BatchResult result;
    private final ReplaySource source;
    private final ManagerHistory history;
    private final LedgerEntries entries;
    private final boolean all;
    private final Output output;
    private final ClosedPeriods before;
    /** The deals of the manager. */
    private final Set<String> own = new TreeSet<>();

    /** Those of them whose decisions are told with them. */
    private final Set<String> told = new TreeSet<>();

    /** A line with its number in the statement, from 1. */
    record Numbered(int number, Line line) {}

    private record Origin(Window window, ZoneId zone) {}

    /** @param all every deal and every revision */
    StatementTree(
            BatchResult result,
            ReplaySource source,
            ManagerHistory history,
            LedgerEntries entries,
            boolean all,
            Output output) {
        this.result = result;
        this.source = source;
        this.history = history;
        this.entries = entries;
        this.all = all;
        this.output = output;
        this.before = result.decisions().closed();
    }

    /** The zone in which a line was earned. */
    static ZoneId zone(BatchResult result, Line line) {
        PlanVersion version = result.plans().version(line.plan(), line.version());
        return version == null ? result.settings().zone() : version.zone();
    }

    /**
     * Prints the statement.
     *
     * @param posted all of its lines
     * @param lines those that are explained
     */
    void print(String manager, YearMonth period, List<Line> posted, List<Numbered> lines) {
        People people = new People(result.organisation(), output);
        InstantText time = new InstantText(result.settings().zone(), output);
        Tree tree = new Tree(
                        "statement",
                        people.nameAndId(manager) + output.text(", выплата ", ", payroll ") + period + ": "
                                + totals(posted))
                .with("manager", manager)
                .with("posting_period", period.toString());
        close(tree, manager, period, time);
        Map<Origin, Set<String>> origins = new LinkedHashMap<>();
        for (Numbered each : lines) {
            explain(tree, each, manager, period);
            if (!each.line().plan().equals(Adjustments.PLAN)) {
                origins.computeIfAbsent(
                                new Origin(each.line().window(), zone(result, each.line())), key -> new TreeSet<>())
                        .add(each.line().plan());
            }
        }
        origins.forEach((origin, plans) -> {
            late(tree, origin, plans, period);
            deals(tree, manager, origin);
        });
        decisions(tree, manager, period, time);
        tree.print(output);
    }

    private String totals(List<Line> lines) {
        Map<String, Long> totals = new TreeMap<>();
        lines.forEach(each -> totals.merge(each.currency(), each.minor(), Math::addExact));
        return String.join(
                ", ",
                totals.entrySet().stream()
                        .map(each -> money(each.getValue(), each.getKey()))
                        .toList());
    }

    private String money(long minor, String unit) {
        return output.numbers().money(Currencies.toAmount(minor, unit), unit);
    }

    /** Whether the month is closed, by whom and when, and whether what is frozen is what was recomputed. */
    private void close(Tree tree, String manager, YearMonth period, InstantText time) {
        String digest = digest(manager, period);
        tree.with("closed", source.isClosed()).with("digest", digest);
        if (!source.isClosed()) {
            tree.add(output.text(
                    "месяц не закрыт: суммы предварительные", "the month is open: the sums are provisional"));
            return;
        }
        FrozenStatement frozen = source.closed().results(period).get(manager);
        String found = frozen == null ? StatementDigest.of(manager, List.of()) : frozen.digest();
        tree.with("frozen_digest", found).with("same_as_frozen", found.equals(digest));
        Tree branch = tree.add(output.text("закрыт", "closed"));
        new DecisionLeaf(output, time, history)
                .addTo(branch, source.closed().closes().get(period), manager);
        branch.add((found.equals(digest)
                        ? output.text(
                                "пересчёт совпал с закрытым листом: ", "recomputed, the same as what was frozen: ")
                        : output.text("пересчёт не совпал с закрытым листом: ", "recomputed, NOT what was frozen: "))
                + digest);
    }

    private String digest(String manager, YearMonth period) {
        return StatementDigest.of(
                manager,
                result.postedLines().stream()
                        .filter(each ->
                                each.manager().equals(manager) && each.posting().equals(period))
                        .map(Line::toStatementLine)
                        .toList());
    }

    private void explain(Tree tree, Numbered numbered, String manager, YearMonth period) {
        Line line = numbered.line();
        PlanVersion version = result.plans().version(line.plan(), line.version());
        String label =
                version == null ? line.plan() : version.label() + RuleBranch.title(version, line.component(), output);
        Tree branch = tree.add(
                        "line",
                        numbered.number() + ". " + line.component() + ": " + money(line.minor(), line.currency())
                                + "  [" + label + "]" + output.text(", заработано в ", ", earned in ") + line.window())
                .with("number", numbered.number())
                .with("plan", line.plan())
                .with("plan_version", line.version())
                .with("component", line.component())
                .with("window_kind", line.window().kind().label())
                .with("window_start", line.window().start().toString())
                .with("amount", Currencies.toAmount(line.minor(), line.currency()))
                .with("currency", line.currency());
        origin(branch, line, manager, period);
        result.explain(manager, line.plan(), line.component(), line.window())
                .ifPresent(explanation -> new RuleBranch(output).addTo(branch, explanation));
        List<Accrual> booked = entries.of(line);
        if (!booked.isEmpty()) {
            Tree ledger = branch.add(output.text("проводки", "entries of the ledger"));
            EntryText text = new EntryText(output, new InstantText(zone(result, line), output));
            booked.forEach(entry -> text.addTo(ledger, entry));
        }
    }

    /** Of a line that was earned in a closed month: what was posted before, and what came since. */
    private void origin(Tree branch, Line line, String manager, YearMonth period) {
        YearMonth earned = Posting.periodOf(line.window());
        if (!earned.isBefore(period)) {
            return;
        }
        Tree why = branch.add(earned
                + output.text(" закрыт: проводится разница", " is closed: what is posted here is the difference"));
        long says = says(line);
        why.add("says_now", output.text("по плану сейчас: ", "the plan says now: ") + money(says, line.currency()))
                .with("amount", Currencies.toAmount(says, line.currency()));
        for (YearMonth closed : before.completed().keySet()) {
            long posted = frozen(line, manager, closed);
            if (posted != 0) {
                why.add(
                                "posted_before",
                                output.text("проведено в ", "posted in ") + closed + ": "
                                        + money(posted, line.currency()))
                        .with("posting_period", closed.toString())
                        .with("amount", Currencies.toAmount(posted, line.currency()));
            }
        }
    }

    private long says(Line line) {
        return result.lines().stream()
                .filter(each -> each.manager().equals(line.manager())
                        && each.plan().equals(line.plan())
                        && each.component().equals(line.component())
                        && each.window().equals(line.window())
                        && each.currency().equals(line.currency()))
                .mapToLong(Line::minor)
                .sum();
    }

    private long frozen(Line line, String manager, YearMonth closed) {
        FrozenStatement statement = before.results(closed).get(manager);
        return statement == null
                ? 0
                : statement.lines().stream()
                        .filter(each -> each.plan().equals(line.plan())
                                && each.component().equals(line.component())
                                && each.window().equals(line.window())
                                && each.currency().equals(line.currency()))
                        .mapToLong(FrozenStatement.Line::minor)
                        .sum();
    }

    /** What came after the close of the month in which something was earned. */
    private void late(Tree tree, Origin origin, Set<String> plans, YearMonth period) {
        if (before.last() != null && Posting.periodOf(origin.window()).isBefore(period)) {
            Tree branch = tree.add("late", output.text("к ", "of ") + origin.window())
                    .with("window_start", origin.window().start().toString());
            Decision.Close last = before.closes().get(before.last());
            new LateRecords(history, result, all, output).addTo(branch, last, origin.window(), origin.zone(), plans);
        }
    }

    private void deals(Tree tree, String manager, Origin origin) {
        List<DealCredit> won = result.wonDeals(manager, origin.window().days(), origin.zone());
        if (won.isEmpty()) {
            return;
        }
        won.forEach(deal -> own.add(deal.deal()));
        won.stream()
                .limit(all || !output.forPeople() ? Integer.MAX_VALUE : DEALS)
                .forEach(deal -> told.add(deal.deal()));
        new DealBranch(output, origin.zone(), all ? Integer.MAX_VALUE : DEALS)
                .telling(history, result.decisions(), manager)
                .addTo(tree, output.text("выигранные сделки ", "won deals of ") + origin.window() + ": ", won);
    }

    private boolean concerns(Decision decision, String manager, YearMonth period) {
        if (decision instanceof Decision.Adjustment adjustment) {
            return adjustment.concerns(manager) && adjustment.period().equals(period);
        } else if (decision instanceof Decision.ContestResult contest) {
            return Posting.periodOf(contest.window()).equals(period)
                    && contest.places().stream()
                            .anyMatch(place -> place.manager().equals(manager));
        } else if (decision instanceof Decision.CreditTransfer transfer) {
            return DecisionText.concerns(transfer, manager)
                    && !told.contains(transfer.deal())
                    && (own.contains(transfer.deal())
                            || !history.of("deal", transfer.deal()).isEmpty());
        } else if (decision instanceof Decision.Dispute dispute) {
            return dispute.manager().equals(manager);
        } else if (decision instanceof Decision.Hold hold) {
            return isElsewhere(hold.deal(), hold.from(), period);
        }
        return decision instanceof Decision.Release release && isElsewhere(release.deal(), release.from(), period);
    }

    /** Whether a deal of the manager that was won in another month is withheld or released in this one. */
    private boolean isElsewhere(String deal, LocalDate from, YearMonth period) {
        return !told.contains(deal)
                && from != null
                && YearMonth.from(from).equals(period)
                && !history.of("deal", deal).isEmpty();
    }

    /** What people decided about the manager: amounts by hand of the month, contests, deals that are not told. */
    private void decisions(Tree tree, String manager, YearMonth period, InstantText time) {
        Tree branch = null;
        DecisionLeaf text = new DecisionLeaf(output, time, history);
        for (Decision decision : result.decisions().all()) {
            if (concerns(decision, manager, period)) {
                branch = branch == null ? tree.add(output.text("решения", "decisions")) : branch;
                text.addTo(branch, decision, manager);
            }
        }
    }
}
