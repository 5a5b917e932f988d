package dev.premia.cli.work;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** Which pay of a deal is concerned, and from which day on. */
final class DealPayOptions {
    @Option(names = "--deal", paramLabel = "ID", required = true, order = 1, description = "Qualified id of the deal.")
    private String deal;

    @Option(names = "--plan", paramLabel = "ID", order = 2, description = "Only this plan. Default: all plans.")
    private String plan;

    @Option(
            names = "--component",
            paramLabel = "ID",
            order = 3,
            description = "Only this component. Default: all that pay on deals.")
    private String component;

    @Option(names = "--from", paramLabel = "DAY", required = true, order = 4, description = "First day of effect.")
    private LocalDate from;

    String deal() {
        return deal;
    }

    /** Null for all plans. */
    String plan() {
        return plan;
    }

    /** Null for all components. */
    String component() {
        return component;
    }

    LocalDate from() {
        return from;
    }
}
