package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Option;

/** Whether and how the stream's results are compared with the recomputation. */
final class VerifyOptions {
    @Option(
            names = "--verify",
            order = 53,
            description = "Compare with the accruals, statements and KPIs in the topics, of everybody or of --manager."
                    + " Exit code 1 when one kopeck differs, 2 when the stream was not at rest for one moment and"
                    + " nothing was compared.")
    private boolean verify;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            order = 54,
            description = "With --verify: how long to wait until the stream has processed what the topics hold now."
                    + " Default: 60.")
    private Integer seconds;

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            order = 55,
            description =
                    "With --verify: the application.id of the stream. Default: the one that has worked on the cluster.")
    private String applicationId;

    private static final int DEFAULT_SECONDS = 60;
    private static final String DEFAULT_APPLICATION_ID = "premia";

    boolean verify() {
        return verify;
    }

    Duration limit() {
        return Duration.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds);
    }

    /**
     * The application whose results are compared.
     *
     * @param known applications that have worked on the cluster
     */
    String applicationId(Set<String> known) {
        return choose(applicationId, known);
    }

    /**
     * The application whose results are compared.
     *
     * @param given what was asked for, or null
     * @param known applications that have worked on the cluster
     */
    static String choose(String given, Set<String> known) {
        if (given != null) {
            return given;
        }
        if (known.size() > 1) {
            throw CommandException.badInput("the cluster holds the state of " + String.join(", ", known)
                    + "; expected --application-id with the one whose results are in the topics.");
        }
        return known.isEmpty() ? DEFAULT_APPLICATION_ID : known.iterator().next();
    }

    /** Complains about what makes no sense together. */
    void check(boolean readsTopics) {
        if (verify && !readsTopics) {
            throw CommandException.badInput("--verify compares with the topics; expected --bootstrap-server and"
                    + " --schema-registry instead of files.");
        }
        if (!verify && (seconds != null || applicationId != null)) {
            throw CommandException.badInput("--wait and --application-id belong to --verify; expected it with them.");
        }
        if (seconds != null && seconds < 0) {
            throw CommandException.badInput("--wait: found " + seconds + ", expected 0 seconds or more.");
        }
    }
}
