package dev.premia.simulator;

import dev.premia.schemas.Call;
import dev.premia.schemas.CreditKind;
import dev.premia.schemas.Deal;
import dev.premia.schemas.DealCredit;
import dev.premia.schemas.DealStatus;
import dev.premia.schemas.Lead;
import dev.premia.schemas.Payment;
import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Makes records that fit the Avro contract and are wrong all the same. They come beside the valid one under its id and
 * revision, so that whoever rejects them has lost nothing.
 */
final class Spoiler {
    private static final int FAULTS_OF_DEAL = 8;

    private final Dice dice;
    private final double rate;
    private long faults;

    Spoiler(SimulationOptions options) {
        dice = Dice.of(options.seed(), Dice.Of.SPOILER, 0);
        rate = options.invalidRate();
    }

    boolean strikes() {
        return rate > 0 && dice.chance(rate);
    }

    /** Milliseconds after the valid record. */
    long delay() {
        return dice.below(60_000);
    }

    /** A spoiled copy, or null where nothing can be wrong with such a record. */
    SpecificRecord spoil(SpecificRecord value) {
        if (value instanceof Deal deal) {
            return deal.getDeleted() ? null : deal(deal);
        }
        if (value instanceof Call call) {
            return call(call);
        }
        if (value instanceof Lead lead) {
            return Lead.newBuilder(lead).setCreatedAt(null).build();
        }
        return value instanceof Payment payment ? payment(payment) : null;
    }

    /** Every kind of fault in turn. */
    private Deal deal(Deal valid) {
        Deal.Builder deal = Deal.newBuilder(valid);
        switch ((int) (faults++ % FAULTS_OF_DEAL)) {
            case 0 -> deal.setStatus(DealStatus.won).setClosedAt(null);
            case 1 -> deal.setCredits(List.of(share(valid, "0.6"), share(valid, "0.3")));
            case 2 -> deal.setCredits(List.of(share(valid, "1.2"), share(valid, "-0.2")));
            case 3 -> deal.setCurrency("RUR");
            case 4 -> deal.setStatus(null);
            case 5 -> deal.setAmount(valid.getAmount().negate().subtract(new BigDecimal("1.0000")));
            case 6 ->
                deal.setCredits(
                        List.of(share(valid, "1"), new DealCredit(valid.getOwner(), null, 1L, CreditKind.main)));
            default -> deal.setCredits(List.of(new DealCredit(valid.getOwner(), null, 0L, CreditKind.main)));
        }
        return deal.build();
    }

    private static DealCredit share(Deal deal, String share) {
        return new DealCredit(deal.getOwner(), new BigDecimal(share).setScale(9), null, CreditKind.main);
    }

    private Call call(Call valid) {
        Call.Builder call = Call.newBuilder(valid);
        switch (dice.below(4)) {
            case 0 -> call.setStartedAt(null);
            case 1 -> call.setTalkSeconds(-1);
            case 2 -> call.setResult(null);
            default -> call.setDirection(null);
        }
        return call.build();
    }

    private Payment payment(Payment valid) {
        Payment.Builder payment = Payment.newBuilder(valid);
        switch (dice.below(4)) {
            case 0 -> payment.setAmount(new BigDecimal("-1.0000"));
            case 1 -> payment.setDeal(null);
            case 2 -> payment.setPaidAt(null);
            default -> payment.setCurrency("XX");
        }
        return payment.build();
    }
}
