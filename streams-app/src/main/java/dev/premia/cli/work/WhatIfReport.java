package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.Table;
import dev.premia.replay.whatif.WhatIf;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What another plan would have paid, beside what the plans pay: by component, by manager, and the cost. */
final class WhatIfReport {
    private final People people;
    private final Output output;

    WhatIfReport(People people, Output output) {
        this.people = people;
        this.output = output;
    }

    /** People read who wins and who loses; programs read everybody. */
    void print(WhatIf whatIf) {
        Table components = table("what_if_component", whatIf, output.text("Начисление", "Component"));
        whatIf.components().forEach(row -> components.row(cells(whatIf, row.what(), row.what(), row)));
        totals(whatIf.components()).forEach((currency, row) -> {
            components.separator();
            components.row(cells(whatIf, output.text("Стоимость", "Cost"), null, row));
        });
        components.print(output);
        Table managers = table("what_if_manager", whatIf, output.text("Менеджер", "Manager"));
        whatIf.managers().stream()
                .filter(row -> row.differenceMinor() != 0 || output.format() != OutputFormat.TABLE)
                .sorted(Comparator.comparingLong(WhatIf.Row::differenceMinor).reversed())
                .forEach(row -> managers.row(cells(whatIf, people.nameAndId(row.what()), row.what(), row)));
        managers.print(output);
        long winners = whatIf.managers().stream()
                .filter(row -> row.differenceMinor() > 0)
                .count();
        long losers = whatIf.managers().stream()
                .filter(row -> row.differenceMinor() < 0)
                .count();
        output.line(output.text("Выиграют: ", "Winners: ")
                + winners
                + output.text(", проиграют: ", ", losers: ")
                + losers
                + output.text(", без изменений: ", ", unchanged: ")
                + (whatIf.managers().size() - winners - losers));
        output.line("");
    }

    private Table table(String name, WhatIf whatIf, String what) {
        return Table.of(name, output.text("Что если: ", "What if: ") + whatIf.name())
                .column("plan", "")
                .column("what", what)
                .number("real", output.text("Сейчас", "Now"))
                .number("other", output.text("По этому плану", "Under this plan"))
                .number("difference", output.text("Разница", "Difference"));
    }

    private Object[] cells(WhatIf whatIf, String shown, String id, WhatIf.Row row) {
        return new Object[] {
            new Cell("", whatIf.name()),
            new Cell(shown, id),
            Cell.money(row.realMinor(), row.currency(), output.numbers()),
            Cell.money(row.otherMinor(), row.currency(), output.numbers()),
            Cell.money(row.differenceMinor(), row.currency(), output.numbers())
        };
    }

    private static Map<String, WhatIf.Row> totals(List<WhatIf.Row> rows) {
        Map<String, WhatIf.Row> totals = new TreeMap<>();
        for (WhatIf.Row row : rows) {
            totals.merge(
                    row.currency(),
                    row,
                    (left, right) -> new WhatIf.Row(
                            left.what(),
                            left.currency(),
                            Math.addExact(left.realMinor(), right.realMinor()),
                            Math.addExact(left.otherMinor(), right.otherMinor())));
        }
        return totals;
    }
}
