package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.event.CreditShare;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealStatus;
import dev.premia.replay.BatchResult;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.whatif.NextDeal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an open deal would add if it were won now, and what its managers are missing to the next bound of each component. */
@Command(
        name = "next-deal",
        description = {
            "What an open deal would add if it were won on the as-of day, for everybody: scales, gates, caps, teams and contests included.",
            "",
            "Then what each of its managers, or --manager, is missing to the next bound of every component, and what reaching it brings."
        },
        footer = {
            "  premia explain next-deal --deal crm/204 --as-of 2026-10-20 october/",
            "  premia explain next-deal --manager 17 --as-of 2026-10-20 october/ --format json",
        })
final class ExplainNextDealCommand extends PremiaCommand {
    @Mixin
    private InputOptions input;

    @Option(
            names = "--deal",
            paramLabel = "ID",
            order = 3,
            description = "The open deal, with or without its source. Without it only the next bounds are shown.")
    private String deal;

    @Option(
            names = "--manager",
            paramLabel = "ID",
            order = 4,
            description = "Whose next bounds are shown. Default: those who share the deal.")
    private String manager;

    @Override
    public Integer call() {
        if (deal == null && manager == null) {
            throw CommandException.badInput(
                    "--deal or --manager is needed; expected an open deal, or whose next bounds.");
        }
        Output output = output();
        LoadedInput loaded = input.load(output, verbose());
        LocalDate day = input.asOf(loaded);
        if (day == null) {
            throw CommandException.badInput(
                    "--as-of is missing; expected the day on which the deal would be won, e.g. --as-of 2026-10-20: the input"
                            + " names none.");
        }
        BatchResult now = loaded.compute(input.settings(loaded), day);
        Set<String> managers = new LinkedHashSet<>();
        NextDeal next = null;
        if (deal != null) {
            DealEvent open = open(loaded);
            next = NextDeal.of(loaded, now, open, day);
            managers.addAll(parties(open));
        }
        if (manager != null) {
            managers.clear();
            managers.add(new People(now.organisation(), output).managerId(manager));
        }
        new NextDealTree(now, day, output).print(next, managers);
        return loaded.rejected().isEmpty() || input.readsTopics() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }

    private DealEvent open(LoadedInput loaded) {
        List<DealEvent> found = loaded.facts().deals(deal);
        if (found.size() != 1) {
            throw CommandException.badInput("--deal: found '" + deal + "', expected the id of a deal of the input"
                    + (found.isEmpty()
                            ? "."
                            : "; several have it: "
                                    + String.join(
                                            ", ",
                                            found.stream().map(DealEvent::id).toList()) + "."));
        }
        DealEvent one = found.get(0);
        if (one.status() != DealStatus.OPEN || one.header().deleted()) {
            throw CommandException.badInput("--deal: " + one.id() + " is "
                    + (one.header().deleted()
                            ? "deleted"
                            : String.valueOf(one.status()).toLowerCase(java.util.Locale.ROOT))
                    + ", expected an open deal; premia explain tells what it has brought.");
        }
        return one;
    }

    private static List<String> parties(DealEvent deal) {
        if (!deal.credits().isEmpty()) {
            return deal.credits().stream().map(CreditShare::manager).toList();
        }
        return deal.owner() == null ? List.of() : List.of(deal.owner());
    }
}
