package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.payroll.PayrollRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints the register of payroll. */
final class PayrollRegisterReport {
    private final People people;
    private final Output output;
    private final boolean exported;

    /**
     * @param exported whether what was handed over is known
     */
    PayrollRegisterReport(People people, Output output, boolean exported) {
        this.people = people;
        this.output = output;
        this.exported = exported;
    }

    void print(List<PayrollRegister.Row> rows) {
        Table table = Table.of("payroll_register", output.text("Ведомость", "Payroll register"))
                .column("period", output.text("Месяц", "Month"))
                .column("state", output.text("Состояние", "State"))
                .column("manager", output.text("Менеджер", "Manager"))
                .column("organisation", output.text("Организация", "Organisation"))
                .column("employee_number", output.text("Таб. номер", "Number"))
                .number("accrued", output.text("Начислено", "Accrued"))
                .number("posted", output.text("Проведено", "Posted"))
                .number("paid", output.text("К выплате", "Paid"))
                .number("carried", output.text("Перенос", "Carried"))
                .number("debt", output.text("Долг", "Debt"))
                .number("receivable", output.text("К взысканию", "Receivable"));
        if (exported) {
            table.number("handed_over", output.text("Выгружено", "Handed over"))
                    .number("acknowledged", output.text("Принято", "Taken"));
        }
        table.column("currency", output.text("Ед.", "Unit"));
        rows.forEach(row -> table.row(cells(row).toArray()));
        table.separator();
        if (output.forPeople()) {
            totals(rows, table);
        }
        if (rows.isEmpty()) {
            output.message(output.text("Начислений нет.", "No entries."));
        } else {
            table.print(output);
        }
    }

    private List<Object> cells(PayrollRegister.Row row) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.period().toString());
        cells.add(
                row.closed()
                        ? new Cell(output.text("закрыт", "closed"), "closed")
                        : new Cell(output.text("открыт", "open"), "open"));
        cells.add(new Cell(people.nameAndId(row.manager()), row.manager()));
        cells.add(row.organisation());
        cells.add(row.employeeNumber());
        cells.add(amount(row.accrued(), row.currency()));
        cells.add(amount(row.posted(), row.currency()));
        cells.add(row.closed() ? amount(row.paid(), row.currency()) : null);
        cells.add(row.closed() ? amount(row.carried(), row.currency()) : null);
        cells.add(row.closed() ? amount(row.debt(), row.currency()) : null);
        cells.add(row.receivable() == 0 ? null : amount(row.receivable(), row.currency()));
        if (exported) {
            cells.add(row.closed() ? amount(row.handedOver(), row.currency()) : null);
            cells.add(row.closed() ? amount(row.acknowledged(), row.currency()) : null);
        }
        cells.add(row.currency());
        return cells;
    }

    private Cell amount(long minor, String currency) {
        return Cell.amount(minor, currency, output.numbers());
    }

    private void totals(List<PayrollRegister.Row> rows, Table table) {
        Map<String, long[]> sums = new TreeMap<>();
        for (PayrollRegister.Row row : rows) {
            long[] sum = sums.computeIfAbsent(row.currency(), currency -> new long[5]);
            sum[0] = Math.addExact(sum[0], row.accrued());
            sum[1] = Math.addExact(sum[1], row.posted());
            sum[2] = Math.addExact(sum[2], row.paid());
            sum[3] = Math.addExact(sum[3], row.handedOver());
            sum[4] = Math.addExact(sum[4], row.acknowledged());
        }
        sums.forEach((currency, sum) -> {
            List<Object> cells = new ArrayList<>();
            cells.add(output.text("Всего", "All"));
            for (int i = 0; i < 4; i++) {
                cells.add("");
            }
            for (int i = 0; i < 3; i++) {
                cells.add(amount(sum[i], currency));
            }
            cells.add("");
            cells.add("");
            cells.add("");
            if (exported) {
                cells.add(amount(sum[3], currency));
                cells.add(amount(sum[4], currency));
            }
            cells.add(currency);
            table.row(cells.toArray());
        });
    }
}
