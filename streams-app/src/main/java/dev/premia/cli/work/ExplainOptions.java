package dev.premia.cli.work;

import picocli.CommandLine.Option;

/** What all explanations share. */
final class ExplainOptions {
    private static final int DEALS = 20;

    @Option(
            names = "--manager",
            paramLabel = "ID",
            order = 3,
            description = "The manager: an id, with or without its source, or a name.")
    private String manager;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            order = 4,
            description = "A month 2026-10, a quarter 2026-Q4, a year or a day.")
    private String period;

    @Option(names = "--all", order = 6, description = "Every deal, not only the first " + DEALS + ".")
    private boolean all;

    String manager() {
        return manager;
    }

    String period() {
        return period;
    }

    int deals() {
        return all ? Integer.MAX_VALUE : DEALS;
    }
}
