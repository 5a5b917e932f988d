package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.domain.control.Decision;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.replay.BatchResult;
import dev.premia.replay.close.ClosedPeriod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a close froze: what everybody has in the month, what is paid and what is carried. */
final class CloseReport {
    private static final int SHOWN_DIGITS = 12;

    private final ClosedPeriod frozen;
    private final People people;
    private final Output output;

    CloseReport(BatchResult result, ClosedPeriod frozen, Output output) {
        this.frozen = frozen;
        this.people = new People(result.organisation(), output);
        this.output = output;
    }

    void print(Decision.Close close, boolean resumed, boolean dryRun) {
        String title =
                output.text("Закрытие ", "Close of ") + frozen.period() + ", " + output.text("отсечка ", "cutoff ")
                        + close.cutoff().atZone(close.zone()).toOffsetDateTime();
        Table table = Table.of("frozen_statement", title)
                .column("manager", output.text("Менеджер", "Manager"))
                .number("lines", output.text("Строк", "Lines"))
                .number("posted", output.text("Начислено", "Posted"))
                .number("carried_in", output.text("Перенесено с прошлого", "Carried in"))
                .number("payout", output.text("К выплате", "Payout"))
                .number("carried_out", output.text("Перенос дальше", "Carried out"))
                .number("debt", output.text("Долг по авансам", "Debt of advances"))
                .column("digest", output.text("Отпечаток", "Digest"));
        Map<String, Long> posted = new TreeMap<>();
        Map<String, Long> payout = new TreeMap<>();
        for (FrozenStatement statement : frozen.statements()) {
            for (FrozenStatement.Balance balance : statement.balances()) {
                posted.merge(balance.currency(), balance.posted(), Math::addExact);
                payout.merge(balance.currency(), balance.payout(), Math::addExact);
                table.row(
                        new Cell(people.nameAndId(statement.manager()), statement.manager()),
                        (long) statement.lines().size(),
                        money(balance.posted(), balance.currency()),
                        money(balance.carriedIn(), balance.currency()),
                        money(balance.payout(), balance.currency()),
                        money(balance.carriedOut(), balance.currency()),
                        money(balance.debt(), balance.currency()),
                        new Cell(statement.digest().substring(0, SHOWN_DIGITS), statement.digest()));
            }
        }
        table.separator();
        posted.forEach((currency, minor) -> table.row(
                output.text("Всего", "All"),
                null,
                money(minor, currency),
                null,
                money(payout.get(currency), currency),
                null,
                null,
                null));
        if (frozen.statements().isEmpty()) {
            output.message(output.text("Начислений нет.", "No entries."));
        } else {
            table.print(output);
        }
        output.line(output.text("Отпечаток периода SHA-256: ", "Digest of the period SHA-256: ") + frozen.digest());
        if (dryRun) {
            output.line(output.text("Проба: ничего не записано.", "Dry run: nothing was written."));
        } else {
            output.line(
                    resumed
                            ? output.text("Прерванное закрытие завершено.", "A close that was cut short is completed.")
                            : output.text("Период закрыт.", "The month is closed."));
        }
    }

    /** Results in the log that are not what was computed; they do not count any more. */
    void printDiffering(List<String> managers, boolean dryRun) {
        if (!managers.isEmpty()) {
            String names = String.join(", ", managers);
            String what = dryRun
                    ? output.text(
                            "В журнале другие результаты, закрытие их заменит: ",
                            "The log has other results, which the close will replace: ")
                    : output.text(
                            "Заменены другие результаты из журнала: ", "Other results in the log were replaced: ");
            output.line(what + names);
        }
    }

    private Cell money(long minor, String currency) {
        return Cell.money(minor, currency, output.numbers());
    }
}
