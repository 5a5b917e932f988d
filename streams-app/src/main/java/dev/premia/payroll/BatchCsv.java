package dev.premia.payroll;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A batch as a table for 1C: UTF-8 with a byte order mark, semicolons, CRLF, {@code dd.MM.yyyy}, decimal comma. */
public final class BatchCsv {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    private static final List<String> HEADER = List.of(
            "ИдВыгрузки",
            "Организация",
            "ОрганизацияИНН",
            "ТабельныйНомер",
            "Сотрудник",
            "ФизическоеЛицоСНИЛС",
            "Подразделение",
            "МесяцНачисления",
            "ВидНачисления",
            "КодНачисления",
            "ДатаНачала",
            "ДатаОкончания",
            "Сумма",
            "Основание");

    private BatchCsv() {}

    public static byte[] write(Batch batch, PayrollTerms terms) {
        PayrollTerms.Employer employer = terms.employer(batch.organisation());
        LocalDate first = batch.period().atDay(1);
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, HEADER);
        for (Batch.Row row : batch.rows()) {
            line(
                    text,
                    List.of(
                            row.id().toString(),
                            shown(employer.name()),
                            employer.inn(),
                            row.payee().employeeNumber(),
                            shown(row.payee().name()),
                            "",
                            shown(row.payee().department()),
                            DAY.format(first),
                            terms.accrualName(),
                            terms.accrualCode(),
                            DAY.format(first),
                            DAY.format(batch.period().atEndOfMonth()),
                            batch.amount(row.minor()).toPlainString().replace('.', ','),
                            row.basis()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(BatchCsv::quoted).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    /** Spreadsheets take what begins like this for a formula. */
    private static String shown(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
