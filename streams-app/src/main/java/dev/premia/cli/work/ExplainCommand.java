package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.input.LoadedInput;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains the lines of a statement: the rule with the numbers put in, the steps, the deals. */
@Command(
        name = "explain",
        description = "Explains the lines of a manager's statement, a KPI, or an accrual of the ledger.",
        subcommands = {
            ExplainStatementCommand.class,
            ExplainKpiCommand.class,
            ExplainAccrualCommand.class,
            ExplainChangesCommand.class,
            ExplainNextDealCommand.class
        },
        footer = {
            "  premia explain --manager 17 --period 2026-10 october/",
            "  premia explain --manager \"Anna Orlova\" --period 2026-10 --component volume october/ --all",
            "  premia explain statement --manager 17 --period 2026-11 --line 2 october/ november/",
            "  premia explain kpi --kpi revenue --manager 17 --period 2026-10 october/",
            "  premia explain accrual --manager crm/17 --sequence 3 --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
        })
public final class ExplainCommand extends PremiaCommand {
    @Mixin
    private InputOptions input;

    @Mixin
    private ExplainOptions options;

    @Option(
            names = "--component",
            paramLabel = "ID",
            order = 5,
            description = "Only this component. Default: all that apply, also those that pay 0.")
    private String component;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            order = 7,
            description = "Instead: write what the statement of a payroll month was computed from into this .zip.")
    private Path bundle;

    @Option(names = "--shadow", order = 8, description = "What plans on trial would pay, instead of what is paid.")
    private boolean shadow;

    /** A component of a plan that applies in a window. */
    private record Rule(String plan, String component, Window window) {}

    @Override
    public Integer call() {
        if (options.manager() == null || options.period() == null) {
            throw CommandException.badInput(
                    "--manager and --period are needed; expected whose statement of which period.");
        }
        Window window = PeriodOptions.parse(options.period());
        Output output = output();
        if (bundle != null) {
            return writeBundle(window, output);
        }
        LoadedInput loaded = input.load(output, verbose());
        BatchResult real = input.compute(loaded);
        BatchResult result = shadow ? real.trials() : real;
        People people = new People(result.organisation(), output);
        String manager = people.managerId(options.manager());
        Map<Rule, Line> lines = lines(result, manager, window);
        List<Rule> rules = rules(result, manager, window, lines);
        if (rules.isEmpty()) {
            throw CommandException.badInput(nothing(result, people.nameAndId(manager), window));
        }
        ZoneId zone = version(rules.get(0), lines.get(rules.get(0)), result).zone();
        DecisionBranch decisions = new DecisionBranch(result, manager, window, zone);
        if (output.forPeople()) {
            Tree tree = new Tree(people.nameAndId(manager) + ", " + window
                    + (shadow
                            ? output.text(
                                    ", пробные планы: не выплачивается", ", plans on trial: nothing of it is paid")
                            : ""));
            rules.forEach(rule -> explain(tree, rule, lines.get(rule), result, manager, output));
            decisions.addTo(tree, output);
            tree.print(output);
        } else {
            printForMachines(output, result, manager, rules, lines);
            if (output.format() == OutputFormat.JSON && !decisions.decisions().isEmpty()) {
                new DecisionTable(result.decisions(), output).print(decisions.decisions());
            }
        }
        return loaded.rejected().isEmpty() || input.readsTopics() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }

    private int writeBundle(Window window, Output output) {
        if (window.kind() != WindowKind.MONTH || component != null || shadow) {
            throw CommandException.badInput(
                    "--bundle writes the statement of a payroll month; expected --period 2026-10 and no --component or"
                            + " --shadow.");
        }
        YearMonth period = YearMonth.from(window.start());
        try (ReplaySource source = ReplaySource.open(input, period, null, output)) {
            LoadedInput loaded = source.load(output, verbose());
            BatchResult result = loaded.compute(input.settings(loaded), source.asOf());
            String manager = new People(result.organisation(), output).managerId(options.manager());
            new BundleOutput(input, source, loaded, result, output).write(bundle, manager, period);
        }
        return ExitCodes.DONE;
    }

    private static Map<Rule, Line> lines(BatchResult result, String manager, Window window) {
        Map<Rule, Line> lines = new LinkedHashMap<>();
        for (Line line : result.lines()) {
            if (line.manager().equals(manager) && line.window().equals(window)) {
                lines.put(new Rule(line.plan(), line.component(), line.window()), line);
            }
        }
        return lines;
    }

    /** Every component that applies, in the order of the plan, the cap last. */
    private List<Rule> rules(BatchResult result, String manager, Window window, Map<Rule, Line> lines) {
        List<Rule> rules = new ArrayList<>();
        for (String plan : result.plans().plans()) {
            Set<String> components = new LinkedHashSet<>();
            for (PlanVersion version : result.plans().versions(plan)) {
                for (Component each : version.components()) {
                    if (each.window() == window.kind()) {
                        components.add(each.id());
                    }
                }
            }
            lines.keySet().stream()
                    .filter(rule -> rule.plan().equals(plan))
                    .forEach(rule -> components.add(rule.component()));
            components.stream()
                    .filter(id -> component == null || component.equals(id))
                    .filter(id -> result.explain(manager, plan, id, window).isPresent())
                    .forEach(id -> rules.add(new Rule(plan, id, window)));
        }
        return rules;
    }

    private String nothing(BatchResult result, String manager, Window window) {
        String what = component == null ? "no plan" : "no component '" + component + "'";
        return what + " applies to " + manager + " in " + window + "; the plans that were read: "
                + (result.plans().plans().isEmpty()
                        ? shadow ? "none is on trial." : "none, give --plan FILE."
                        : String.join(
                                        ", ",
                                        result.plans().plans().stream()
                                                .map(PlanVersion::shownId)
                                                .toList())
                                + ".");
    }

    private void explain(Tree tree, Rule rule, Line line, BatchResult result, String manager, Output output) {
        Optional<Explanation> found = result.explain(manager, rule.plan(), rule.component(), rule.window());
        if (found.isEmpty()) {
            return;
        }
        Explanation explanation = found.get();
        PlanVersion version = version(rule, line, result);
        long minor = line == null ? 0 : line.minor();
        Tree branch = tree.add(rule.component() + ": " + output.numbers().money(minor, version.currency()) + "  ["
                + version.label() + RuleBranch.title(version, rule.component(), output) + "]");
        new RuleBranch(output).addTo(branch, explanation);
        new DealBranch(output, version.zone(), options.deals())
                .addTo(branch, result.wonDeals(manager, rule.window().days(), version.zone()));
    }

    private static PlanVersion version(Rule rule, Line line, BatchResult result) {
        if (line != null) {
            return result.plans().version(rule.plan(), line.version());
        }
        return RuleBranch.ruling(result, rule.plan(), rule.window());
    }

    private static void printForMachines(
            Output output, BatchResult result, String manager, List<Rule> rules, Map<Rule, Line> lines) {
        Table table = Table.of("explanation", null)
                .column("manager", "")
                .column("plan", "")
                .column("plan_version", "")
                .column("component", "")
                .column("window", "")
                .column("amount", "")
                .column("currency", "")
                .column("formula", "")
                .column("inputs", "")
                .column("steps", "")
                .column("notes", "");
        for (Rule rule : rules) {
            Line line = lines.get(rule);
            PlanVersion version = version(rule, line, result);
            Explanation explanation = result.explain(manager, rule.plan(), rule.component(), rule.window())
                    .orElseThrow();
            table.row(
                    manager,
                    PlanVersion.shownId(rule.plan()),
                    version.version(),
                    rule.component(),
                    rule.window().toString(),
                    Currencies.toAmount(line == null ? 0 : line.minor(), version.currency()),
                    version.currency(),
                    explanation.formula(),
                    String.join(
                            "; ",
                            explanation.inputs().stream()
                                    .map(each -> each.name() + " = " + each.value())
                                    .toList()),
                    String.join("; ", explanation.steps()),
                    String.join("; ", explanation.notes()));
        }
        table.print(output);
    }
}
