package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** The KPIs of managers, teams and the company by windows. */
final class KpiReport {
    private final BatchResult result;
    private final People people;
    private final Output output;
    private final List<? extends ReportedKpi> kpis;
    private final PeriodOptions.Days days;
    private final WindowKind kind;
    private final BiPredicate<Subject, LocalDate> wanted;

    /** One line: a subject, or a window, and its values. */
    private record Row(Subject subject, String label, DayRange days, Window window, List<Value> values) {}

    /**
     * @param wanted whether a subject is shown, on the last day of a window
     */
    KpiReport(
            BatchResult result,
            People people,
            Output output,
            List<? extends ReportedKpi> kpis,
            PeriodOptions.Days days,
            WindowKind kind,
            BiPredicate<Subject, LocalDate> wanted) {
        this.result = result;
        this.people = people;
        this.output = output;
        this.kpis = kpis;
        this.days = days;
        this.kind = kind;
        this.wanted = wanted;
    }

    void print() {
        Map<Window, List<Row>> byWindow = new LinkedHashMap<>();
        for (Window window : windows()) {
            byWindow.put(window, rows(window));
        }
        if (!output.forPeople()) {
            printForMachines(byWindow);
            return;
        }
        byWindow.forEach((window, rows) -> printTable(title(window.toString()), rows, subjectColumn()));
        if (byWindow.size() > 1) {
            printSummary(new ArrayList<>(byWindow.keySet()));
        }
        if (byWindow.isEmpty()) {
            output.line(output.text("За эти дни показателей нет.", "No figures in these days."));
        }
    }

    private Set<Window> windows() {
        Set<Window> windows = new TreeSet<>();
        for (Subject subject : result.subjects()) {
            for (Window window : result.windows(subject, kind)) {
                if (days.touches(window) && wanted.test(subject, window.lastDay())) {
                    windows.add(window);
                }
            }
        }
        return windows;
    }

    private List<Row> rows(Window window) {
        List<Row> rows = new ArrayList<>();
        for (Subject subject : subjects()) {
            boolean active = result.windows(subject, kind).contains(window);
            if (active && wanted.test(subject, window.lastDay())) {
                rows.add(row(subject, people.name(subject), days.within(window), window));
            }
        }
        return rows;
    }

    /** Managers, then teams, then the company; by name. */
    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>(result.subjects());
        subjects.sort(
                Comparator.comparing(Subject::type).thenComparing(people::name).thenComparing(Subject::id));
        return subjects;
    }

    private Row row(Subject subject, String label, DayRange range, Window window) {
        List<Value> values = kpis.stream()
                .map(each -> each.value(result, subject, new Span(range, window)))
                .toList();
        return new Row(subject, label, range, window, values);
    }

    private void printSummary(List<Window> windows) {
        DayRange first = days.within(windows.get(0));
        DayRange last = days.within(windows.get(windows.size() - 1));
        DayRange all = new DayRange(first.from(), last.to());
        if (wanted.test(Subject.COMPANY, all.lastDay())) {
            List<Row> rows = new ArrayList<>();
            windows.forEach(window -> rows.add(row(Subject.COMPANY, window.toString(), days.within(window), window)));
            rows.add(row(Subject.COMPANY, output.text("Всего", "Total"), all, null));
            printTable(title(people.name(Subject.COMPANY)), rows, output.text("Период", "Period"));
        }
        List<Row> rows = new ArrayList<>();
        for (Subject subject : subjects()) {
            if (wanted.test(subject, all.lastDay())) {
                rows.add(row(subject, people.name(subject), all, null));
            }
        }
        printTable(title(all.firstDay() + " – " + all.lastDay()), rows, subjectColumn());
    }

    private String subjectColumn() {
        return output.text("Кто", "Who");
    }

    private String title(String of) {
        return output.text("Показатели: ", "KPIs: ") + of + ", "
                + result.settings().currency() + ", " + result.settings().zone();
    }

    private void printTable(String title, List<Row> all, String firstColumn) {
        List<Integer> columns = columnsInUse(all);
        List<Row> rows = all.stream().filter(KpiReport::saysAnything).toList();
        if (rows.isEmpty()) {
            return;
        }
        Table table = Table.of("kpis", title).column("who", firstColumn);
        for (int column : columns) {
            ReportedKpi chosen = kpis.get(column);
            table.number(chosen.text(), chosen.title(output));
            if (anyTarget(chosen, rows)) {
                table.number(chosen.text() + "_attainment", output.text("% плана", "% of target"));
            }
        }
        SubjectType before = null;
        for (Row row : rows) {
            SubjectType type = row.subject().type();
            if (before != null && type != before) {
                table.separator();
            }
            before = type;
            table.row(cells(row, columns, rows));
        }
        table.print(output);
        output.line("");
    }

    private Object[] cells(Row row, List<Integer> columns, List<Row> rows) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.label());
        for (int column : columns) {
            ReportedKpi chosen = kpis.get(column);
            Value value = row.values().get(column);
            BigDecimal number = value.orElse(null);
            String shown = number == null ? null : chosen.shown(number, chosen.currency(result), output.numbers());
            cells.add(shown);
            if (anyTarget(chosen, rows)) {
                BigDecimal attainment = attainment(number, target(row, chosen));
                cells.add(attainment == null ? null : output.numbers().percent(attainment));
            }
        }
        return cells.toArray();
    }

    private static boolean saysAnything(Row row) {
        return row.values().stream()
                .anyMatch(value -> value.orElse(BigDecimal.ZERO).signum() != 0);
    }

    /** People see the columns that say anything: a department without telephony gets no column of calls. */
    private List<Integer> columnsInUse(List<Row> rows) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < kpis.size(); i++) {
            int column = i;
            boolean used = rows.stream()
                    .map(row -> row.values().get(column).orElse(BigDecimal.ZERO))
                    .anyMatch(value -> value.signum() != 0);
            if (used) {
                columns.add(column);
            }
        }
        return columns;
    }

    private boolean anyTarget(ReportedKpi chosen, List<Row> rows) {
        return rows.stream().anyMatch(row -> target(row, chosen) != null);
    }

    /** The target of a whole window; there is none for a part of it. */
    private BigDecimal target(Row row, ReportedKpi chosen) {
        boolean whole = row.window() != null && row.window().days().equals(row.days());
        return whole ? chosen.target(result, row.subject(), row.window()) : null;
    }

    private static BigDecimal attainment(BigDecimal value, BigDecimal target) {
        return value == null || target == null || target.signum() == 0
                ? null
                : value.divide(target, KpiInput.PRECISION);
    }

    private void printForMachines(Map<Window, List<Row>> byWindow) {
        Table table = Table.of("kpi", null)
                .column("subject_type", "")
                .column("subject", "")
                .column("name", "")
                .column("window", "")
                .column("from", "")
                .column("to", "")
                .column("kpi", "")
                .column("value", "")
                .column("unit", "")
                .column("target", "")
                .column("attainment", "")
                .column("undefined_reason", "");
        for (List<Row> rows : byWindow.values()) {
            for (Row row : rows) {
                for (int i = 0; i < kpis.size(); i++) {
                    table.row(machineCells(row, kpis.get(i), row.values().get(i)));
                }
            }
        }
        table.print(output);
    }

    private Object[] machineCells(Row row, ReportedKpi chosen, Value value) {
        BigDecimal target = target(row, chosen);
        BigDecimal number = value.orElse(null);
        String unit = chosen.unit() == Unit.MONEY
                ? chosen.currency(result)
                : chosen.unit().name().toLowerCase(java.util.Locale.ROOT);
        BigDecimal attainment = attainment(number, target);
        return new Object[] {
            row.subject().type().label(),
            row.subject().id(),
            people.name(row.subject()),
            row.window().toString(),
            row.days().firstDay(),
            row.days().lastDay(),
            chosen.text(),
            plain(number),
            unit,
            plain(target),
            plain(attainment),
            value instanceof Value.Undefined undefined ? undefined.reason() : null
        };
    }

    private static Object plain(BigDecimal number) {
        return number == null ? null : new Cell("", number);
    }
}
