package dev.premia.payroll;

import dev.premia.domain.money.Currencies;
import dev.premia.domain.statement.FrozenStatement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A batch as a workbook for people: what is paid to whom with how it comes about, and the lines of their statements. */
public final class BatchSheet {
    private static final String MONEY = "#,##0.00";
    private static final int TITLE_ROW = 0;
    private static final int HEADER_ROW = 2;

    private final Batch batch;
    private final Map<String, Due> dues;
    private final BinaryOperator<String> text;

    private BatchSheet(Batch batch, Map<String, Due> dues, BinaryOperator<String> text) {
        this.batch = batch;
        this.dues = dues;
        this.text = text;
    }

    /**
     * @param month where the figures beside the payout come from
     * @param text chooses between Russian and English
     */
    public static byte[] write(Batch batch, PayrollMonth month, PayrollTerms terms, BinaryOperator<String> text) {
        Map<String, Due> dues = new TreeMap<>();
        month.due().stream()
                .filter(due -> due.payee().organisation().equals(batch.organisation()))
                .forEach(due -> dues.put(due.payee().manager(), due));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Premia", null)) {
            BatchSheet sheet = new BatchSheet(batch, dues, text);
            sheet.payouts(book.newWorksheet(text.apply("Выплата", "Payout")), terms);
            sheet.lines(book.newWorksheet(text.apply("Расчёт", "Statements")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            // What is closed is the same file whenever it is written again.
            return FixedZip.of(bytes.toByteArray(), batch.period().atEndOfMonth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void payouts(Worksheet sheet, PayrollTerms terms) {
        sheet.value(
                TITLE_ROW,
                0,
                terms.employer(batch.organisation()).name() + ", " + batch.period() + ", "
                        + text.apply("выгрузка ", "batch ") + batch.number() + ", " + batch.id());
        sheet.style(TITLE_ROW, 0).bold().set();
        header(
                sheet,
                List.of(
                        text.apply("Табельный номер", "Employee number"),
                        text.apply("Сотрудник", "Employee"),
                        text.apply("Подразделение", "Department"),
                        text.apply("Начислено", "Posted"),
                        text.apply("Перенос с прошлого", "Carried in"),
                        text.apply("Доплата до гарантии", "Advanced"),
                        text.apply("Удержано авансов", "Recovered"),
                        text.apply("К выплате за месяц", "Payout of the month"),
                        text.apply("Перенос дальше", "Carried on"),
                        text.apply("Долг по авансам", "Debt of advances"),
                        text.apply("В этой выгрузке", "In this batch"),
                        text.apply("Основание", "Basis")));
        int at = HEADER_ROW;
        for (Batch.Row row : batch.rows()) {
            at++;
            sheet.value(at, 0, row.payee().employeeNumber());
            sheet.value(at, 1, row.payee().name());
            sheet.value(at, 2, row.payee().department());
            Due due = dues.get(row.payee().manager());
            if (due != null && due.payee().employeeNumber().equals(row.payee().employeeNumber())) {
                balance(sheet, at, due.balance());
            }
            money(sheet, at, 10, row.minor());
            sheet.value(at, 11, row.basis());
        }
        at++;
        sheet.value(at, 0, text.apply("Всего", "Total"));
        sheet.value(at, 1, batch.rows().size());
        money(sheet, at, 10, batch.totalMinor());
        sheet.range(at, 0, at, 11).style().bold().set();
        sheet.style(at, 10).bold().format(MONEY).set();
        int[] widths = {16, 30, 22, 14, 14, 14, 14, 14, 14, 14, 16, 44};
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
    }

    private void balance(Worksheet sheet, int at, FrozenStatement.Balance balance) {
        money(sheet, at, 3, balance.posted());
        money(sheet, at, 4, balance.carriedIn());
        money(sheet, at, 5, balance.advanced());
        money(sheet, at, 6, balance.recovered());
        money(sheet, at, 7, balance.payout());
        money(sheet, at, 8, balance.carriedOut());
        money(sheet, at, 9, balance.debt());
    }

    private void lines(Worksheet sheet) {
        header(
                sheet,
                List.of(
                        text.apply("Табельный номер", "Employee number"),
                        text.apply("Сотрудник", "Employee"),
                        text.apply("План", "Plan"),
                        text.apply("Правило", "Component"),
                        text.apply("Заработано за", "Earned in"),
                        text.apply("Сумма", "Amount")));
        int at = HEADER_ROW;
        for (Due due : dues.values()) {
            for (FrozenStatement.Line line : due.statement().lines()) {
                if (line.currency().equals(batch.currency())) {
                    at++;
                    sheet.value(at, 0, due.payee().employeeNumber());
                    sheet.value(at, 1, due.payee().name());
                    sheet.value(at, 2, line.plan() + " v" + line.version());
                    sheet.value(at, 3, line.component());
                    sheet.value(at, 4, line.window().toString());
                    money(sheet, at, 5, line.minor());
                }
            }
        }
        int[] widths = {16, 30, 22, 22, 14, 16};
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
    }

    private static void header(Worksheet sheet, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(HEADER_ROW, i, titles.get(i));
            sheet.style(HEADER_ROW, i).bold().wrapText(true).fillColor("EEEEEE").set();
        }
        sheet.freezePane(0, HEADER_ROW + 1);
    }

    private void money(Worksheet sheet, int row, int column, long minor) {
        sheet.value(row, column, Currencies.toAmount(minor, batch.currency()));
        sheet.style(row, column).format(MONEY).set();
    }
}
