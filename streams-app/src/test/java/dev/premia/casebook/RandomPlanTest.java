package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.plan.PlanFile;
import dev.premia.scenario.Balance;
import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioRecord;
import dev.premia.scenario.Step;
import dev.premia.schemas.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The invariants for random plans of the grammar over random histories: the stream has booked what the batch engine says, in
 * any order and batching, with records repeated, and nothing is paid by what is undefined. A failure names its seed and
 * prints the plans; {@code -Dpremia.casebook.seed=17} plays that one alone, {@code -Dpremia.casebook.histories=1000} more.
 */
class RandomPlanTest {
    private static final int HISTORIES = Integer.getInteger("premia.casebook.histories", 12);
    private static final long ONE_SEED = Long.getLong("premia.casebook.seed", -1);
    private static final int PLANS = 500;
    private static final List<String> STARTS = List.of("2026-01-01", "2026-09-30", "2026-10-16");
    /** Of a team pool each team has one, so a window may have several. */
    private static final long POOL_MINOR = 777_77;

    private static final int MANY_LINES = 8;

    static LongStream seeds() {
        return ONE_SEED >= 0 ? LongStream.of(ONE_SEED) : LongStream.range(1, 1 + HISTORIES);
    }

    @Test
    void shouldBeValidWhenDrawnFromTheGrammar() {
        for (int seed = 0; seed < PLANS; seed++) {
            String text = new RandomPlan(new Random(seed))
                    .document("p", 1, STARTS.get(seed % STARTS.size()), "Europe/Moscow", "month");

            assertThat(PlanFile.read("p", text).errors())
                    .as("seed %d\n%s", seed, text)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldAgreeToTheKopeckWhateverThePlan(long seed) {
        Story story = History.withRandomPlans(seed);
        try {
            story.agree();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + "\n" + String.join("\n", plans(story.scenario())), e);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldPayNothingByWhatIsUndefined(long seed) {
        Scenario story = History.withRandomPlans(seed).scenario();

        Map<Balance, Long> paid = new Oracle(story.settings(), records(story)).balances();

        assertThat(paid.keySet())
                .as("seed %d\n%s", seed, String.join("\n", plans(story)))
                .noneMatch(balance -> balance.component().startsWith(RandomPlan.GHOST));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldPayTheWholePoolOrNothing(long seed) {
        Scenario story = History.withRandomPlans(seed).scenario();
        Map<String, Long> pools = new TreeMap<>();
        new Oracle(story.settings(), records(story)).balances().forEach((balance, minor) -> {
            if (balance.component().equals(RandomPlan.POOL)) {
                pools.merge(balance.plan() + " " + balance.window(), minor, Math::addExact);
            }
        });

        assertThat(pools)
                .as("seed %d\n%s", seed, String.join("\n", plans(story)))
                .allSatisfy((pool, minor) -> assertThat(minor % POOL_MINOR).isZero());
    }

    /** Plans that pay nothing would prove nothing. */
    @Test
    void shouldPayInMostHistories() {
        long paying = LongStream.range(1, 1 + HISTORIES)
                .filter(seed -> {
                    Scenario story = History.withRandomPlans(seed).scenario();
                    return new Oracle(story.settings(), records(story))
                                    .balances()
                                    .size()
                            >= MANY_LINES;
                })
                .count();

        assertThat(paying).isGreaterThan(HISTORIES / 2);
    }

    private static List<String> plans(Scenario story) {
        List<String> plans = new ArrayList<>();
        for (ScenarioRecord<?> each : records(story)) {
            if (each.value() instanceof Plan plan) {
                plans.add(plan.getDocument().toString());
            }
        }
        return plans;
    }

    private static List<ScenarioRecord<?>> records(Scenario story) {
        List<ScenarioRecord<?>> records = new ArrayList<>();
        for (Step step : story.steps()) {
            if (step instanceof Step.Recorded recorded) {
                records.addAll(recorded.records());
            }
        }
        return records;
    }
}
