package dev.premia.domain.analysis;

import dev.premia.domain.money.Decimals;
import dev.premia.domain.money.RoundedParts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why revenue changed between two windows: by quantity, by mix, by price. With q and r for the quantity and the revenue of
 * an item, Q for all quantities, 0 for the earlier window and 1 for the later:
 *
 * <ul>
 *   <li>quantity: (Q1 - Q0) x r0 / Q0, as if everything had grown alike at the prices of before;
 *   <li>price: r1 - q1 x r0 / q0, for items that were sold in both windows;
 *   <li>mix: what is left: more of the dear and less of the cheap, also items that are new or gone.
 * </ul>
 *
 * <p>Where nothing was sold before, everything is quantity. Minor units are conserved by the largest remainder: the three
 * effects sum to the change, for each item and in total, and each effect of the items sums to that of the total.
 */
public final class RevenueFactors {
    private RevenueFactors() {}

    /** The parts of a change, minor units. */
    public record Effects(long price, long quantity, long mix) {
        /** The change. */
        public long sum() {
            return Math.addExact(Math.addExact(price, quantity), mix);
        }
    }

    /** One item in both windows. */
    public record Item(String name, Sold before, Sold after, Effects effects) {}

    /**
     * The whole decomposition.
     *
     * @param items by name, ascending
     */
    public record Result(List<Item> items, Sold before, Sold after, Effects effects) {
        public Result {
            items = List.copyOf(items);
        }
    }

    /** Decomposes the change from one window to a later one. */
    public static Result between(Map<String, Sold> before, Map<String, Sold> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Item> raw = new ArrayList<>(names.size());
        for (String name : names) {
            raw.add(new Item(
                    name, before.getOrDefault(name, Sold.NOTHING), after.getOrDefault(name, Sold.NOTHING), null));
        }
        Sold allBefore = before.values().stream().reduce(Sold.NOTHING, Sold::plus);
        Sold allAfter = after.values().stream().reduce(Sold.NOTHING, Sold::plus);
        List<BigDecimal> prices = raw.stream().map(RevenueFactors::price).toList();
        List<BigDecimal> quantities =
                raw.stream().map(item -> quantity(item, allBefore, allAfter)).toList();
        Effects total = total(prices, quantities, Math.subtractExact(allAfter.minor(), allBefore.minor()));
        return new Result(items(raw, prices, quantities, total), allBefore, allAfter, total);
    }

    private static Effects total(List<BigDecimal> prices, List<BigDecimal> quantities, long change) {
        BigDecimal price = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal quantity = quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mix = BigDecimal.valueOf(change).subtract(price).subtract(quantity);
        long[] parts = RoundedParts.of(List.of(price, quantity, mix), change);
        return new Effects(parts[0], parts[1], parts[2]);
    }

    /** Prices and quantities sum to the total's; what they leave of each item's change then sums to the total's mix. */
    private static List<Item> items(
            List<Item> raw, List<BigDecimal> prices, List<BigDecimal> quantities, Effects total) {
        long[] price = RoundedParts.of(prices, total.price());
        long[] quantity = RoundedParts.of(quantities, total.quantity());
        List<Item> items = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            Item item = raw.get(i);
            long change = Math.subtractExact(item.after().minor(), item.before().minor());
            Effects effects = new Effects(price[i], quantity[i], change - price[i] - quantity[i]);
            items.add(new Item(item.name(), item.before(), item.after(), effects));
        }
        return items;
    }

    private static BigDecimal price(Item item) {
        BigDecimal old = item.before().quantity();
        BigDecimal now = item.after().quantity();
        if (old.signum() == 0 || now.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return item.after()
                .amount()
                .subtract(Decimals.divide(now.multiply(item.before().amount()), old));
    }

    private static BigDecimal quantity(Item item, Sold allBefore, Sold allAfter) {
        if (allBefore.quantity().signum() == 0) {
            return item.after().amount().subtract(item.before().amount());
        }
        BigDecimal more = allAfter.quantity().subtract(allBefore.quantity());
        return Decimals.divide(more.multiply(item.before().amount()), allBefore.quantity());
    }
}
