package dev.premia.schemas.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Compares a contract with its history. */
final class CompatibilityGate {

    /** How to record a wanted change; the same words as in the contributors' guide. */
    static final String COMMAND = "mvn test -pl schemas/contracts -am -Dcontracts.record=true";

    private final ContractHistory history;

    CompatibilityGate(ContractHistory history) {
        this.history = history;
    }

    /** Why the build must stop; empty when the contract equals its newest version and all versions agree. */
    List<String> problems(Schema current) {
        List<ContractHistory.Version> versions = history.versions(current.getName());
        if (versions.isEmpty()) {
            return List.of("Contract %s has no recorded version. Record it: %s".formatted(current.getName(), COMMAND));
        }
        List<String> problems = new ArrayList<>(incompatibilities(current, versions));
        ContractHistory.Version newest = versions.get(versions.size() - 1);
        if (!ContractHistory.shape(current).equals(ContractHistory.shape(newest.schema()))) {
            problems.add("Contract %s differs from its newest recorded version %s. Undo the change, or record it: %s"
                    .formatted(current.getName(), newest.file(), COMMAND));
        }
        return problems;
    }

    /** Records a changed contract as its next version and says what happened. Refuses an incompatible one. */
    String record(Schema current) {
        List<ContractHistory.Version> versions = history.versions(current.getName());
        List<String> problems = incompatibilities(current, versions);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Not recorded:\n" + String.join("\n", problems));
        }
        boolean unchanged = !versions.isEmpty()
                && ContractHistory.shape(current)
                        .equals(ContractHistory.shape(
                                versions.get(versions.size() - 1).schema()));
        if (unchanged) {
            return "%s: unchanged, v%d".formatted(current.getName(), versions.size());
        }
        Path file = history.add(current);
        return "%s: recorded %s".formatted(current.getName(), file);
    }

    /** FULL_TRANSITIVE: every pair of versions, the current contract included, understands each other. */
    private static List<String> incompatibilities(Schema current, List<ContractHistory.Version> versions) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            ContractHistory.Version older = versions.get(i);
            for (ContractHistory.Version newer : versions.subList(i + 1, versions.size())) {
                String step = "%s v%d -> v%d: ".formatted(current.getName(), older.number(), newer.number());
                CompatibilityRules.violations(older.schema(), newer.schema())
                        .forEach(each -> problems.add(step + each));
            }
            String step = "%s v%d -> current: ".formatted(current.getName(), older.number());
            CompatibilityRules.violations(older.schema(), ContractHistory.portable(current))
                    .forEach(each -> problems.add(step + each));
        }
        return problems;
    }
}
