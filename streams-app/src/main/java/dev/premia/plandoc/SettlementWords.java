package dev.premia.plandoc;

import dev.premia.domain.plan.Settlement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** When what a component pays on a deal is released, in plain words. */
final class SettlementWords {
    private final PlanLanguage language;
    private final PlanNumbers numbers;

    SettlementWords(PlanLanguage language) {
        this.language = language;
        this.numbers = new PlanNumbers(language);
    }

    /** One sentence for each thing that differs from paying everything at the win. */
    List<String> of(Settlement settlement) {
        List<String> sentences = new ArrayList<>();
        if (settlement.booking().compareTo(BigDecimal.ONE) < 0) {
            sentences.add(payment(settlement.booking()));
        }
        if (settlement.holdDays() > 0) {
            sentences.add(language.choose(
                    "Удержание: доля сделки не выплачивается раньше, чем через " + settlement.holdDays()
                            + " календарных дней после дня выигрыша.",
                    "Hold: the part of a deal is not paid before " + settlement.holdDays()
                            + " calendar days have passed after the day of the win."));
        }
        if (settlement.until() == Settlement.Until.RELEASE) {
            sentences.add(language.choose(
                    "Удержание: доля сделки выплачивается после решения о её выплате.",
                    "Hold: the part of a deal is paid once a decision releases it."));
        } else if (settlement.until() == Settlement.Until.PAID) {
            sentences.add(language.choose(
                    "Удержание: доля сделки выплачивается, когда клиент оплатил сделку полностью.",
                    "Hold: the part of a deal is paid once the customer has paid the whole deal."));
        }
        if (settlement.original()) {
            sentences.add(language.choose(
                    "Возвраты: премия считается без учёта возвратов, затем вычитается возвращённая часть доли каждой сделки.",
                    "Refunds: the bonus is worked out as if nothing had been refunded; then the refunded part of each deal's part"
                            + " is deducted."));
        }
        return sentences;
    }

    private String payment(BigDecimal booking) {
        if (booking.signum() == 0) {
            return language.choose(
                    "Выплата по мере оплаты: доля каждой сделки выплачивается в той части, в которой клиент её оплатил, в"
                            + " периоде оплаты. Отзыв платежа и возврат забирают выплаченное.",
                    "Pay on payment: the part of each deal is paid in proportion to what the customer has paid of it, in the period of"
                            + " the payment. A payment that bounces or is refunded takes back what it released.");
        }
        String atWin = numbers.percent(booking);
        String later = numbers.percent(BigDecimal.ONE.subtract(booking));
        return language.choose(
                "Выплата частями: " + atWin + " доли каждой сделки выплачивается при выигрыше, " + later
                        + " — по мере оплаты клиентом.",
                "Pay in parts: " + atWin + " of the part of each deal is paid at the win, " + later
                        + " as the customer pays.");
    }
}
