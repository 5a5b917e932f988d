package dev.premia.plandoc;

import dev.premia.domain.money.Currencies;
import dev.premia.domain.statement.Guarantee;

/** What a month guarantees, in plain words. */
final class GuaranteeWords {
    private final PlanLanguage language;
    private final PlanNumbers numbers;

    GuaranteeWords(PlanLanguage language) {
        this.language = language;
        this.numbers = new PlanNumbers(language);
    }

    /** What is paid at least, to whom, and whether it is a loan. */
    String of(Guarantee guarantee) {
        String amount =
                numbers.money(Currencies.toAmount(guarantee.minor(), guarantee.currency()), guarantee.currency());
        String least = language.choose(
                "За календарный месяц выплачивается не меньше " + amount
                        + " тому, кто работает по этому плану в последний день месяца.",
                "A calendar month pays at least " + amount + " to whom the plan pays on the last day of the month.");
        String loan = guarantee.recoverable()
                ? language.choose(
                        " Доплата до этой суммы — аванс: он возмещается в следующих месяцах из того, что превышает гарантированную"
                                + " сумму.",
                        " What is added to reach it is an advance: later months pay it back out of what exceeds the guarantee.")
                : language.choose(
                        " Доплата до этой суммы не возмещается.", " What is added to reach it is not paid back.");
        return Marks.strong(language.choose("Гарантированный минимум. ", "Guarantee. ")) + least + loan;
    }
}
