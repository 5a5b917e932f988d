package dev.premia.simulator;

import dev.premia.schemas.Payment;
import dev.premia.schemas.PaymentKind;
import dev.premia.schemas.Survey;
import dev.premia.schemas.SurveyKind;
import dev.premia.schemas.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** What comes back from a customer: money, and an opinion. */
final class Cashier {
    private final Noise noise;
    private long payments;
    private long surveys;

    Cashier(Noise noise) {
        this.noise = noise;
    }

    void book(PaymentKind kind, String deal, String customer, long amountMinor, long at) {
        String id = Ids.payment(++payments);
        Instant when = Instant.ofEpochMilli(at);
        Payment payment = new Payment(
                id,
                1L,
                Ids.ACCOUNTING,
                false,
                when,
                deal,
                kind,
                Money.of(amountMinor),
                Money.CURRENCY,
                when,
                null,
                customer,
                Map.of());
        noise.send(Topics.PAYMENTS, id, payment, at, Noise.LAST);
    }

    /** An NPS answer, the better the more the seller wins. */
    void ask(Seller seller, String deal, String customer, long at, Dice dice) {
        String id = Ids.survey(++surveys);
        Instant when = Instant.ofEpochMilli(at);
        int score = dice.chance(0.35 + seller.winRate) ? dice.between(9, 10) : dice.between(3, 8);
        Survey survey = new Survey(
                id,
                1L,
                Ids.CRM,
                false,
                when,
                SurveyKind.nps,
                BigDecimal.valueOf(score * 10_000L, 4),
                when,
                seller.id,
                customer,
                deal,
                null,
                Map.of());
        noise.send(Topics.SURVEYS, id, survey, at, Noise.LAST);
    }
}
