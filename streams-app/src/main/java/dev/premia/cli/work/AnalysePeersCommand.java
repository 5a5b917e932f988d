package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.domain.analysis.PeerRanking;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks managers by a KPI and says who is far from the others. */
@Command(
        name = "peers",
        description = {
            "Ranks managers by a KPI: place, gap to the leader, z-score.",
            "",
            "Equal values share a place: 1, 2, 2, 4. The z-score is the distance from the mean in population standard"
                    + " deviations; it needs three peers."
        },
        footer = {
            "  premia analyse peers october/ --kpi revenue --period 2026-10",
            "  premia analyse peers october/ --kpi deal_cycle_days --lowest-first --period 2026-10 --role hunter",
        })
final class AnalysePeersCommand extends AnalyseBase {
    @Mixin
    private KpiOfPeriodOptions asked;

    @Option(names = "--team", paramLabel = "ID", order = 14, description = "Only people of this team.")
    private String team;

    @Option(names = "--role", paramLabel = "ROLE", order = 15, description = "Only people with this role.")
    private String role;

    @Option(names = "--lowest-first", order = 16, description = "The lowest value leads.")
    private boolean lowestFirst;

    @Option(
            names = "--bound",
            paramLabel = "Z",
            order = 17,
            description = "The z-score beyond which somebody is marked. Default: 2.")
    private BigDecimal bound = PeerRanking.USUAL_BOUND;

    @Override
    void check() {
        asked.window();
        asked.kpi();
        if (bound.signum() <= 0) {
            throw CommandException.badInput("--bound: found " + bound + ", expected a number above 0.");
        }
    }

    @Override
    void analyse(BatchResult result, People people, Output output) {
        Window window = asked.window();
        Figure figure = new Figure(asked.kpi(), result, output);
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        Map<String, Value> without = new LinkedHashMap<>();
        for (String manager : new Staff(result, people, window).of(role, team)) {
            Value value = figure.of(Subject.manager(manager), window);
            if (value.isDefined()) {
                values.put(manager, value.orElse(null));
            } else {
                without.put(manager, value);
            }
        }
        Table table = table(figure, window, output);
        for (PeerRanking.Standing each : new PeerRanking(lowestFirst, bound).of(values)) {
            BigDecimal score = each.zScore().orElse(null);
            table.row(
                    window.toString(),
                    figure.name(),
                    each.rank(),
                    each.peer(),
                    people.managerName(each.peer()),
                    figure.cell(each.value()),
                    figure.cell(each.gap()),
                    score == null ? null : new Cell(output.numbers().fixed(score, 2), score),
                    new Cell(each.beyond() ? output.text("да", "yes") : "", each.beyond()),
                    new Cell("", Figure.reason(each.zScore())));
        }
        without.forEach((manager, value) -> table.row(
                window.toString(),
                figure.name(),
                null,
                manager,
                people.managerName(manager),
                null,
                null,
                null,
                new Cell("", null),
                new Cell("", Figure.reason(value))));
        if (table.isEmpty()) {
            output.line(output.text("В этом периоде сравнивать некого.", "There is nobody to compare in this period."));
        } else {
            table.print(output);
        }
    }

    private Table table(Figure figure, Window window, Output output) {
        return Table.of("peer", figure.title(window.toString()))
                .column("window", output.text("Период", "Window"))
                .column("kpi", output.text("Показатель", "KPI"))
                .number("rank", output.text("Место", "Rank"))
                .column("manager", output.text("Сотрудник", "Manager"))
                .column("name", output.text("Имя", "Name"))
                .number("value", output.text("Значение", "Value"))
                .number("gap", output.text("До лидера", "Gap to leader"))
                .number("z_score", output.text("z-оценка", "z-score"))
                .column(
                        "beyond",
                        output.text("За границей ", "Beyond ")
                                + output.numbers().exact(bound))
                .column("undefined_reason", "");
    }
}
