package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.Table;
import dev.premia.domain.analysis.CloseHealth;
import dev.premia.domain.analysis.SchemeCost;
import dev.premia.domain.analysis.SchemeCost.Accrual;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what the plans cost beside what the company sold. */
@Command(
        name = "scheme",
        description = {
            "Shows what the plans cost in each payroll month beside the company's revenue of that month.",
            "",
            "A quarter is paid in its last month and stands beside the revenue of that month. Points, badges and other"
                    + " currencies are left out and counted."
        },
        footer = {
            "  premia analyse scheme export/ plans/",
            "  premia analyse scheme export/ plans/ --period 2026-Q4 --format csv",
        })
final class AnalyseSchemeCommand extends AnalyseBase {
    @Mixin
    private PeriodOptions period;

    @Override
    void check() {
        period.days();
    }

    @Override
    void analyse(BatchResult result, People people, Output output) {
        String currency = result.settings().currency();
        PeriodOptions.Days days = period.days();
        List<BatchResult.Line> lines = result.postedLines().stream()
                .filter(line -> days.touches(month(line.posting())))
                .toList();
        List<Accrual> accruals = lines.stream()
                .filter(line -> line.currency().equals(currency))
                .map(line -> new Accrual(line.posting(), line.plan(), line.minor()))
                .toList();
        if (accruals.size() < lines.size()) {
            output.message("lines in other units than " + currency + ", not counted: "
                    + (lines.size() - accruals.size()) + "; --currency chooses another currency");
        }
        Table table = table(result, output);
        for (SchemeCost cost : SchemeCost.of(accruals, currency, month -> revenue(result, month))) {
            String plan = cost.plan() == null ? output.text("все планы", "all plans") : cost.plan();
            table.row(
                    cost.month().toString(),
                    new Cell(plan, cost.plan()),
                    Figure.amount(cost.minor(), currency, output),
                    new Cell(output.numbers().amount(cost.revenue(), currency), cost.revenue()),
                    Figure.percent(cost.share(), output),
                    new Cell("", currency),
                    new Cell("", Figure.reason(cost.share())));
            if (cost.plan() == null) {
                table.separator();
            }
        }
        if (table.isEmpty()) {
            output.line(output.text("Начислений нет.", "No accruals."));
        } else {
            table.print(output);
        }
        printCloses(result, days, output);
    }

    /** How closed months held. */
    private static void printCloses(BatchResult result, PeriodOptions.Days days, Output output) {
        List<CloseHealth.Posted> posted = result.postedLines().stream()
                .map(line -> new CloseHealth.Posted(line.manager(), line.toStatementLine(), line.posting()))
                .toList();
        Table table = Table.of("scheme_close", output.text("Закрытые месяцы", "Closed months"))
                .column("month", output.text("Месяц", "Month"))
                .number("lines", output.text("Строк", "Lines"))
                .number("corrected", output.text("Исправлено после закрытия", "Corrected after the close"))
                .number("share", output.text("Доля", "Share"))
                .number("hours_to_close", output.text("Часов до закрытия", "Hours to close"))
                .column("undefined_reason", "");
        for (CloseHealth each : CloseHealth.of(result.decisions().closed(), posted)) {
            if (days.touches(month(each.month()))) {
                table.row(
                        each.month().toString(),
                        (long) each.lines(),
                        (long) each.corrected(),
                        Figure.percent(each.share(), output),
                        each.timeToClose() == null ? null : each.timeToClose().toHours(),
                        new Cell("", Figure.reason(each.share())));
            }
        }
        if (!table.isEmpty() && output.format() != OutputFormat.CSV) {
            table.print(output);
        }
    }

    private static Table table(BatchResult result, Output output) {
        String title = output.text("Стоимость схемы: ", "Cost of the scheme: ")
                + result.settings().currency() + ", " + result.settings().zone();
        return Table.of("scheme_cost", title)
                .column("month", output.text("Выплата", "Payroll"))
                .column("plan", output.text("План", "Plan"))
                .number("cost", output.text("Начислено", "Cost"))
                .number("revenue", output.text("Выручка", "Revenue"))
                .number("share", output.text("Доля выручки", "Share of revenue"))
                .column("currency", "")
                .column("undefined_reason", "");
    }

    private static Window month(YearMonth month) {
        return new Window(WindowKind.MONTH, month.atDay(1));
    }

    private static BigDecimal revenue(BatchResult result, YearMonth month) {
        KpiDefinition revenue = KpiCatalogue.find("revenue").orElseThrow();
        return result.kpi(revenue, Subject.COMPANY, month(month)).orElse(BigDecimal.ZERO);
    }
}
