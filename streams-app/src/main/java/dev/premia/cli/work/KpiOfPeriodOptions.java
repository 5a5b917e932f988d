package dev.premia.cli.work;

import dev.premia.domain.time.Window;
import picocli.CommandLine.Option;

/** One KPI over one period. */
final class KpiOfPeriodOptions {
    @Option(
            names = "--kpi",
            paramLabel = "NAME",
            defaultValue = "revenue",
            order = 5,
            description = "The KPI. Default: revenue.")
    private String kpi;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "PERIOD",
            order = 10,
            description = "A month 2026-10, a quarter 2026-Q4, a year or a day; needed.")
    private String period;

    /** The KPI; one that nobody knows ends the command. */
    ChosenKpi kpi() {
        return ChosenKpi.parse(kpi);
    }

    /** The period; what is none ends the command. */
    Window window() {
        return PeriodOptions.parse(period);
    }
}
