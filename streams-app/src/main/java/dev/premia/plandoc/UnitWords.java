package dev.premia.plandoc;

import dev.premia.domain.formula.Unit;
import java.math.BigDecimal;

/** Values of KPIs with what they count. */
final class UnitWords {
    private final PlanLanguage language;
    private final String currency;
    private final PlanNumbers numbers;

    UnitWords(PlanLanguage language, String currency) {
        this.language = language;
        this.currency = currency;
        this.numbers = new PlanNumbers(language);
    }

    /** @param unit null when nobody knows */
    String of(BigDecimal value, Unit unit) {
        if (unit == null) {
            return numbers.number(value);
        }
        return switch (unit) {
            case MONEY -> numbers.money(value, currency);
            case RATIO -> numbers.percent(value);
            case SECONDS -> numbers.number(value) + language.choose("\u00A0с", "\u00A0s");
            case DAYS -> numbers.number(value) + language.choose("\u00A0дн.", "\u00A0days");
            case COUNT, POINTS, NONE -> numbers.number(value);
        };
    }
}
