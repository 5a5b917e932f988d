package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import dev.premia.replay.history.ManagerHistory;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.LoadedInput;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains a KPI of the catalogue or of a plan, of a manager or of a thing that deals name: its definition, its value, the deals behind it. */
@Command(
        name = "kpi",
        description = "Explains a KPI of a manager, campaign, product or segment down to the deals.",
        footer = "  premia explain kpi --kpi revenue --manager 17 --period 2026-10 october/")
final class ExplainKpiCommand extends PremiaCommand {
    @Mixin
    private InputOptions input;

    @Mixin
    private ExplainOptions options;

    @Option(
            names = "--kpi",
            required = true,
            paramLabel = "NAME",
            order = 5,
            description =
                    "The KPI, e.g. revenue, or one that a plan defines: focus_revenue, hunters/focus_revenue; needed.")
    private String kpi;

    @Option(
            names = "--subject",
            paramLabel = "KIND:ID",
            order = 3,
            description = "Instead of a manager: a campaign, product or segment, e.g. campaign:crm/7.")
    private String thing;

    @Override
    public Integer call() {
        boolean whose = options.manager() == null ^ thing == null;
        if (!whose || options.period() == null) {
            throw CommandException.badInput(
                    "--manager or --subject, and --period are needed; expected whose KPI of which" + " period.");
        }
        Window window = PeriodOptions.parse(options.period());
        Output output = output();
        LoadedInput loaded = input.load(output, verbose());
        ReportedKpi chosen = PlanKpi.find(kpi, loaded.plans()).orElseGet(() -> ChosenKpi.parse(kpi));
        BatchResult result = input.compute(loaded);
        People people = new People(result.organisation(), output);
        Subject subject = thing == null
                ? Subject.manager(people.managerId(options.manager()))
                : people.oneThing(thing, result.subjects());
        String name = subject.isManager() ? people.nameAndId(subject.id()) : people.name(subject);
        ZoneId zone = chosen instanceof PlanKpi own
                ? own.version().zone()
                : result.settings().zone();
        List<DealCredit> deals = result.wonDeals(subject, window.days(), zone);
        DecisionBranch decisions = new DecisionBranch(result, subject.id(), window, zone);
        KpiBranch branch = new KpiBranch(result, subject, window, output);
        if (output.forPeople()) {
            Tree tree = new Tree(name + ", " + window + ", " + zone);
            branch.addTo(tree, chosen);
            ManagerHistory history = new ManagerHistory(
                    subject.id(), deals.stream().map(DealCredit::deal).toList());
            input.scan(null, Bound.NONE, 0, output, history);
            new DealBranch(output, zone, options.deals())
                    .telling(history, result.decisions(), subject.id())
                    .addTo(tree, deals);
            decisions.addGivenAway(tree, deals, output);
            tree.print(output);
        } else {
            branch.print(chosen);
            printForMachines(output, subject, window, deals);
            List<Decision> transfers = decisions.transfers();
            if (output.format() == OutputFormat.JSON && !transfers.isEmpty()) {
                new DecisionTable(result.decisions(), output).print(transfers);
            }
        }
        return loaded.rejected().isEmpty() || input.readsTopics() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }

    private static void printForMachines(Output output, Subject subject, Window window, List<DealCredit> deals) {
        Table table = Table.of("credited_deal", null)
                .column("manager", "")
                .column("window", "")
                .column("deal", "")
                .column("revision", "")
                .column("closed_at", "")
                .column("share", "")
                .column("credited_minor", "")
                .column("whole_minor", "")
                .column("currency", "")
                .column("overlay", "");
        for (DealCredit deal : deals) {
            table.row(
                    subject.isManager() ? subject.id() : subject.key(),
                    window.toString(),
                    deal.deal(),
                    deal.revision(),
                    deal.closedAt().toString(),
                    BigDecimal.valueOf(deal.shareNanos(), DealCredit.SHARE_DIGITS),
                    deal.creditedMinor(),
                    deal.wholeMinor(),
                    deal.currency(),
                    deal.overlay());
        }
        table.print(output);
    }
}
