package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.domain.analysis.RevenueFactors;
import dev.premia.domain.analysis.RevenueFactors.Effects;
import dev.premia.domain.analysis.SalesBreakdown;
import dev.premia.domain.analysis.Sold;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says why revenue changed: price, quantity, mix. */
@Command(
        name = "factors",
        description = {
            "Takes a change of revenue apart into price, quantity and mix.",
            "",
            "The three effects sum to the change, line by line and in total."
        },
        footer = {
            "  premia analyse factors export/ --period 2026-10",
            "  premia analyse factors export/ --period 2026-Q4 --against 2025-Q4 --over segment --team north",
        })
final class AnalyseFactorsCommand extends AnalyseBase {
    @Option(
            names = "--period",
            required = true,
            paramLabel = "PERIOD",
            order = 10,
            description = "The later period: a month 2026-10, a quarter 2026-Q4, a year or a day; needed.")
    private String period;

    @Option(
            names = "--against",
            paramLabel = "PERIOD",
            order = 11,
            description = "The period with which it is compared. Default: the one before.")
    private String against;

    @Option(
            names = "--over",
            paramLabel = "WHAT",
            order = 12,
            description = "product, segment or campaign. Default: products if deals name any, else segments.")
    private SalesBreakdown over;

    @Mixin
    private ScopeOptions scope;

    @Override
    void check() {
        later();
        earlier();
        scope.check();
    }

    private Window later() {
        return PeriodOptions.parse(period);
    }

    private Window earlier() {
        return against == null ? later().previous() : PeriodOptions.parse(against);
    }

    @Override
    void analyse(BatchResult result, People people, Output output) {
        Subject subject = scope.subject(people);
        RevenueCredits credits = new RevenueCredits(result);
        List<DealCredit> before = credits.of(subject, earlier());
        List<DealCredit> after = credits.of(subject, later());
        SalesBreakdown breakdown =
                over == null ? SalesBreakdown.fitting(Stream.concat(before.stream(), after.stream())) : over;
        String currency = result.settings().currency();
        RevenueFactors.Result factors =
                RevenueFactors.between(breakdown.of(before, currency), breakdown.of(after, currency));
        String title = output.text("Изменение выручки: ", "Change of revenue: ") + people.name(subject) + ", "
                + earlier() + " – " + later() + ", " + currency + ", "
                + result.settings().zone();
        Table table = table(title, breakdown, output);
        for (RevenueFactors.Item item : factors.items()) {
            String name = item.name().isEmpty() ? output.text("не указано", "not named") : item.name();
            row(table, new Cell(name, item.name()), item.before(), item.after(), item.effects(), currency, output);
        }
        if (table.isEmpty()) {
            output.line(output.text("В этих периодах продаж нет.", "No sales in these periods."));
            return;
        }
        table.separator();
        Cell all = new Cell(output.text("Всего", "Total"), null);
        row(table, all, factors.before(), factors.after(), factors.effects(), currency, output);
        table.print(output);
    }

    private static Table table(String title, SalesBreakdown breakdown, Output output) {
        String what =
                switch (breakdown) {
                    case PRODUCT -> output.text("Товар", "Product");
                    case SEGMENT -> output.text("Сегмент", "Segment");
                    case CAMPAIGN -> output.text("Кампания", "Campaign");
                };
        return Table.of("revenue_factor", title)
                .column("item", what)
                .number("quantity_before", output.text("Кол-во до", "Quantity before"))
                .number("quantity_after", output.text("Кол-во после", "Quantity after"))
                .number("before", output.text("Выручка до", "Revenue before"))
                .number("after", output.text("Выручка после", "Revenue after"))
                .number("change", output.text("Изменение", "Change"))
                .number("price", output.text("Цена", "Price"))
                .number("quantity", output.text("Количество", "Quantity"))
                .number("mix", output.text("Структура", "Mix"));
    }

    private static void row(
            Table table, Cell name, Sold before, Sold after, Effects effects, String currency, Output output) {
        table.row(
                name,
                quantity(before, output),
                quantity(after, output),
                Figure.amount(before.minor(), currency, output),
                Figure.amount(after.minor(), currency, output),
                Figure.amount(effects.sum(), currency, output),
                Figure.amount(effects.price(), currency, output),
                Figure.amount(effects.quantity(), currency, output),
                Figure.amount(effects.mix(), currency, output));
    }

    private static Cell quantity(Sold sold, Output output) {
        BigDecimal plain = sold.quantity().stripTrailingZeros();
        return new Cell(output.numbers().atMost(plain, 3), plain);
    }
}
