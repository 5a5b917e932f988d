package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.plan.ContestTable;
import dev.premia.domain.plan.GroupRuling;
import dev.premia.domain.plan.PlanVersion;

/** Places of contests as a table. */
final class ContestReport {
    private final Output output;
    private final People people;
    private final Table table;

    ContestReport(Output output, People people) {
        this.output = output;
        this.people = people;
        this.table = Table.of("contest_place", null)
                .column("plan", output.text("План", "Plan"))
                .column("component", output.text("Конкурс", "Contest"))
                .column("window", output.text("Период", "Window"))
                .column("group", output.text("Среди", "Among"))
                .number("place", output.text("Место", "Place"))
                .column("manager", output.text("Сотрудник", "Manager"))
                .number("value", output.text("Результат", "Value"))
                .number("prize", output.text("Приз", "Prize"))
                .column("unit", output.text("Единица", "Unit"))
                .column("state", output.text("Состояние", "State"));
    }

    /** The places as the facts say. */
    void add(ContestTable contest, Cell state) {
        for (ContestTable.Row row : contest.rows()) {
            add(
                    contest.ruling(),
                    row.group(),
                    new Decision.Place(
                            row.place().manager(),
                            row.place().place(),
                            row.place().value(),
                            row.prizeMinor()),
                    state);
        }
        table.separator();
    }

    /** The places of a published result. */
    void add(GroupRuling contest, Decision.ContestResult result) {
        Cell state = new Cell(output.text("опубликован", "published"), "published");
        result.places().forEach(place -> add(contest, null, place, state));
        table.separator();
    }

    private void add(GroupRuling contest, Subject group, Decision.Place place, Cell state) {
        String unit = contest.component().unit();
        table.row(
                PlanVersion.shownId(contest.version().plan()),
                contest.component().id(),
                contest.window().toString(),
                group == null ? null : new Cell(people.name(group), group.key()),
                (long) place.place(),
                new Cell(people.nameAndId(place.manager()), place.manager()),
                place.value(),
                Cell.money(place.prizeMinor(), unit, output.numbers()),
                unit,
                state);
    }

    /** Prints what was added, or that there is nothing. */
    void print(String nothing) {
        if (table.isEmpty()) {
            output.message(nothing);
        } else {
            table.print(output);
        }
    }
}
