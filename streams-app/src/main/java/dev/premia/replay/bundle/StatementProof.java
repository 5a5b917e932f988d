package dev.premia.replay.bundle;

import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.close.ClosedPeriod;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a statement says, to compare two computations of it: lines and balances, and of every component that applies the
 * calculation with its figures, also where it pays nothing.
 */
record StatementProof(
        String manager,
        List<Line> lines,
        List<FrozenStatement.Balance> balances,
        Map<String, Explanation> explanations) {

    static StatementProof of(BatchResult result, String manager, YearMonth period) {
        List<Line> lines = result.postedLines().stream()
                .filter(line -> line.manager().equals(manager) && line.posting().equals(period))
                .toList();
        List<FrozenStatement.Balance> balances = ClosedPeriod.of(result, period).statements().stream()
                .filter(statement -> statement.manager().equals(manager))
                .findFirst()
                .map(FrozenStatement::balances)
                .orElse(List.of());
        Map<String, Explanation> explanations = new TreeMap<>();
        for (PlanVersion version : result.plans().all()) {
            Set<String> components = new TreeSet<>();
            version.components().stream().map(Component::id).forEach(components::add);
            if (lines.stream().anyMatch(line -> line.plan().equals(version.plan()))) {
                components.add(PlanVersion.TOTAL_CAP);
            }
            for (Window window : windows(lines, period)) {
                components.forEach(component -> result.explain(manager, version.plan(), component, window)
                        .ifPresent(each -> explanations.put(version.plan() + '|' + component + '|' + window, each)));
            }
        }
        return new StatementProof(manager, lines, balances, explanations);
    }

    /** The windows in which lines were earned, and those that end in the month. */
    private static Set<Window> windows(List<Line> lines, YearMonth period) {
        Set<Window> windows = new TreeSet<>();
        lines.forEach(line -> windows.add(line.window()));
        for (WindowKind kind : WindowKind.values()) {
            Window last = Window.containing(kind, period.atEndOfMonth());
            if (YearMonth.from(last.lastDay()).equals(period)) {
                windows.add(last);
            }
        }
        return windows;
    }

    String digest() {
        return StatementDigest.of(
                manager, lines.stream().map(Line::toStatementLine).toList());
    }
}
