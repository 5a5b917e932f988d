package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.domain.analysis.GroupComparison;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares two groups of managers by a KPI. */
@Command(
        name = "groups",
        description = {
            "Compares two groups of managers by a KPI: means, difference, share.",
            "",
            "A group is role:NAME, team:ID, or managers between commas. Nobody may be in both."
        },
        footer = {
            "  premia analyse groups export/ --kpi revenue --period 2026-10 --a role:hunter --b role:farmer",
            "  premia analyse groups export/ --kpi win_rate --period 2026-Q4 --a 17,18,19 --b team:south",
        })
final class AnalyseGroupsCommand extends AnalyseBase {
    @Mixin
    private KpiOfPeriodOptions asked;

    @Option(names = "--a", required = true, paramLabel = "GROUP", order = 14, description = "Group A; needed.")
    private String groupA;

    @Option(names = "--b", required = true, paramLabel = "GROUP", order = 15, description = "Group B; needed.")
    private String groupB;

    @Override
    void check() {
        asked.window();
        asked.kpi();
    }

    @Override
    void analyse(BatchResult result, People people, Output output) {
        Window window = asked.window();
        Figure figure = new Figure(asked.kpi(), result, output);
        Staff staff = new Staff(result, people, window);
        List<String> a = members("--a", groupA, staff);
        List<String> b = members("--b", groupB, staff);
        TreeSet<String> both = new TreeSet<>(a);
        both.retainAll(b);
        if (!both.isEmpty()) {
            throw CommandException.badInput(
                    "--a and --b: found " + String.join(", ", both) + " in both groups, expected nobody in both.");
        }
        GroupComparison found = GroupComparison.of(values(a, figure, window), values(b, figure, window));
        Table table = Table.of("group", figure.title(window.toString()))
                .column("group", output.text("Группа", "Group"))
                .column("who", output.text("Кто", "Who"))
                .number("members", output.text("Человек", "People"))
                .number("with_value", output.text("С показателем", "With a value"))
                .number("mean", output.text("Среднее", "Mean"))
                .number("sum", output.text("Сумма", "Sum"))
                .number("share", output.text("Доля суммы", "Share of sum"))
                .number("difference", output.text("Разница средних", "Difference of means"))
                .number("relative", output.text("В % к Б", "In % of B"));
        Value shareOfB = found.shareOfA().isDefined()
                ? Value.of(BigDecimal.ONE.subtract(found.shareOfA().orElse(null)))
                : found.shareOfA();
        table.row(
                new Cell(output.text("А", "A"), "a"),
                groupA,
                a.size(),
                found.a().people(),
                figure.cell(found.a().mean()),
                figure.cell(found.a().sum()),
                Figure.percent(found.shareOfA(), output),
                figure.cell(found.difference()),
                Figure.percent(found.relative(), output));
        table.row(
                new Cell(output.text("Б", "B"), "b"),
                groupB,
                b.size(),
                found.b().people(),
                figure.cell(found.b().mean()),
                figure.cell(found.b().sum()),
                Figure.percent(shareOfB, output),
                null,
                null);
        table.print(output);
    }

    private static List<String> members(String option, String text, Staff staff) {
        List<String> members = staff.group(text);
        if (members.isEmpty()) {
            throw CommandException.badInput(
                    option + ": nobody is in '" + text + "' in the period; expected role:NAME, team:ID or managers.");
        }
        return members;
    }

    private static List<BigDecimal> values(List<String> members, Figure figure, Window window) {
        List<BigDecimal> values = new ArrayList<>();
        for (String member : members) {
            Value value = figure.of(Subject.manager(member), window);
            if (value.isDefined()) {
                values.add(value.orElse(null));
            }
        }
        return values;
    }
}
