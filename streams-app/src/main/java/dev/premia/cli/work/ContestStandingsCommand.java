package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.Decision;
import dev.premia.domain.plan.GroupRuling;
import dev.premia.replay.BatchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who stands where: by the published result where there is one, else by the facts as they are. */
@Command(
        name = "standings",
        description = {
            "Shows who stands where in the contests of the plans.",
            "",
            "A published result is shown as it was published; any other contest as the facts say now."
        },
        footer = {
            "  premia contest standings plans/ events/",
            "  premia contest standings plans/ events/ --component best"
        })
final class ContestStandingsCommand extends PremiaCommand {
    @Mixin
    private InputOptions input;

    @Option(names = "--component", paramLabel = "ID", order = 10, description = "Only contests of this component id.")
    private String component;

    @Override
    public Integer call() {
        Output output = output();
        BatchResult result = input.compute(input.load(output, verbose()));
        ContestReport report = new ContestReport(output, new People(result.organisation(), output));
        for (GroupRuling contest : result.contests()) {
            String id = contest.component().id();
            Decision.ContestResult published =
                    result.decisions().contestResult(contest.version().plan(), id, contest.window());
            if (component != null && !component.equals(id)) {
                continue;
            } else if (published == null) {
                report.add(result.contest(contest), new Cell(output.text("сейчас", "now"), "now"));
            } else {
                report.add(contest, published);
            }
        }
        BatchResult trials = result.trials();
        Cell onTrial = new Cell(output.text("на пробу", "on trial"), "on_trial");
        trials.contests().stream()
                .filter(contest -> component == null
                        || component.equals(contest.component().id()))
                .forEach(contest -> report.add(trials.contest(contest), onTrial));
        report.print(output.text("Конкурсов нет.", "There are no contests."));
        return ExitCodes.DONE;
    }
}
