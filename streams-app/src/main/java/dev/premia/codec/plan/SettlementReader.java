package dev.premia.codec.plan;

import dev.premia.domain.plan.DealBasis;
import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.Settlement;
import dev.premia.domain.plan.Whose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads when a component's pay on a deal is released, and what a refund takes back of it. */
final class SettlementReader {
    private static final List<String> KEYS = List.of("pay_on", "hold", "refunds");

    private static final Map<String, BigDecimal> MOMENTS =
            Map.of("booking", BigDecimal.ONE, "payment", BigDecimal.ZERO);

    private static final Map<String, Settlement.Until> EVENTS =
            Map.of("release", Settlement.Until.RELEASE, "paid", Settlement.Until.PAID);

    private final Problems problems;
    private final FormulaReader formulas;
    private final Scalars scalars;

    SettlementReader(Problems problems, FormulaReader formulas) {
        this.problems = problems;
        this.formulas = formulas;
        this.scalars = new Scalars(problems);
    }

    /**
     * What the keys of a component say; reported where they cannot hold.
     *
     * @param rule how the component pays, null when it could not be read
     * @param scope whose figures it names
     */
    Settlement read(Fields component, PayRule rule, Whose scope) {
        BigDecimal booking = component.has("pay_on") ? booking(component.get("pay_on")) : BigDecimal.ONE;
        Settlement held = component.has("hold") ? hold(component.get("hold")) : Settlement.AT_THE_WIN;
        boolean original = component.has("refunds")
                && Boolean.TRUE.equals(
                        scalars.choice(component.get("refunds"), Map.of("recompute", false, "original", true)));
        if (rule != null) {
            checkRule(component, rule, scope, original);
        }
        return new Settlement(booking, held.holdDays(), held.until(), original);
    }

    private void checkRule(Fields component, PayRule rule, Whose scope, boolean original) {
        String key = KEYS.stream().filter(component::has).findFirst().orElse(null);
        if (key == null) {
            return;
        }
        if (scope != Whose.MANAGER || !DealBasis.paysOnDeals(rule)) {
            problems.error(
                    component.key(key),
                    "pays on no deals",
                    "`" + key + "` in a component that no deal has a part of",
                    "`of` or `per` with a sum over won deals, such as revenue or won_deals",
                    "remove `" + key + "`: the component pays for its window as a whole");
        } else if (original && DealBasis.readsCustomers(rule)) {
            problems.error(
                    component.key("refunds"),
                    "refunds that change other deals",
                    "`original` with first, repeat or VIP deals",
                    "`recompute`",
                    "a deal that is refunded in full is no deal of its customer any more: what it would be otherwise is not known");
        }
    }

    private BigDecimal booking(Item item) {
        if (item.isScalar()) {
            BigDecimal booking = scalars.choice(item, MOMENTS);
            return booking == null ? BigDecimal.ONE : booking;
        }
        Fields fields = Fields.of(item, PlanKeys.PAY_ON, problems);
        if (fields == null) {
            return BigDecimal.ONE;
        }
        BigDecimal booking = share(fields, "booking", "booking: 40%");
        BigDecimal payment = share(fields, "payment", "payment: 60%");
        if (booking == null || payment == null) {
            return BigDecimal.ONE;
        }
        if (booking.signum() < 0 || payment.signum() < 0 || booking.add(payment).compareTo(BigDecimal.ONE) != 0) {
            problems.error(
                    item,
                    "shares do not total 100 %",
                    Scales.percent(booking) + " and " + Scales.percent(payment),
                    "two shares that total exactly 100 %",
                    "write {booking: 40%, payment: 60%}");
        }
        return booking;
    }

    private BigDecimal share(Fields fields, String key, String example) {
        Item item = fields.require(key, example);
        return item == null ? null : formulas.constant(item);
    }

    private Settlement hold(Item item) {
        Fields fields = Fields.of(item, PlanKeys.HOLD, problems);
        if (fields == null) {
            return Settlement.AT_THE_WIN;
        }
        if (!fields.has("days") && !fields.has("until")) {
            problems.error(
                    item, "hold without an end", "neither `days` nor `until`", "one of them", "write {days: 30}");
        }
        Integer days = fields.has("days") ? scalars.positiveNumber(fields.get("days")) : null;
        Settlement.Until until = fields.has("until") ? scalars.choice(fields.get("until"), EVENTS) : null;
        return new Settlement(
                BigDecimal.ONE, days == null ? 0 : days, until == null ? Settlement.Until.NOTHING : until, false);
    }
}
