package dev.premia.domain.credit;

import dev.premia.domain.credit.DealCredit.Cash;
import dev.premia.domain.credit.DealCredit.Costs;
import dev.premia.domain.credit.DealCredit.Line;
import dev.premia.domain.credit.DealCredit.Payment;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.money.LargestRemainder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a deal is to the things that it names: whole and once to its campaign and to its segment, whoever is credited, and
 * to each product by its lines. A product's deal counts as one deal; its money is that of the lines, and they sum to the
 * deal's.
 */
public final class ThingCrediting {
    private ThingCrediting() {}

    /** The credits of people and things together; empty when the deal is deleted or only payments are known. */
    public static List<DealCredit> withThings(DealFact fact, DealTerms terms) {
        List<DealCredit> people = DealCrediting.creditsOf(fact, terms);
        List<DealCredit> things = thingsOf(fact, people, terms);
        return things.isEmpty() ? people : together(people, things);
    }

    /**
     * The same with no more of things than their standard KPIs read: nothing while the deal is open, and a few fields of a
     * deal that is closed. Things are many, and what is left of them changes seldom.
     */
    public static List<DealCredit> withOutlinedThings(DealFact fact, DealTerms terms) {
        List<DealCredit> people = DealCrediting.creditsOf(fact, terms);
        if (people.isEmpty() || people.get(0).outcome() == DealOutcome.OPEN) {
            return people;
        }
        List<DealCredit> things = thingsOf(fact, people, terms);
        return things.isEmpty()
                ? people
                : together(people, things.stream().map(DealCredit::outline).toList());
    }

    private static List<DealCredit> together(List<DealCredit> people, List<DealCredit> things) {
        List<DealCredit> all = new ArrayList<>(people.size() + things.size());
        all.addAll(people);
        all.addAll(things);
        return all;
    }

    private static List<DealCredit> thingsOf(DealFact fact, List<DealCredit> people, DealTerms terms) {
        if (people.isEmpty() || !namesThings(people.get(0))) {
            return List.of();
        }
        List<DealCredit> all = new ArrayList<>();
        DealCredit whole = DealCrediting.wholeOf(fact, terms);
        addWhole(SubjectType.CAMPAIGN, whole.campaign(), whole, all);
        addWhole(SubjectType.SEGMENT, whole.segment(), whole, all);
        addProducts(fact.current().lines(), whole, all);
        return all;
    }

    private static boolean namesThings(DealCredit credit) {
        return credit.campaign() != null
                || credit.segment() != null
                || !credit.lines().isEmpty();
    }

    private static void addWhole(SubjectType type, String id, DealCredit whole, List<DealCredit> all) {
        if (id != null && !id.isEmpty()) {
            all.add(whole.of(new Subject(type, id)));
        }
    }

    private static void addProducts(List<DealLine> lines, DealCredit whole, List<DealCredit> all) {
        Map<String, List<Integer>> byProduct = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).product() != null) {
                byProduct
                        .computeIfAbsent(lines.get(i).product(), id -> new ArrayList<>(1))
                        .add(i);
            }
        }
        if (byProduct.isEmpty()) {
            return;
        }
        long[] amounts =
                weights(whole.lines().stream().mapToLong(Line::grossMinor).toArray());
        long[] goods = costWeights(lines, amounts);
        Spread spread = new Spread(whole, amounts, goods);
        byProduct.forEach((product, places) -> all.add(spread.part(new Subject(SubjectType.PRODUCT, product), places)));
    }

    /** What the lines cost by themselves; their amounts where one of them does not say it. */
    private static long[] costWeights(List<DealLine> lines, long[] amounts) {
        long[] costs = new long[lines.size()];
        for (int i = 0; i < costs.length; i++) {
            DealLine line = lines.get(i);
            if (line.cost() == null) {
                return amounts;
            }
            BigDecimal quantity = line.quantity() == null ? BigDecimal.ONE : line.quantity();
            costs[i] = line.cost()
                    .multiply(quantity)
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        return weights(costs);
    }

    private static long[] weights(long[] weights) {
        if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            Arrays.fill(weights, 1);
        }
        return weights;
    }

    /** The parts of a deal by line, in its own currency and in those into which it was converted. */
    private static final class Spread {
        private final DealCredit whole;
        private final long[] amounts;
        private final long[] goods;

        Spread(DealCredit whole, long[] amounts, long[] goodsWeights) {
            this.whole = whole;
            this.amounts = amounts;
            this.goods = goodsWeights;
        }

        DealCredit part(Subject product, List<Integer> places) {
            List<Line> lines = places.stream().map(whole.lines()::get).toList();
            long credited = lines.stream().mapToLong(Line::creditedMinor).sum();
            long gross = lines.stream().mapToLong(Line::grossMinor).sum();
            List<Conversion> conversions = whole.conversions().stream()
                    .map(conversion -> part(conversion, places))
                    .toList();
            return whole.of(product)
                    .part(credited, part(whole.cash(), gross, places), part(whole.costs(), places), lines, conversions);
        }

        private Conversion part(Conversion conversion, List<Integer> places) {
            List<LineMoney> lines = places.stream().map(conversion.lines()::get).toList();
            long credited = lines.stream().mapToLong(LineMoney::creditedMinor).sum();
            long gross = lines.stream().mapToLong(LineMoney::grossMinor).sum();
            return new Conversion(
                    conversion.view(),
                    conversion.from(),
                    conversion.wholeMinor(),
                    credited,
                    part(conversion.cash(), gross, places),
                    part(conversion.costs(), places),
                    lines,
                    conversion.uses());
        }

        private Costs part(Costs costs, List<Integer> places) {
            return costs == null
                    ? null
                    : new Costs(
                            costs.wholeMinor(),
                            sum(LargestRemainder.split(costs.costMinor(), goods), places),
                            sum(LargestRemainder.split(costs.expensesMinor(), amounts), places),
                            sum(LargestRemainder.split(costs.taxMinor(), amounts), places));
        }

        private Cash part(Cash cash, long gross, List<Integer> places) {
            List<Payment> parts = new ArrayList<>(cash.payments().size());
            for (Payment payment : cash.payments()) {
                long[] split = LargestRemainder.split(Math.abs(payment.wholeMinor()), amounts);
                long part = Long.signum(payment.wholeMinor()) * sum(split, places);
                parts.add(new Payment(payment.paidAt(), payment.wholeMinor(), part));
            }
            return new Cash(cash.wholeMinor(), gross, parts);
        }

        private static long sum(long[] parts, List<Integer> places) {
            return places.stream().mapToLong(place -> parts[place]).sum();
        }
    }
}
