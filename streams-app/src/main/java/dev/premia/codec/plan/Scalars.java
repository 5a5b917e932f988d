package dev.premia.codec.plan;

import dev.premia.domain.formula.NearestName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads single values. A value that cannot be read is reported and given as null. */
public final class Scalars {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._/-]*");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final Problems problems;

    public Scalars(Problems problems) {
        this.problems = problems;
    }

    public String text(Item item) {
        if (!item.isScalar() || item.text().isBlank()) {
            problems.error(item, "wrong type", item.shown(), "a text", "");
            return null;
        }
        return item.text();
    }

    public String id(Item item) {
        String text = text(item);
        if (text != null && !ID.matcher(text).matches()) {
            problems.error(item, "wrong id", item.shown(), "letters, digits, `.`, `_`, `-` and `/`", "");
            return null;
        }
        return text;
    }

    public Integer positiveNumber(Item item) {
        String text = text(item);
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches() || Integer.parseInt(text) == 0) {
            problems.error(item, "wrong number", item.shown(), "a whole number from 1", "");
            return null;
        }
        return Integer.valueOf(text);
    }

    /** A whole number from 0. */
    Integer wholeNumber(Item item) {
        String text = text(item);
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            problems.error(item, "wrong number", item.shown(), "a whole number from 0", "");
            return null;
        }
        return Integer.valueOf(text);
    }

    public LocalDate date(Item item) {
        String text = text(item);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problems.error(item, "wrong date", item.shown(), "a calendar date", "write it like 2026-10-01");
            return null;
        }
    }

    public ZoneId zone(Item item) {
        String text = text(item);
        if (text == null) {
            return null;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            String hint = NearestName.hint(text, ZoneId.getAvailableZoneIds());
            problems.error(
                    item,
                    "unknown time zone",
                    item.shown(),
                    "a zone of the IANA database",
                    hint.isEmpty() ? "write it like Europe/Moscow" : hint);
            return null;
        }
    }

    public String currency(Item item) {
        String text = text(item);
        if (text == null) {
            return null;
        }
        Set<String> known = new TreeSet<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            if (currency.getDefaultFractionDigits() >= 0) {
                known.add(currency.getCurrencyCode());
            }
        }
        if (!known.contains(text)) {
            String hint = NearestName.hint(text, known);
            problems.error(
                    item,
                    "unknown currency",
                    item.shown(),
                    "an ISO 4217 code",
                    hint.isEmpty() ? "write it like RUB or USD" : hint);
            return null;
        }
        return text;
    }

    Boolean flag(Item item) {
        return choice(item, Map.of("true", true, "false", false));
    }

    /** One of a few words. */
    <T> T choice(Item item, Map<String, T> choices) {
        String text = text(item);
        if (text == null) {
            return null;
        }
        T chosen = choices.get(text);
        if (chosen == null) {
            Map<String, T> sorted = new TreeMap<>(choices);
            problems.error(
                    item,
                    "unknown value",
                    item.shown(),
                    "one of " + String.join(", ", sorted.keySet()),
                    NearestName.hint(text, sorted.keySet()));
        }
        return chosen;
    }

    public List<String> texts(Item item) {
        List<String> texts = new ArrayList<>();
        for (Item each : Fields.list(item, problems)) {
            String text = text(each);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
