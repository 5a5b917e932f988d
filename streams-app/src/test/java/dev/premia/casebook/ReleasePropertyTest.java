package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.scenario.Balance;
import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioRecord;
import dev.premia.scenario.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing is lost or made by releasing pay in parts: whatever is paid when and in how many parts, once every deal is paid what was
 * released over all windows is what would have been paid at the win.
 */
class ReleasePropertyTest {
    private static final List<String> MONTHS = List.of("2026-09-", "2026-10-", "2026-11-", "2026-12-");
    private static final List<String> AMOUNTS =
            List.of("0.01", "0.05", "99.99", "333.33", "500", "1000", "1000.01", "2500.07");

    private static final List<String> RULES = List.of(
            "rate: 100%, of: revenue",
            "rate: 3.33%, of: revenue, when: \"revenue > 700\"",
            "rate: 7%, of: \"max(0, revenue - 600)\"",
            "rate: 7%, of: \"revenue + 100\", when: \"revenue > 0\", cap: 90",
            "pay: 33.33, per: won_deals",
            "pay: 100, per: \"floor(revenue / 300)\", cap: 250",
            "of: revenue, tiers: { mode: graduated, steps: [{ to: 400, rate: 3% }, { rate: 7% }] }",
            "of: revenue, cap: 61.07, tiers: { mode: graduated, steps: [{ to: 400, rate: 3% }, { rate: 7% }] }",
            "of: revenue, tiers: { mode: slab, bounds: upper_inclusive, steps: [{ to: 400, rate: 3% }, { rate: 7% }] }",
            "of: revenue, cap: 61.07, tiers: { mode: slab, bounds: upper_inclusive, steps: [{ to: 400, pay: 11 }, { rate: 7% }] }",
            "of: revenue, tiers: { mode: per_deal, bounds: upper_inclusive, steps: [{ to: 400, rate: 3% }, { rate: 7% }] }",
            "of: revenue, tiers: { mode: graduated, over: deal, round: per_deal, steps: [{ to: 400, rate: 3% }, { rate: 7% }] }",
            "of: revenue, by: won_deals, tiers: { mode: slab, bounds: lower_inclusive, steps: [{ to: 2, rate: 3% }, { rate: 7% }] }");

    private static final List<String> RELEASES = List.of(
            "pay_on: payment",
            "pay_on: { booking: 33.3%, payment: 66.7% }",
            "pay_on: payment, hold: { until: paid }",
            "hold: { until: paid }",
            "pay_on: payment, refunds: original",
            "refunds: original");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldReleaseInAllWindowsWhatWasEarnedWhenEveryDealIsPaid(long seed) {
        Random random = new Random(seed);
        Story story = Story.story();
        List.of("m1", "m2", "m3").forEach(id -> story.manager(id, manager -> {}));
        story.planFile(plan("booked", random, List.of("")));
        story.planFile(plan("released", random, RELEASES));
        int deals = 1 + random.nextInt(7);
        for (int i = 0; i < deals; i++) {
            deal(story, "d" + i, random);
        }

        Map<String, Long> sums = sums(story.scenario());

        assertThat(sums).isNotEmpty();
        sums.forEach((key, sum) -> {
            if (key.startsWith("booked")) {
                assertThat(sums.getOrDefault("released" + key.substring("booked".length()), 0L))
                        .as(key)
                        .isEqualTo(sum);
            }
        });
    }

    private static String plan(String id, Random random, List<String> releases) {
        StringBuilder text = new StringBuilder("plan: " + id + "\nversion: 1\nvalid_from: 2026-01-01\ncurrency: RUB\n"
                + "timezone: Europe/Moscow\nperiod: month\ncomponents:\n");
        for (int i = 0; i < RULES.size(); i++) {
            String release = releases.get(random.nextInt(releases.size()));
            text.append("  - { id: c").append(i).append(", ").append(RULES.get(i));
            text.append(release.isEmpty() ? " }\n" : ", " + release + " }\n");
        }
        return text.toString();
    }

    private static void deal(Story story, String id, Random random) {
        BigDecimal amount = new BigDecimal(one(AMOUNTS, random));
        story.deal(id, deal -> {
            deal.won(day(random), amount.toPlainString()).owner("m" + (1 + random.nextInt(3)));
            switch (random.nextInt(4)) {
                case 0 -> deal.split("m1", "0.3", "m2", "0.7");
                case 1 -> deal.weights("m1", "1", "m2", "1", "m3", "1");
                case 2 -> deal.overlay("m2", "0.15");
                default -> deal.unsplit();
            }
        });
        BigDecimal left = amount;
        int parts = random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            BigDecimal part = left.divide(BigDecimal.valueOf(3), 2, java.math.RoundingMode.DOWN);
            if (part.signum() > 0) {
                story.payment("p" + i + id, id, part.toPlainString(), day(random));
                left = left.subtract(part);
            }
        }
        if (random.nextInt(4) == 0) {
            // More than is owed, and some of it comes back.
            story.payment("over" + id, id, "77", day(random));
            story.bounce("back" + id, id, "50", day(random));
        }
        story.payment("last" + id, id, left.toPlainString(), day(random));
    }

    private static Map<String, Long> sums(Scenario story) {
        List<ScenarioRecord<?>> records = new ArrayList<>();
        for (Step step : story.steps()) {
            if (step instanceof Step.Recorded recorded) {
                records.addAll(recorded.records());
            }
        }
        Map<String, Long> sums = new TreeMap<>();
        for (Map.Entry<Balance, Long> each :
                new Oracle(story.settings(), records).balances().entrySet()) {
            Balance balance = each.getKey();
            String key = balance.plan() + " " + balance.manager() + " " + balance.component();
            sums.merge(key, each.getValue(), Math::addExact);
        }
        return sums;
    }

    private static String day(Random random) {
        return one(MONTHS, random) + (10 + random.nextInt(19));
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
