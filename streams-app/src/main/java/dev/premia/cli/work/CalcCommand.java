package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.input.LoadedInput;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes KPIs and statements from files or topics in one pass, without the stream. */
@Command(
        name = "calc",
        description = "Computes KPIs and statements from files, without Kafka, or independently from the topics.",
        footer = {
            "  premia calc october/                                    everything in a folder: events, people, plans",
            "  premia calc october/ --plan hunter.yaml --period 2026-10 --manager 17",
            "  premia calc export/ --mapping deploy/examples/mappings/crm-opportunities --kpis --period 2017-06",
            "  premia calc october/ --statements --format csv > payroll.csv",
            "  premia calc --bootstrap-server localhost:9092 --schema-registry http://localhost:8081 --verify",
            "  premia calc --bootstrap-server localhost:9092 --schema-registry http://localhost:8081 --verify \\",
            "      --manager 17 --wait 300",
        })
public final class CalcCommand extends PremiaCommand {
    @Mixin
    private InputOptions input;

    @Mixin
    private PeriodOptions period;

    @Option(
            names = "--manager",
            paramLabel = "ID",
            order = 14,
            description = "Only this manager: an id, with or without its source, or a name.")
    private String manager;

    @Option(
            names = "--team",
            paramLabel = "ID",
            order = 15,
            description = "Only this team, what is below it, and its people.")
    private String team;

    @Option(
            names = "--subject",
            paramLabel = "KIND:ID",
            order = 15,
            description =
                    "Only this campaign, product or segment, e.g. campaign:crm/7 or segment:retail; or all of a kind: product:")
    private String subject;

    @Option(
            names = "--kpi",
            paramLabel = "NAMES",
            order = 16,
            description = "KPIs to show, e.g. revenue,win_rate,service_level(20), also those that plans define:"
                    + " focus_revenue, or plan/focus_revenue. Default: the usual ones.")
    private String kpis;

    @Option(names = "--kpis", order = 17, description = "KPIs only.")
    private boolean kpisOnly;

    @Option(names = "--statements", order = 18, description = "Statements only.")
    private boolean statementsOnly;

    @Option(names = "--all", order = 19, description = "KPIs, every one of the catalogue, and statements.")
    private boolean all;

    @Mixin
    private VerifyOptions verification;

    @Override
    public Integer call() {
        check();
        Output output = output();
        PeriodOptions.Days days = period.days();
        WindowKind kind = period.kind();
        if (verification.verify()) {
            return new Verification(input, verification, output, verbose()).run(manager);
        }
        LoadedInput loaded = input.load(output, verbose());
        List<? extends ReportedKpi> chosen = chosen(loaded.plans());
        BatchResult result = input.compute(loaded);
        People people = new People(result.organisation(), output);
        BiPredicate<Subject, LocalDate> wanted = wanted(people);
        if (showKpis()) {
            new KpiReport(result, people, output, chosen, days, kind, wanted).print();
        }
        if (showStatements(loaded)) {
            new StatementReport(loaded, result, people, output)
                    .print(line -> wantedLine(line, days, wanted) && isOfBundle(line));
        }
        if (!kpisOnly && output.format() != OutputFormat.CSV) {
            new ShadowReport(result, people, output).print(line -> wantedLine(line, days, wanted));
        }
        return loaded.rejected().isEmpty() || input.readsTopics() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }

    private void check() {
        int selections = (kpisOnly ? 1 : 0) + (statementsOnly ? 1 : 0) + (all ? 1 : 0);
        if (selections > 1) {
            throw CommandException.badInput("--kpis, --statements and --all exclude each other; expected one of them.");
        }
        verification.check(input.readsTopics());
        if (verification.verify() && (team != null || period.given())) {
            throw CommandException.badInput(
                    "--verify compares whole ledgers; expected no --team, --period, --from or --to"
                            + " with it. --manager narrows it to one person.");
        }
        if (output().format() == OutputFormat.CSV && all) {
            throw CommandException.badInput("--format csv is one table; expected --kpis or --statements with it.");
        }
    }

    private List<? extends ReportedKpi> chosen(PlanBook plans) {
        if (kpis != null) {
            return ChosenKpi.parseList(kpis, plans);
        }
        return all ? ChosenKpi.all() : ChosenKpi.usual();
    }

    private boolean showKpis() {
        return !statementsOnly;
    }

    private boolean showStatements(LoadedInput loaded) {
        boolean asked = statementsOnly || all;
        boolean worthIt = !loaded.plans().all().isEmpty() && output().format() != OutputFormat.CSV;
        return !kpisOnly && (asked || worthIt);
    }

    private BiPredicate<Subject, LocalDate> wanted(People people) {
        if (manager != null) {
            Subject one = Subject.manager(people.managerId(manager));
            return (subject, day) -> subject.equals(one);
        }
        if (team != null) {
            String id = people.teamId(team);
            return (subject, day) -> people.belongsTo(subject, id, day);
        }
        if (this.subject != null) {
            return people.thing(this.subject);
        }
        if (input.bundle() != null) {
            Subject one = Subject.manager(input.bundle().manager());
            return (subject, day) -> subject.equals(one);
        }
        // A department sells many products: they are shown when somebody asks for them.
        return (subject, day) -> !subject.isThing();
    }

    /** A bundle holds what one month was computed from; of others it says too little. */
    private boolean isOfBundle(Line line) {
        return input.bundle() == null || line.posting().equals(input.bundle().period());
    }

    private static boolean wantedLine(Line line, PeriodOptions.Days days, BiPredicate<Subject, LocalDate> wanted) {
        return days.touches(line.window())
                && wanted.test(Subject.manager(line.manager()), line.window().lastDay());
    }
}
