package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.domain.analysis.Trend;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a KPI window by window, with its growth. */
@Command(
        name = "trend",
        description = {
            "Shows a KPI over windows that follow each other, each beside the one before.",
            "",
            "The last window is the one that contains the last day of --period or --to; --by says of which kind."
        },
        footer = {
            "  premia analyse trend export/ --kpi revenue --period 2026-10 --windows 12",
            "  premia analyse trend export/ --kpi win_rate --period 2026-10 --by week --windows 4 --team north",
        })
final class AnalyseTrendCommand extends AnalyseBase {
    private static final int MOST = 1000;

    @Option(
            names = "--kpi",
            paramLabel = "NAME",
            defaultValue = "revenue",
            order = 5,
            description = "The KPI. Default: revenue.")
    private String kpi;

    @Mixin
    private PeriodOptions period;

    @Mixin
    private ScopeOptions scope;

    @Option(
            names = "--windows",
            paramLabel = "N",
            order = 16,
            description = "How many windows. Default: those from --from, else 6.")
    private Integer windows;

    @Override
    void check() {
        ChosenKpi.parse(kpi);
        scope.check();
        PeriodOptions.Days days = period.days();
        if (days.last() == null) {
            throw CommandException.badInput(
                    "--period or --to is missing; expected where the trend ends, e.g. 2026-10.");
        }
        int count = count(days);
        if (count < 1 || count > MOST) {
            throw CommandException.badInput("--windows: found " + count + ", expected 1 to " + MOST + ".");
        }
    }

    private int count(PeriodOptions.Days days) {
        if (windows != null) {
            return windows;
        } else if (!period.ranges()) {
            return 6;
        }
        int count = 1;
        Window window = Window.containing(period.kind(), days.first());
        while (window.end().compareTo(days.last()) <= 0 && count <= MOST) {
            window = window.next();
            count++;
        }
        return count;
    }

    @Override
    void analyse(BatchResult result, People people, Output output) {
        Figure figure = new Figure(ChosenKpi.parse(kpi), result, output);
        Subject subject = scope.subject(people);
        PeriodOptions.Days days = period.days();
        Window last = Window.containing(period.kind(), days.last());
        Table table = Table.of("trend", figure.title(people.name(subject)))
                .column("window", output.text("Период", "Window"))
                .column("kpi", output.text("Показатель", "KPI"))
                .number("value", output.text("Значение", "Value"))
                .number("previous", output.text("Период до этого", "Window before"))
                .number("change", output.text("Изменение", "Change"))
                .number("growth", output.text("Прирост", "Growth"))
                .column("undefined_reason", "");
        for (Trend.Step step : Trend.of(last, count(days), window -> figure.of(subject, window))) {
            table.row(
                    step.window().toString(),
                    figure.name(),
                    figure.cell(step.value()),
                    figure.cell(step.previous()),
                    figure.cell(step.change()),
                    Figure.percent(step.growth(), output),
                    new Cell("", Figure.reason(step.value().isDefined() ? step.growth() : step.value())));
        }
        table.print(output);
    }
}
