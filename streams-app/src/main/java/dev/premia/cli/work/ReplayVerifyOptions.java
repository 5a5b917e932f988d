package dev.premia.cli.work;

import dev.premia.cli.Output;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether a recomputed month is compared with the ledger. */
final class ReplayVerifyOptions {
    private static final int DEFAULT_SECONDS = 60;

    @Option(
            names = "--verify",
            order = 53,
            description =
                    "Compare every line with the ledger and, of a closed month, with the frozen statements and their"
                            + " digests. Exit code 1 when one kopeck differs. With files the frozen statements alone are there to compare.")
    private boolean verify;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            order = 54,
            description = "With --verify: how long to wait until the stream has processed what the topics hold now."
                    + " Default: 60.")
    private int seconds = DEFAULT_SECONDS;

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            order = 55,
            description =
                    "With --verify: the application.id of the stream. Default: the one that has worked on the cluster.")
    private String applicationId;

    boolean verify() {
        return verify;
    }

    /** Reads what is booked, published and frozen. */
    PublishedPeriod read(SourceOptions input, ReplaySource source, Output output) {
        return PublishedPeriod.read(input, source, applicationId, Duration.ofSeconds(seconds), output);
    }
}
