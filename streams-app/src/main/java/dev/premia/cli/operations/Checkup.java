package dev.premia.cli.operations;

import java.util.ArrayList;
import java.util.List;

/** Gathers what checks found. */
final class Checkup {
    private final List<Finding> findings = new ArrayList<>();

    /** How a check ended. */
    enum Status {
        OK,
        WARN,
        FAIL,
        SKIP
    }

    /** @param advice what to do, empty where nothing is to be done */
    record Finding(Status status, String check, String found, String advice) {}

    void ok(String check, String found) {
        findings.add(new Finding(Status.OK, check, found, ""));
    }

    void warn(String check, String found, String advice) {
        findings.add(new Finding(Status.WARN, check, found, advice));
    }

    void fail(String check, String found, String advice) {
        findings.add(new Finding(Status.FAIL, check, found, advice));
    }

    void skip(String check, String why) {
        findings.add(new Finding(Status.SKIP, check, why, ""));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    boolean hasFailed() {
        return findings.stream().anyMatch(finding -> finding.status() == Status.FAIL);
    }
}
