package dev.premia.replay.verify;

import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.replay.bundle.Manifest;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.verify.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares the results of a close with the recomputation of its month. */
public final class FrozenVerification {
    private FrozenVerification() {}

    /**
     * What the recomputation does not confirm.
     *
     * @param recomputed from what counts for the close
     * @param recorded the closes of the log
     * @param managers whose statements are compared; the digest of the period is compared for everybody alone
     * @param allResults whether the log holds the results of everybody; a bundle does not
     */
    public static List<Difference> compare(
            ClosedPeriod recomputed, ClosedPeriods recorded, Predicate<String> managers, boolean allResults) {
        Map<String, FrozenStatement> wanted = new TreeMap<>();
        recomputed.statements().forEach(each -> wanted.put(each.manager(), each));
        Map<String, FrozenStatement> found = recorded.results(recomputed.period());
        TreeSet<String> all = new TreeSet<>(wanted.keySet());
        all.addAll(found.keySet());
        List<Difference> differences = new ArrayList<>();
        Decision.CloseCompleted completed =
                recorded.completed().getOrDefault(recomputed.period(), recorded.refused(recomputed.period()));
        boolean anyMissing = !allResults && completed != null && found.size() != completed.managers();
        // A log that holds the results of some alone can confirm neither other people's nor what was taken over all.
        boolean everybody = !anyMissing;
        for (String manager : all) {
            if (managers.test(manager) && (!anyMissing || found.containsKey(manager))) {
                compare(
                        manager + ", frozen " + recomputed.period(),
                        wanted.get(manager),
                        found.get(manager),
                        differences);
            } else {
                everybody = false;
            }
        }
        String digest = completed == null ? "none" : completed.digest();
        if (allResults && everybody && completed != null && found.size() != completed.managers()) {
            differences.add(new Difference(
                    Kind.STATEMENT,
                    "period " + recomputed.period(),
                    "results " + found.size(),
                    "results " + completed.managers()));
        }
        if (everybody && !recomputed.digest().equals(digest)) {
            differences.add(new Difference(
                    Kind.STATEMENT,
                    "period " + recomputed.period(),
                    "digest " + recomputed.digest(),
                    "digest " + digest));
        }
        return differences;
    }

    /** What the recomputation does not confirm of the statement that a bundle holds. */
    public static List<Difference> compare(ClosedPeriod recomputed, Manifest bundle) {
        String manager = bundle.manager();
        String digest = recomputed.statements().stream()
                .filter(statement -> statement.manager().equals(manager))
                .map(FrozenStatement::digest)
                .findFirst()
                .orElseGet(() -> StatementDigest.of(manager, List.of()));
        return digest.equals(bundle.digest())
                ? List.of()
                : List.of(new Difference(
                        Kind.STATEMENT,
                        manager + ", " + recomputed.period(),
                        "digest " + digest,
                        "digest " + bundle.digest()));
    }

    private static void compare(
            String what, FrozenStatement wanted, FrozenStatement found, List<Difference> differences) {
        TreeMap<String, Long> left = lines(wanted);
        TreeMap<String, Long> right = lines(found);
        TreeSet<String> keys = new TreeSet<>(left.keySet());
        keys.addAll(right.keySet());
        int before = differences.size();
        for (String key : keys) {
            long expected = left.getOrDefault(key, 0L);
            long actual = right.getOrDefault(key, 0L);
            if (expected != actual) {
                String currency = key.substring(key.lastIndexOf(' ') + 1);
                differences.add(new Difference(
                        Kind.STATEMENT,
                        what + ", " + key,
                        LedgerVerification.money(expected, currency),
                        LedgerVerification.money(actual, currency)));
            }
        }
        boolean sameLines = differences.size() == before;
        if (sameLines && wanted != null && found != null) {
            if (!wanted.digest().equals(found.digest())) {
                differences.add(
                        new Difference(Kind.STATEMENT, what, "digest " + wanted.digest(), "digest " + found.digest()));
            } else if (!Objects.equals(wanted.balances(), found.balances())) {
                differences.add(new Difference(
                        Kind.STATEMENT, what, "balances " + wanted.balances(), "balances " + found.balances()));
            }
        } else if (sameLines && (wanted == null) != (found == null)) {
            differences.add(new Difference(
                    Kind.STATEMENT,
                    what,
                    wanted == null ? "none" : "a statement",
                    found == null ? "none" : "a statement"));
        }
    }

    private static TreeMap<String, Long> lines(FrozenStatement statement) {
        TreeMap<String, Long> lines = new TreeMap<>();
        for (FrozenStatement.Line line : statement == null ? List.<FrozenStatement.Line>of() : statement.lines()) {
            lines.merge(
                    line.plan() + " v" + line.version() + ", " + line.component() + ", " + line.window() + ", "
                            + line.currency(),
                    line.minor(),
                    Math::addExact);
        }
        return lines;
    }
}
