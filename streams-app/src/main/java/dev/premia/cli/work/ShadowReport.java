package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import java.util.List;
import java.util.function.Predicate;

/** What plans on trial would pay. Nothing of it is paid. */
final class ShadowReport {
    private final BatchResult result;
    private final People people;
    private final Output output;

    ShadowReport(BatchResult result, People people, Output output) {
        this.result = result;
        this.people = people;
        this.output = output;
    }

    void print(Predicate<Line> wanted) {
        List<Line> lines = result.shadowLines().stream().filter(wanted).toList();
        if (lines.isEmpty()) {
            return;
        }
        Table table = Table.of(
                        "shadow_line",
                        output.text("Пробные планы: не выплачивается", "Plans on trial: nothing of it is paid"))
                .column("manager", output.text("Менеджер", "Manager"))
                .column("plan", output.text("План", "Plan"))
                .number("plan_version", output.text("Версия", "Version"))
                .column("component", output.text("Начисление", "Component"))
                .column("window", output.text("Период", "Earned in"))
                .number("amount", output.text("Сумма", "Amount"))
                .column("currency", output.text("Валюта", "Currency"));
        for (Line line : lines) {
            table.row(
                    new Cell(people.nameAndId(line.manager()), line.manager()),
                    line.plan(),
                    line.version(),
                    line.component(),
                    line.window().toString(),
                    Cell.money(line.minor(), line.currency(), output.numbers()),
                    line.currency());
        }
        table.print(output);
    }
}
