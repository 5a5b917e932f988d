package dev.premia.codec.avro;

import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.PaymentKind;
import dev.premia.schemas.Payment;
import java.util.Map;

/** Payments. The contract's attributes have no place in the domain. */
public final class PaymentCodec {
    private PaymentCodec() {}

    public static PaymentEvent fromAvro(Payment payment) {
        String source = payment.getSource();
        return new PaymentEvent(
                Fields.header(
                        payment.getId(), payment.getRevision(), payment.getChangedAt(), payment.getDeleted(), source),
                Qualified.id(source, payment.getDeal()),
                kind(payment.getKind()),
                payment.getAmount(),
                payment.getCurrency(),
                payment.getPaidAt(),
                Qualified.id(source, payment.getManager()),
                Qualified.id(source, payment.getCustomer()));
    }

    /**
     * @throws ContractValueException when the amount has more digits than the contract keeps
     */
    public static Payment toAvro(PaymentEvent event) {
        Payment payment = new Payment();
        payment.setId(Fields.required(event.id()));
        payment.setRevision(event.revision());
        payment.setSource(Fields.required(event.header().source()));
        payment.setDeleted(event.header().deleted());
        payment.setChangedAt(event.header().changedAt());
        payment.setDeal(event.deal());
        payment.setKind(kind(event.kind()));
        payment.setAmount(Fields.money("amount", event.amount()));
        payment.setCurrency(event.currency());
        payment.setPaidAt(event.paidAt());
        payment.setManager(event.manager());
        payment.setCustomer(event.customer());
        payment.setAttributes(Map.of());
        return payment;
    }

    private static PaymentKind kind(dev.premia.schemas.PaymentKind kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case payment -> PaymentKind.PAYMENT;
            case refund -> PaymentKind.REFUND;
            case bounce -> PaymentKind.BOUNCE;
            case unknown -> null;
        };
    }

    private static dev.premia.schemas.PaymentKind kind(PaymentKind kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case PAYMENT -> dev.premia.schemas.PaymentKind.payment;
            case REFUND -> dev.premia.schemas.PaymentKind.refund;
            case BOUNCE -> dev.premia.schemas.PaymentKind.bounce;
        };
    }
}
