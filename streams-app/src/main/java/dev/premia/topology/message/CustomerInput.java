package dev.premia.topology.message;

import dev.premia.domain.credit.Callbacks.Contact;
import dev.premia.domain.credit.CustomerAnswer;
import dev.premia.domain.credit.CustomerPurchases.Purchase;
import dev.premia.domain.event.CustomerRecord;

/** What a customer is told, by customer id. */
public sealed interface CustomerInput extends Output {
    Cause cause();

    /** A record of the customer itself. */
    record Said(CustomerRecord customer, Cause cause) implements CustomerInput {}

    /** What a deal is to the customer now; a null purchase takes it back. */
    record PurchaseSet(String deal, Purchase purchase, Cause cause) implements CustomerInput {}

    /** What a conversation is to a caller now, by the caller and not by a customer; a null contact takes it back. */
    record ContactSet(String conversation, Contact contact, Cause cause) implements CustomerInput {}

    /** What the customer answered; a null answer takes it back. */
    record AnswerSet(String survey, CustomerAnswer answer, Cause cause) implements CustomerInput {}
}
