package dev.premia.scenario;

import dev.premia.codec.plan.Fields;
import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problems;
import dev.premia.codec.plan.Scalars;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads what a closed payroll month must pay and carry. */
final class PaidReader {
    private static final Set<String> KEYS = keys();

    private final Problems problems;
    private final Scalars scalars;
    private final String source;
    private final Function<Item, Place> places;
    private final Function<Item, BigDecimal> numbers;

    /**
     * @param source qualifies the ids of managers
     * @param numbers reads a decimal; null, and reported, when it is none
     */
    PaidReader(Problems problems, String source, Function<Item, Place> places, Function<Item, BigDecimal> numbers) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.source = source;
        this.places = places;
        this.numbers = numbers;
    }

    private static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(List.of("manager", "period", "organisation", "currency"));
        for (Paid.Figure figure : Paid.Figure.values()) {
            keys.add(keyOf(figure));
        }
        return keys;
    }

    static String keyOf(Paid.Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }

    List<Expectation> read(Item item) {
        Fields fields = Fields.of(item, KEYS, problems);
        if (fields == null) {
            return List.of();
        }
        Item manager = fields.require("manager", "manager: anna");
        Item period = fields.require("period", "period: 2026-10");
        String id = manager == null ? null : scalars.text(manager);
        YearMonth month = period == null ? null : month(period);
        Map<Paid.Figure, BigDecimal> amounts = new EnumMap<>(Paid.Figure.class);
        for (Paid.Figure figure : Paid.Figure.values()) {
            if (fields.has(keyOf(figure))) {
                amounts.put(figure, numbers.apply(fields.get(keyOf(figure))));
            }
        }
        if (amounts.isEmpty()) {
            problems.error(fields.self(), "nothing expected", "no figure", "at least one", "write payout: 500.00");
        }
        if (id == null || month == null || amounts.isEmpty() || amounts.containsValue(null)) {
            return List.of();
        }
        return List.of(new Paid(
                places.apply(fields.self()),
                Subjects.qualified(id, source),
                month,
                optional(fields, "organisation"),
                optional(fields, "currency"),
                amounts));
    }

    private String optional(Fields fields, String key) {
        return fields.has(key) ? scalars.text(fields.get(key)) : null;
    }

    private YearMonth month(Item item) {
        String text = scalars.text(item);
        if (text != null && !ExpectationReader.isMonth(text)) {
            problems.error(item, "wrong month", item.shown(), "a payroll month", "write it like 2026-10");
            return null;
        }
        return text == null ? null : YearMonth.parse(text);
    }
}
