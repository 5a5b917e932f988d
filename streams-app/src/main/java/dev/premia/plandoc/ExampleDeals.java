package dev.premia.plandoc;

import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.TierTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** An example for scales that pay deal by deal: three deals that reach as many steps as round amounts can. */
final class ExampleDeals {
    private static final List<List<String>> SETS = List.of(
            List.of("400000", "300000", "500000"),
            List.of("4000000", "3000000", "5000000"),
            List.of("40000", "30000", "50000"),
            List.of("4000", "3000", "5000"));

    /**
     * @param amount what all of the deals pay
     * @param calculation their parts
     */
    record Worked(BigDecimal amount, String calculation) {}

    private final PlanLanguage language;
    private final PlanNumbers numbers;
    private final String currency;

    ExampleDeals(PlanLanguage language, String currency) {
        this.language = language;
        this.numbers = new PlanNumbers(language);
        this.currency = currency;
    }

    Optional<Worked> of(PayRule.Deals rule, ExampleFigures figures) {
        TierTable.Resolved table = rule.table().resolve(figures);
        if (table == null) {
            return Optional.empty();
        }
        List<BigDecimal> best = List.of();
        int most = 0;
        for (List<String> set : SETS) {
            List<BigDecimal> amounts = set.stream().map(BigDecimal::new).toList();
            int reached = steps(rule, table, amounts).size();
            if (reached > most) {
                most = reached;
                best = amounts;
            }
        }
        return Optional.of(worked(rule, table, best));
    }

    private static TreeSet<Integer> steps(PayRule.Deals rule, TierTable.Resolved table, List<BigDecimal> amounts) {
        TreeSet<Integer> reached = new TreeSet<>();
        BigDecimal running = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            running = running.add(amount);
            reached.add(table.reachedBy(rule.running() ? running : amount));
        }
        return reached;
    }

    private Worked worked(PayRule.Deals rule, TierTable.Resolved table, List<BigDecimal> amounts) {
        List<String> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal running = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            running = running.add(amount);
            BigDecimal pay = rule.running() ? table.payWholly(table.reachedBy(running), amount) : table.payOn(amount);
            sum = sum.add(pay);
            parts.add(numbers.money(pay, currency));
        }
        String deals = language.choose("за сделки ", "for deals of ")
                + String.join(", ", amounts.stream().map(numbers::number).toList());
        return new Worked(sum, deals + ": " + String.join(" + ", parts));
    }
}
