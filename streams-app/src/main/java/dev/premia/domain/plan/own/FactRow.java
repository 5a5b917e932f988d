package dev.premia.domain.plan.own;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.formula.Scope;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * One thing that counts: a fact, or one line or payment of a deal.
 *
 * @param fact what the fact's source keeps: {@link DealCredit}, {@link LeadEvent}, {@link CallEvent} or {@link ManagerEvent}
 * @param part the line or payment of the deal; null where the whole fact counts
 */
public record FactRow(Object fact, Object part) implements Scope {

    static FactRow of(Object fact) {
        return new FactRow(fact, null);
    }

    DealCredit deal() {
        return (DealCredit) fact;
    }

    DealCredit.Line line() {
        return (DealCredit.Line) part;
    }

    DealCredit.Payment payment() {
        return (DealCredit.Payment) part;
    }

    LeadEvent lead() {
        return (LeadEvent) fact;
    }

    CallEvent call() {
        return (CallEvent) fact;
    }

    ManagerEvent work() {
        return (ManagerEvent) fact;
    }

    @Override
    public Value number(Object handle) {
        BigDecimal number = ((FactField) handle).number(this);
        return number == null ? Value.undefined(((FactField) handle).name() + " is not known") : Value.of(number);
    }

    @Override
    public boolean bool(Object handle) {
        return ((FactField) handle).bool(this);
    }

    @Override
    public String string(Object handle) {
        String text = ((FactField) handle).text(this);
        return text == null ? "" : text;
    }

    @Override
    public List<String> strings(Object handle) {
        return ((FactField) handle).texts(this);
    }
}
