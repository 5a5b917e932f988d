package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.input.LoadedInput;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What each manager gets in each payroll month: lines, totals, digest. */
final class StatementReport {
    private final LoadedInput input;
    private final BatchResult result;
    private final People people;
    private final Output output;

    /** One manager's payroll month. */
    private record Key(String name, String manager, YearMonth period) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::period).thenComparing(Key::name).thenComparing(Key::manager);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    StatementReport(LoadedInput input, BatchResult result, People people, Output output) {
        this.input = input;
        this.result = result;
        this.people = people;
        this.output = output;
    }

    void print(Predicate<Line> wanted) {
        Map<Key, List<Line>> statements = new TreeMap<>();
        for (Line line : result.postedLines()) {
            if (wanted.test(line)) {
                Key key = new Key(people.managerName(line.manager()), line.manager(), line.posting());
                statements.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
            }
        }
        if (!output.forPeople()) {
            printForMachines(statements);
        } else if (statements.isEmpty()) {
            output.line(output.text("Начислений нет.", "No accruals."));
        } else {
            statements.forEach(this::printStatement);
            printTotals(statements);
        }
    }

    private void printStatement(Key key, List<Line> lines) {
        String title = output.text("Расчётный лист: ", "Statement: ")
                + people.nameAndId(key.manager())
                + output.text(", выплата ", ", payroll ")
                + key.period();
        Table table = Table.of("statement", title)
                .column("plan", output.text("План", "Plan"))
                .column("component", output.text("Начисление", "Component"))
                .column("what", output.text("За что", "What for"))
                .column("window", output.text("Период", "Earned in"))
                .number("amount", output.text("Сумма", "Amount"));
        for (Line line : lines) {
            table.row(
                    line.plan() + " v" + line.version(),
                    line.component(),
                    componentTitle(line),
                    line.window().toString(),
                    Cell.money(line.minor(), line.currency(), output.numbers()));
        }
        table.separator();
        totals(lines)
                .forEach((currency, minor) -> table.row(
                        output.text("Итого", "Total"), "", "", "", Cell.money(minor, currency, output.numbers())));
        table.print(output);
        output.line(output.text("Отпечаток SHA-256: ", "Digest SHA-256: ") + digest(lines));
        output.line("");
    }

    private String componentTitle(Line line) {
        if (line.component().equals(PlanVersion.TOTAL_CAP)) {
            return output.text("Предел выплаты по плану", "Cap of the plan");
        }
        PlanVersion version = result.plans().version(line.plan(), line.version());
        for (Component component : version == null ? List.<Component>of() : version.components()) {
            if (component.id().equals(line.component())) {
                String title = output.text(component.titleRu(), component.titleEn());
                return title == null ? "" : title;
            }
        }
        return "";
    }

    private void printTotals(Map<Key, List<Line>> statements) {
        Table table = Table.of("payroll", output.text("К выплате", "Payroll"))
                .column("period", output.text("Выплата", "Payroll"))
                .column("name", output.text("Менеджер", "Manager"))
                .number("total", output.text("Сумма", "Total"));
        Map<String, Long> grand = new TreeMap<>();
        statements.forEach((key, lines) -> totals(lines).forEach((currency, minor) -> {
            table.row(key.period().toString(), key.name(), Cell.money(minor, currency, output.numbers()));
            grand.merge(currency, minor, Math::addExact);
        }));
        table.separator();
        grand.forEach((currency, minor) ->
                table.row(output.text("Всего", "All"), "", Cell.money(minor, currency, output.numbers())));
        table.print(output);
        printPlans(statements);
    }

    /** What the plans of the lines are called, where they have a title. */
    private void printPlans(Map<Key, List<Line>> statements) {
        Map<String, String> titles = new TreeMap<>();
        statements.values().stream().flatMap(List::stream).map(Line::plan).forEach(plan -> {
            String title =
                    output.text(input.titleOf(plan).ru(), input.titleOf(plan).en());
            if (!title.equals(plan)) {
                titles.put(plan, plan + " – " + title);
            }
        });
        if (!titles.isEmpty()) {
            output.line("");
            output.line(output.text("Планы: ", "Plans: ") + String.join("; ", titles.values()));
        }
    }

    private static Map<String, Long> totals(List<Line> lines) {
        Map<String, Long> totals = new TreeMap<>();
        lines.forEach(line -> totals.merge(line.currency(), line.minor(), Math::addExact));
        return totals;
    }

    private static String digest(List<Line> lines) {
        return StatementDigest.of(lines.stream()
                .map(line -> StatementDigest.line(
                        line.manager(), line.plan(), line.window(), line.component(), line.minor(), line.currency()))
                .toList());
    }

    private void printForMachines(Map<Key, List<Line>> statements) {
        Table lines = Table.of("statement_line", null)
                .column("manager", "")
                .column("name", "")
                .column("posting_period", "")
                .column("plan", "")
                .column("plan_version", "")
                .column("component", "")
                .column("window_kind", "")
                .column("window_start", "")
                .column("amount", "")
                .column("currency", "")
                .column("statement_digest", "");
        statements.forEach((key, each) -> {
            String digest = digest(each);
            for (Line line : each) {
                lines.row(
                        line.manager(),
                        key.name(),
                        key.period(),
                        line.plan(),
                        line.version(),
                        line.component(),
                        line.window().kind().label(),
                        line.window().start(),
                        Currencies.toAmount(line.minor(), line.currency()),
                        line.currency(),
                        digest);
            }
        });
        lines.print(output);
    }
}
