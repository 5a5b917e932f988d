package dev.premia.domain.ledger;

import dev.premia.domain.control.Decision;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.ComponentAmount;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.plan.Phrase;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The amounts by hand of one manager. They are booked under a plan of their own, one component for each type and unit, in the
 * month in whose payroll they belong.
 *
 * @param manager whose
 * @param decisions the adjustments that concern the manager, in any order
 */
public record Adjustments(ManagerRecord manager, List<Decision.Adjustment> decisions) {
    /** The plan under which they are booked. */
    public static final String PLAN = "adjustments";

    /**
     * The most by which a month's pay may be reduced for breaches of discipline: Labour Code of the Russian Federation,
     * article 135, part 3, as amended by Federal Law 144-FZ of 7 June 2025.
     */
    public static final BigDecimal LARGEST_REDUCTION = new BigDecimal("0.20");

    private static final char UNIT_MARK = '/';

    public Adjustments {
        decisions = List.copyOf(decisions);
    }

    /** What has been booked or said for a month beside reductions, by unit, in minor units. */
    @FunctionalInterface
    public interface Bonus {
        long minor(String unit);
    }

    /** The months that have adjustments. */
    public Collection<YearMonth> months() {
        TreeSet<YearMonth> months = new TreeSet<>();
        decisions.forEach(each -> months.add(each.period()));
        return months;
    }

    /** The origin window of what is booked for a month. */
    public static Window window(YearMonth month) {
        return new Window(WindowKind.MONTH, month.atDay(1));
    }

    /** The id under which a type and unit are booked: {@code bonus/RUB}. */
    static String component(String type, String unit) {
        return type + UNIT_MARK + unit;
    }

    /** Whether what is booked under a component is a reduction for a breach of discipline. */
    public static boolean isDisciplinary(String component) {
        return component.startsWith(Decision.Adjustment.DISCIPLINARY + UNIT_MARK);
    }

    /**
     * What the adjustments of a month come to, by component.
     *
     * @param bonus what the plans pay for the month; the other adjustments are added here
     */
    public List<ComponentAmount> of(YearMonth month, Bonus bonus) {
        Map<String, ComponentAmount> amounts = new TreeMap<>();
        for (Decision.Adjustment each : decisions) {
            if (each.period().equals(month)) {
                String component = component(each.type(), each.unit());
                ComponentAmount before = amounts.get(component);
                long minor = Math.addExact(before == null ? 0 : before.minor(), each.minorFor(manager.id()));
                amounts.put(component, new ComponentAmount(component, 0, minor, each.unit()));
            }
        }
        amounts.replaceAll((component, amount) ->
                isDisciplinary(component) ? limited(amount, bonusWith(amount.currency(), bonus, amounts)) : amount);
        return List.copyOf(amounts.values());
    }

    private static long bonusWith(String unit, Bonus bonus, Map<String, ComponentAmount> amounts) {
        long total = bonus.minor(unit);
        for (ComponentAmount amount : amounts.values()) {
            if (amount.currency().equals(unit) && !isDisciplinary(amount.component())) {
                total = Math.addExact(total, amount.minor());
            }
        }
        return total;
    }

    private ComponentAmount limited(ComponentAmount reduction, long bonusMinor) {
        long limit = limit(reduction.currency(), bonusMinor);
        return new ComponentAmount(reduction.component(), 0, Math.max(reduction.minor(), -limit), reduction.currency());
    }

    /** The most that a month is reduced by: a share of base and bonus, and never more than the bonus. */
    private long limit(String currency, long bonusMinor) {
        boolean known = manager.baseSalary() != null && currency.equals(manager.currency());
        long base = known ? Currencies.toMinor(manager.baseSalary(), currency) : 0;
        long share = BigDecimal.valueOf(Math.addExact(base, Math.max(0, bonusMinor)))
                .multiply(LARGEST_REDUCTION)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        return Math.min(share, Math.max(0, bonusMinor));
    }

    /** Explains what is booked for a month under a component. */
    public Explanation explain(YearMonth month, String component, long bookedMinor) {
        List<Explanation.Input> inputs = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        long said = 0;
        String unit = component.substring(component.indexOf(UNIT_MARK) + 1);
        for (Decision.Adjustment each : decisions) {
            if (each.period().equals(month)
                    && component(each.type(), each.unit()).equals(component)) {
                long minor = each.minorFor(manager.id());
                said = Math.addExact(said, minor);
                String amount = Currencies.toAmount(minor, unit).toPlainString();
                inputs.add(new Explanation.Input(each.heading().id(), amount));
                steps.add(step(each, amount));
            }
        }
        if (said != bookedMinor) {
            String limit = Currencies.toAmount(-bookedMinor, unit).toPlainString();
            notes.add(Phrase.REDUCTION_LIMITED.text(limit, percent(LARGEST_REDUCTION)));
        }
        return new Explanation(Phrase.BY_HAND.text(component), inputs, steps, notes);
    }

    private static String step(Decision.Adjustment each, String amount) {
        Decision.Heading heading = each.heading();
        return heading.approver() == null
                ? Phrase.DECIDED.text(heading.id(), amount, heading.author(), heading.reason())
                : Phrase.APPROVED.text(heading.id(), amount, heading.author(), heading.approver(), heading.reason());
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
