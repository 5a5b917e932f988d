package dev.premia.plandoc;

import dev.premia.domain.money.Currencies;
import java.util.List;

/** What holds for every plan: how results are counted, and in which order money is worked out. */
final class GeneralRules {
    private GeneralRules() {}

    static List<String> of(PlanLanguage language, String zone) {
        return language == PlanLanguage.RU
                ? List.of(
                        "Периоды календарные: сутки, неделя с понедельника, месяц, квартал, год. Границы суток — по часовому поясу "
                                + zone + ".",
                        "Выигранная сделка относится к периоду, в котором она закрыта. Она засчитывается сотруднику, за которым была в"
                                + " момент выигрыша; сделка на нескольких сотрудников — каждому в его доле.",
                        "Суммы сделок берутся за вычетом возвратов, в валюте плана.",
                        "Показатель, который нельзя вычислить (например, средний чек без сделок), не равен нулю: он не определён."
                                + " Условие с неопределённым показателем не выполнено, выплата по нему равна 0.",
                        "Выполнение плана — значение показателя, делённое на план; прирост — значение, делённое на значение прошлого"
                                + " периода, минус 1.",
                        "Выплата по каждому правилу не бывает меньше 0: штрафов нет. Выплаченное раньше может быть отменено, если отменена сама"
                                + " сделка или оплата.",
                        "Если сведения о сделках, оплатах или звонках изменились, премия пересчитывается и разница отражается отдельной"
                                + " записью. Закрытый расчётный месяц не меняется: разница попадает в первый открытый.")
                : List.of(
                        "Periods are calendar days, weeks from Monday, months, quarters and years. Days begin and end in the time zone "
                                + zone + ".",
                        "A won deal belongs to the period in which it was closed. It is credited to the manager who owned it when it was"
                                + " won; a deal of several managers to each by their share.",
                        "Amounts of deals are net of refunds, in the currency of the plan.",
                        "A KPI that cannot be worked out, such as an average without deals, is not zero but undefined. A condition on an"
                                + " undefined KPI is not met; what depends on it pays 0.",
                        "Attainment is the value divided by its target; growth is the value divided by that of the period before, minus"
                                + " 1.",
                        "No component ever pays less than 0: there are no fines. What was paid before may be reversed where the deal or the"
                                + " payment itself was.",
                        "When what is known of deals, payments or calls changes, the bonus is worked out anew and the difference is an"
                                + " entry of its own. A closed payroll month never changes: the difference goes into the first open one.");
    }

    /** The steps from results to money. */
    static List<String> order(PlanLanguage language, String currency) {
        String digits = String.valueOf(Currencies.minorDigits(currency));
        return language == PlanLanguage.RU
                ? List.of(
                        "Сделки зачитываются сотрудникам; сумма разделённой сделки делится без остатка.",
                        "Вычисляются показатели за период каждого правила.",
                        "Проверяется условие правила; если оно не выполнено, правило платит 0.",
                        "Выплата по правилу вычисляется точно, без промежуточного округления.",
                        "Результат округляется один раз, до " + digits
                                + " знаков после запятой, половина — вверх, если в правиле не сказано иное.",
                        "Применяется предел правила, затем предел всего плана.")
                : List.of(
                        "Deals are credited to managers; the amount of a shared deal is divided without a remainder.",
                        "The KPIs are worked out for the period of each component.",
                        "The condition of the component is looked at; where it is not met, the component pays 0.",
                        "What the component pays is worked out exactly, without rounding on the way.",
                        "The result is rounded once, to " + digits
                                + " digits after the point, half up, unless the component says otherwise.",
                        "The cap of the component applies, then the cap of the whole plan.");
    }
}
