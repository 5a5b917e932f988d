package dev.premia.domain.plan;

import dev.premia.domain.contest.PeerKey;
import dev.premia.domain.contest.Place;
import dev.premia.domain.contest.Standing;
import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What components of groups pay one manager for a window: pools, contests, and rules over the figures of a team or of the
 * company. They look at the whole window under the version of the plan that is valid on its last day.
 */
final class GroupPay {
    private final PlanBook book;
    private final ManagerRecord manager;
    private final EvaluationData data;

    GroupPay(PlanBook book, ManagerRecord manager, EvaluationData data) {
        this.book = book;
        this.manager = manager;
        this.data = data;
    }

    /** What each component of a group pays, in minor units. */
    List<ComponentAmount> amounts(String plan, Window window) {
        List<ComponentAmount> amounts = new ArrayList<>(0);
        for (GroupRuling ruling : rulings(plan, window)) {
            PlanVersion version = ruling.version();
            long minor = amount(ruling, Trace.NONE);
            amounts.add(new ComponentAmount(ruling.component().id(), version.version(), minor, unit(ruling)));
        }
        return amounts;
    }

    /** Writes down how a component comes to what it pays; false when no version of the plan has it in the window. */
    boolean explain(String plan, String componentId, Window window, Trace.Recording trace) {
        for (GroupRuling ruling : rulings(plan, window)) {
            if (ruling.component().id().equals(componentId)) {
                amount(ruling, trace);
                return true;
            }
        }
        return false;
    }

    /** The rule of a component of a group in a window, or null. */
    Component component(String plan, String componentId, Window window) {
        for (GroupRuling ruling : rulings(plan, window)) {
            if (ruling.component().id().equals(componentId)) {
                return ruling.component();
            }
        }
        return null;
    }

    /** A published result keeps its contest alive under the version that it names, whatever versions follow. */
    private List<GroupRuling> rulings(String plan, Window window) {
        List<GroupRuling> rulings = GroupRuling.of(book, plan, window);
        List<GroupRuling> all = rulings;
        for (PlanVersion version : book.versions(plan)) {
            for (Component component : book.reads(version).componentsOfGroups()) {
                Decision.ContestResult result = data.decisions().contestResult(plan, component.id(), window);
                if (result != null
                        && result.version() == version.version()
                        && rulings.stream()
                                .noneMatch(each -> each.component().id().equals(component.id()))) {
                    all = all == rulings ? new ArrayList<>(rulings) : all;
                    all.add(new GroupRuling(version, component, window, window.days()));
                }
            }
        }
        return all;
    }

    private long amount(GroupRuling ruling, Trace trace) {
        if (ruling.component().rule() instanceof PayRule.Pool pool) {
            return pool(ruling, pool, trace);
        } else if (ruling.component().rule() instanceof PayRule.Contest contest) {
            return contest(ruling, contest, trace);
        }
        return ofGroup(ruling, trace);
    }

    // Rules over the figures of a group

    private long ofGroup(GroupRuling ruling, Trace trace) {
        LocalDate lastDay = ruling.days().lastDay();
        if (!ruling.version().appliesTo().matches(manager, lastDay)) {
            trace.note(Phrase.PAYS_NOTHING.text(Phrase.NOT_APPLIED.text(lastDay.toString())));
            return 0;
        }
        Subject group = group(ruling.component().scope(), lastDay);
        if (group == null) {
            trace.note(Phrase.PAYS_NOTHING.text(Phrase.NO_TEAM.text(lastDay.toString())));
            return 0;
        }
        TermScope scope = scope(ruling, group);
        BigDecimal amount = new RuleEvaluator(scope, trace).amount(ruling.component());
        return capped(ruling, Currencies.toMinor(amount, unit(ruling)), scope);
    }

    private Subject group(Whose whose, LocalDate day) {
        if (whose == Whose.COMPANY) {
            return Subject.COMPANY;
        }
        String team = data.teamOn(day);
        return team == null ? null : Subject.team(team);
    }

    private TermScope scope(GroupRuling ruling, Subject group) {
        return new TermScope(data, ruling.version(), group, ruling.window(), ruling.days());
    }

    private static long capped(GroupRuling ruling, long minor, TermScope scope) {
        Formula cap = ruling.component().cap();
        Value limit = cap == null ? null : cap.evaluate(scope);
        return limit == null || !limit.isDefined()
                ? minor
                : Math.min(minor, Math.max(0, Currencies.toMinor(limit.orElse(null), unit(ruling))));
    }

    // Pools

    private long pool(GroupRuling ruling, PayRule.Pool pool, Trace trace) {
        long sum = 0;
        List<Participation> parts = Participation.of(ruling, manager);
        for (Participation part : parts) {
            sum = Math.addExact(sum, share(ruling, pool, part, trace));
        }
        if (parts.isEmpty()) {
            trace.note(Phrase.PAYS_NOTHING.text(Phrase.NOT_TAKING_PART.text()));
        }
        return sum;
    }

    private long share(GroupRuling ruling, PayRule.Pool pool, Participation part, Trace trace) {
        TermScope scope = scope(ruling, part.group());
        trace.step(Phrase.POOL_OF.text(shown(part.group())));
        long whole = amount(ruling, pool.amount(), scope, trace);
        if (whole <= 0) {
            return 0;
        }
        PeerKey key = key(ruling, part.group());
        long share = data.peers().shares(key, whole).getOrDefault(manager.id(), 0L);
        BigDecimal weight = data.peers().entries(key).containsKey(manager.id())
                ? data.peers().entries(key).get(manager.id()).value()
                : BigDecimal.ZERO;
        trace.shared(money(whole, ruling), weight, data.peers().weights(key), money(share, ruling));
        return share;
    }

    /** An amount from the figures of a group, in minor units: 0 where the condition is not met or it is undefined. */
    private static long amount(GroupRuling ruling, Formula formula, TermScope scope, Trace trace) {
        if (!met(ruling, scope, trace)) {
            return 0;
        }
        trace.formula(formula, scope);
        Value value = formula.evaluate(scope);
        if (!value.isDefined()) {
            trace.undefined(value);
            return 0;
        }
        long minor = Currencies.toMinor(value.orElse(null), unit(ruling));
        return Math.max(0, capped(ruling, minor, scope));
    }

    private static boolean met(GroupRuling ruling, TermScope scope, Trace trace) {
        Formula when = ruling.component().when();
        if (when == null) {
            return true;
        }
        boolean met = when.test(scope);
        trace.condition(when, met, scope);
        return met;
    }

    // Contests

    private long contest(GroupRuling ruling, PayRule.Contest contest, Trace trace) {
        Decision.ContestResult result = data.decisions()
                .contestResult(ruling.version().plan(), ruling.component().id(), ruling.window());
        if (result != null) {
            return byResult(ruling, contest, result, trace);
        }
        long live = live(ruling, contest, trace);
        if (contest.live()) {
            return live;
        }
        if (ruling.version().isOnTrial()) {
            trace.note(Phrase.TRIAL_STANDING.text());
            return live;
        }
        trace.note(Phrase.PAYS_NOTHING.text(Phrase.AWAITS_RESULT.text()));
        return 0;
    }

    private long byResult(GroupRuling ruling, PayRule.Contest contest, Decision.ContestResult result, Trace trace) {
        long prize = 0;
        for (Decision.Place place : result.places()) {
            if (place.manager().equals(manager.id())) {
                prize = place.prizeMinor();
                trace.step(Phrase.RESULT_PLACE.text(
                        result.heading().id(),
                        String.valueOf(place.place()),
                        money(prize, ruling).toPlainString()));
                inKind(contest, place.place(), place.place(), trace);
            }
        }
        if (trace != Trace.NONE) {
            long now = live(ruling, contest, Trace.NONE);
            if (now != prize) {
                trace.note(Phrase.FACTS_SAY_OTHERWISE.text(
                        money(now, ruling).toPlainString(), money(prize, ruling).toPlainString()));
            }
        }
        return prize;
    }

    private long live(GroupRuling ruling, PayRule.Contest contest, Trace trace) {
        long sum = 0;
        List<Participation> parts = Participation.of(ruling, manager);
        for (Participation part : parts) {
            sum = Math.addExact(sum, prize(ruling, contest, part, trace));
        }
        if (parts.isEmpty()) {
            trace.note(Phrase.PAYS_NOTHING.text(Phrase.NOT_TAKING_PART.text()));
        }
        return sum;
    }

    private long prize(GroupRuling ruling, PayRule.Contest contest, Participation part, Trace trace) {
        TermScope own = new PeerFigures(book, manager, data).scope(ruling, part);
        trace.formula(contest.rankBy(), own);
        PeerKey key = key(ruling, part.group());
        Standing standing = data.peers().standing(key, contest.ties());
        Place place = standing.placeOf(manager.id());
        if (place == null) {
            trace.undefined(contest.rankBy().evaluate(own));
            return 0;
        }
        TermScope group = scope(ruling, part.group());
        trace.place(place, standing);
        if (!met(ruling, group, trace)) {
            return 0;
        }
        long[] prizes = ContestPrizes.minor(ruling, contest, group, trace);
        Map<String, Long> awards = standing.awards(prizes);
        if (!place.qualified()) {
            String minimum = contest.minimum() == null
                    ? contest.rankBy().text() + " > 0"
                    : contest.minimum().text();
            trace.note(Phrase.PAYS_NOTHING.text(Phrase.BELOW_MINIMUM.text(minimum)));
            return 0;
        }
        if (place.tied() > 1 && place.place() <= prizes.length) {
            long together = Standing.together(prizes, place.place() - 1, place.tied());
            trace.step(Phrase.PRIZES_SHARED.text(
                    String.valueOf(place.place()),
                    String.valueOf(place.lastPlace()),
                    money(together, ruling).toPlainString(),
                    String.valueOf(place.tied())));
        }
        inKind(contest, place.place(), place.lastPlace(), trace);
        long prize = awards.getOrDefault(manager.id(), 0L);
        trace.step(Phrase.PRIZE.text(money(prize, ruling).toPlainString()));
        return prize;
    }

    private static void inKind(PayRule.Contest contest, int first, int last, Trace trace) {
        for (int place = first; place <= Math.min(last, contest.prizes().size()); place++) {
            PayRule.Prize prize = contest.prizes().get(place - 1);
            if (prize.isInKind()) {
                trace.step(Phrase.PRIZE_IN_KIND.text(prize.inKindEn(), prize.inKindRu()));
            }
        }
    }

    private static PeerKey key(GroupRuling ruling, Subject group) {
        return new PeerKey(ruling.version().plan(), ruling.component().id(), ruling.window(), group);
    }

    private static BigDecimal money(long minor, GroupRuling ruling) {
        return Currencies.toAmount(minor, unit(ruling));
    }

    private static String unit(GroupRuling ruling) {
        return ruling.component().unit();
    }

    private static String shown(Subject group) {
        return group.id().isEmpty() ? group.type().label() : group.id();
    }
}
