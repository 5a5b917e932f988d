package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.DisputedEntry;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people decided about a manager's pay of a window: amounts by hand, transfers, holds, releases, disputes. */
final class DecisionBranch {
    private final BatchResult result;
    private final String manager;
    private final Window window;
    private final ZoneId zone;

    DecisionBranch(BatchResult result, String manager, Window window, ZoneId zone) {
        this.result = result;
        this.manager = manager;
        this.window = window;
        this.zone = zone;
    }

    /** The decisions, in the order of their recording. */
    List<Decision> decisions() {
        List<Decision> found = new ArrayList<>();
        Set<String> own = dealsOf(manager);
        for (Decision each : result.decisions().all()) {
            if (matters(each, own)) {
                found.add(each);
            }
        }
        return found;
    }

    /** The transfers of credits of deals that were won in the window, to or from the manager. */
    List<Decision> transfers() {
        return decisions().stream()
                .filter(Decision.CreditTransfer.class::isInstance)
                .toList();
    }

    /** Adds the transfers of deals of which the manager has nothing left. */
    void addGivenAway(Tree tree, List<DealCredit> told, Output output) {
        Set<String> own = told.stream().map(DealCredit::deal).collect(Collectors.toSet());
        DecisionText text = new DecisionText(output);
        for (Decision each : transfers()) {
            if (!own.contains(DecisionText.deal(each))) {
                tree.add(text.line(each));
            }
        }
    }

    private boolean matters(Decision decision, Set<String> own) {
        if (decision instanceof Decision.Adjustment adjustment) {
            return adjustment.concerns(manager) && isIn(adjustment.period());
        } else if (decision instanceof Decision.CreditTransfer transfer) {
            return DecisionText.concerns(transfer, manager) && isWonInWindow(transfer.deal());
        } else if (decision instanceof Decision.Dispute dispute) {
            return dispute.manager().equals(manager);
        }
        String deal = DecisionText.deal(decision);
        return deal != null && own.contains(deal);
    }

    /** Who gave everything away has the deal no more: one of those who received it has. */
    private boolean isWonInWindow(String deal) {
        return result.decisions().transfers(deal).stream()
                .flatMap(transfer -> Stream.of(transfer.manager(), transfer.toManager()))
                .distinct()
                .anyMatch(each -> dealsOf(each).contains(deal));
    }

    private boolean isIn(YearMonth month) {
        return window.contains(month.atDay(1)) || window.contains(month.atEndOfMonth());
    }

    private Set<String> dealsOf(String of) {
        Set<String> deals = new HashSet<>();
        for (DealCredit credit : result.wonDeals(of, window.days(), zone)) {
            deals.add(credit.deal());
        }
        return deals;
    }

    void addTo(Tree tree, Output output) {
        List<Decision> decisions = decisions();
        if (decisions.isEmpty()) {
            return;
        }
        DecisionText text = new DecisionText(output);
        Tree branch = tree.add(output.text("решения", "decisions"));
        decisions.forEach(each -> branch.add(text.line(each)));
    }

    /** Adds how an entry is disputed; nothing where nobody contests it. */
    static void addDispute(Tree tree, DisputedEntry entry, Output output) {
        if (entry == null) {
            return;
        }
        DecisionText text = new DecisionText(output);
        Tree branch = tree.add(output.text("спор: ", "dispute: ") + text.status(entry.status()));
        if (entry.opened() != null) {
            branch.add(text.line(entry.opened()));
        }
        if (entry.settled() != null) {
            branch.add(text.line(entry.settled()));
        }
    }
}
