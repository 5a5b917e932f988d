package dev.premia.plandoc;

import dev.premia.domain.contest.PeerEntry;
import dev.premia.domain.contest.Place;
import dev.premia.domain.contest.Standing;
import dev.premia.domain.contest.TiePolicy;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Type;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.LargestFraction;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;

/** An example of a pool or a contest with invented members A, B, C ...; ranked and shared by the functions that also pay. */
final class GroupExample {
    /** What members bring of one figure; two of them are equal, so that the example shows what a tie does. */
    private static final String[] TIE_AT_THE_TOP = {"1", "1", "0.5"};

    private static final String[] TIE_BELOW = {"1", "0.8", "0.8", "0.5"};
    private static final String[] OF_A_POOL = {"0.5", "0.3", "0.2"};

    /** What decides between equal members. */
    private static final String[] SECOND = {"1", "0.9", "0.6", "0.5"};

    private static final int MOST_CANDIDATES = 8;

    private final PlanLanguage language;
    private final PlanVersion plan;
    private final PlanNumbers numbers;
    private final UnitWords units;
    private final Function<Term, String> names;

    GroupExample(PlanLanguage language, PlanVersion plan, Function<Term, String> names) {
        this.language = language;
        this.plan = plan;
        this.numbers = new PlanNumbers(language);
        this.units = new UnitWords(language, plan.currency());
        this.names = names;
    }

    /** One invented member. */
    private record Member(String name, ExampleFigures figures, BigDecimal value) {}

    // Pools

    /**
     * How a pool is shared, in words; empty where its shares cannot be told.
     *
     * @param whole the pool as it is worked out, below its cap
     */
    String shares(Component component, PayRule.Pool pool, BigDecimal whole) {
        List<String> members = new ArrayList<>();
        List<BigDecimal> weights = new ArrayList<>();
        String brought = "";
        if (pool.shareBy() instanceof PayRule.ShareBy.Contribution contribution) {
            List<Member> found = members(contribution.kpi(), OF_A_POOL, List.of());
            found.forEach(each -> members.add(each.name()));
            found.forEach(each -> weights.add(each.value().max(BigDecimal.ZERO)));
            brought = told(contribution.kpi(), found);
        } else if (pool.shareBy() instanceof PayRule.ShareBy.Weights named) {
            new TreeMap<>(named.weights()).forEach((manager, weight) -> {
                members.add(manager);
                weights.add(weight);
            });
        } else {
            for (int i = 0; i < OF_A_POOL.length; i++) {
                members.add(letter(i));
                weights.add(BigDecimal.ONE);
            }
        }
        if (weights.stream().allMatch(each -> each.signum() == 0)) {
            return "";
        }
        String unit = component.unit();
        long[] parts = LargestFraction.split(Currencies.toMinor(whole, unit), weights);
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < parts.length; i++) {
            text.add(members.get(i) + " – " + money(parts[i], unit));
        }
        return brought.isEmpty()
                ? text(" Участники всего периода получают: ", " Members of the whole window get: ") + text + "."
                : text(" Если ", " If ") + brought + text(", получают: ", ", they get: ") + text + ".";
    }

    // Contests

    /**
     * What the places bring, in words; empty where no round figures give anybody a prize.
     *
     * @param pot as it is worked out; null where the prizes are amounts
     */
    String places(Component component, PayRule.Contest contest, BigDecimal pot) {
        String[] shares = contest.prizes().size() == 1 ? TIE_AT_THE_TOP : TIE_BELOW;
        List<Formula> further = new ArrayList<>();
        if (contest.second() != null) {
            further.add(contest.second());
        }
        if (contest.minimum() != null) {
            further.add(contest.minimum());
        }
        List<Member> members = members(contest.rankBy(), shares, further);
        if (members.isEmpty() || !qualifies(contest, members.get(0))) {
            return "";
        }
        TreeMap<String, PeerEntry> entries = new TreeMap<>();
        for (int i = 0; i < members.size(); i++) {
            Member each = members.get(i);
            BigDecimal second = contest.second() == null
                    ? null
                    : contest.second().evaluate(each.figures()).orElse(null);
            entries.put(each.name(), new PeerEntry(each.value(), second, (long) i, qualifies(contest, each)));
        }
        Standing standing = Standing.of(entries, contest.ties());
        Map<String, Long> awards = standing.awards(prizes(component, contest, pot));
        StringJoiner text = new StringJoiner("; ");
        standing.places().forEach(place -> text.add(outcome(component, contest, place, awards)));
        return text("Если ", "If ") + told(contest.rankBy(), members) + tie(contest, members) + ": " + text + ".";
    }

    private static boolean qualifies(PayRule.Contest contest, Member member) {
        return contest.minimum() == null
                ? member.value().signum() > 0
                : contest.minimum().test(member.figures());
    }

    /** The prizes by place in minor units; shares of the whole pot sum to it. */
    private static long[] prizes(Component component, PayRule.Contest contest, BigDecimal pot) {
        List<BigDecimal> amounts = new ArrayList<>(
                contest.prizes().stream().map(PayRule.Prize::amount).toList());
        if (pot == null) {
            return amounts.stream()
                    .mapToLong(each -> Currencies.toMinor(each, component.unit()))
                    .toArray();
        }
        BigDecimal given = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        amounts.add(BigDecimal.ONE.subtract(given).max(BigDecimal.ZERO));
        long[] parts = LargestFraction.split(Currencies.toMinor(pot, component.unit()), amounts);
        return Arrays.copyOf(parts, parts.length - 1);
    }

    private String outcome(Component component, PayRule.Contest contest, Place place, Map<String, Long> awards) {
        String who = place.manager() + " – " + text(place.place() + " место, ", "place " + place.place() + ", ");
        if (!place.qualified() && place.place() <= contest.prizes().size()) {
            return who + text("ниже минимума, без приза", "below the minimum, no prize");
        }
        StringJoiner prizes = new StringJoiner(text(" или ", " or "));
        for (int i = place.place();
                i <= Math.min(place.lastPlace(), contest.prizes().size());
                i++) {
            PayRule.Prize prize = contest.prizes().get(i - 1);
            if (prize.isInKind()) {
                prizes.add(language.quoted(language.choose(prize.inKindRu(), prize.inKindEn())));
            }
        }
        Long award = awards.get(place.manager());
        if (award != null) {
            return who + money(award, component.unit()) + (prizes.length() == 0 ? "" : ", " + prizes);
        }
        return who + (prizes.length() == 0 ? text("без приза", "no prize") : prizes.toString());
    }

    /** What decides between the two who are equal. */
    private String tie(PayRule.Contest contest, List<Member> members) {
        int first = contest.prizes().size() == 1 ? 0 : 1;
        String one = members.get(first).name();
        String other = members.get(first + 1).name();
        if (contest.ties() == TiePolicy.FIRST_TO_REACH) {
            return text(" и " + one + " раньше, чем " + other, ", " + one + " before " + other);
        }
        return contest.second() == null
                ? ""
                : ", " + told(contest.second(), List.of(members.get(first), members.get(first + 1)));
    }

    // Members

    /** Members by what the first of them brings, with which all formulas have a value; none where nothing round gives one. */
    private List<Member> members(Formula by, String[] shares, List<Formula> further) {
        List<Formula> formulas = new ArrayList<>(List.of(by));
        formulas.addAll(further);
        Set<Term> ranked = ExampleFigures.leaves(List.of(by), List.of());
        Set<Term> leaves = ExampleFigures.leaves(formulas, List.of());
        for (int candidate = 0; candidate < MOST_CANDIDATES; candidate++) {
            List<Member> members = new ArrayList<>();
            for (int i = 0; i < shares.length; i++) {
                ExampleFigures figures = new ExampleFigures(plan);
                for (Term leaf : leaves) {
                    List<BigDecimal> all = figures.candidates(leaf);
                    BigDecimal whole = all.get(Math.min(candidate, all.size() - 1));
                    String share = ranked.contains(leaf) ? shares[i] : SECOND[i];
                    figures.choose(leaf, leaf instanceof Term.Target ? whole : part(whole, share, leaf));
                }
                Value value = by.evaluate(figures);
                members.add(new Member(letter(i), figures, value.orElse(null)));
            }
            boolean usable = members.stream().allMatch(each -> each.value() != null)
                    && members.get(0).value().signum() > 0
                    && further.stream().allMatch(each -> holds(each, members.get(0)));
            if (usable) {
                return members;
            }
        }
        return Collections.emptyList();
    }

    /** A condition must hold, a number must be there. */
    private static boolean holds(Formula formula, Member member) {
        return formula.type() == Type.BOOLEAN
                ? formula.test(member.figures())
                : formula.evaluate(member.figures()).isDefined();
    }

    private static BigDecimal part(BigDecimal whole, String share, Term of) {
        BigDecimal part = whole.multiply(new BigDecimal(share), MathContext.DECIMAL128);
        boolean counted = of.unit() == Unit.COUNT;
        return (counted ? part.setScale(0, RoundingMode.HALF_UP) : part).stripTrailingZeros();
    }

    /** What each member has. */
    private String told(Formula by, List<Member> members) {
        StringJoiner all = new StringJoiner(", ");
        for (Term leaf : ExampleFigures.leaves(List.of(by), List.of())) {
            StringJoiner each = new StringJoiner(", ");
            members.forEach(member -> each.add(member.name() + " – "
                    + units.of(plain(member.figures().chosen().get(leaf)), leaf.unit())));
            all.add(names.apply(leaf) + ": " + each);
        }
        return all.toString();
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private String money(long minor, String unit) {
        return numbers.money(Currencies.toAmount(minor, unit), unit);
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    private String text(String ru, String en) {
        return language.choose(ru, en);
    }
}
