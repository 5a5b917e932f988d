package dev.premia.replay.whatif;

import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.event.Header;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchEngine;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.input.LoadedInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an open deal would add if it were won on the as-of day: the difference between the real result and the same facts with one
 * more revision of that deal. Scales, gates, caps, teams and contests are in it, since everything is computed.
 *
 * @param deal the deal as it is
 * @param wonAt when it is assumed to be won
 * @param now the real result
 * @param effects what differs, by manager, posting period, plan, window and component
 */
public record NextDeal(DealEvent deal, Instant wonAt, BatchResult now, List<Effect> effects) {

    public NextDeal {
        effects = List.copyOf(effects);
    }

    /**
     * What a component would pay.
     *
     * @param nowMinor what is posted to the period now, minor units of {@code currency}
     * @param thenMinor what would be
     */
    public record Effect(
            String manager,
            YearMonth posting,
            String plan,
            Window window,
            String component,
            String currency,
            long nowMinor,
            long thenMinor)
            implements Comparable<Effect> {
        private static final Comparator<Effect> ORDER = Comparator.comparing(Effect::manager)
                .thenComparing(Effect::posting)
                .thenComparing(Effect::plan)
                .thenComparing(Effect::window)
                .thenComparing(Effect::component)
                .thenComparing(Effect::currency);

        /** What the deal would add. */
        public long addedMinor() {
            return Math.subtractExact(thenMinor, nowMinor);
        }

        @Override
        public int compareTo(Effect other) {
            return ORDER.compare(this, other);
        }

        private Effect account() {
            return new Effect(manager, posting, plan, window, component, currency, 0, 0);
        }
    }

    /**
     * Works out what a deal would add.
     *
     * @param now the real result of the facts
     * @param deal an open deal of them
     * @param day on which it is assumed to be won, at noon in the organisation's zone
     */
    public static NextDeal of(LoadedInput facts, BatchResult now, DealEvent deal, LocalDate day) {
        Instant wonAt = day.atTime(LocalTime.NOON).atZone(now.settings().zone()).toInstant();
        BatchResult then =
                BatchEngine.computeAssuming(facts.facts(), facts.plans(), now.settings(), day, won(deal, wonAt));
        Map<Effect, Long> before = sums(now);
        Map<Effect, Long> after = sums(then);
        TreeSet<Effect> accounts = new TreeSet<>(before.keySet());
        accounts.addAll(after.keySet());
        List<Effect> effects = new ArrayList<>();
        for (Effect account : accounts) {
            long left = before.getOrDefault(account, 0L);
            long right = after.getOrDefault(account, 0L);
            if (left != right) {
                effects.add(new Effect(
                        account.manager(),
                        account.posting(),
                        account.plan(),
                        account.window(),
                        account.component(),
                        account.currency(),
                        left,
                        right));
            }
        }
        return new NextDeal(deal, wonAt, now, effects);
    }

    private static Map<Effect, Long> sums(BatchResult result) {
        Map<Effect, Long> sums = new TreeMap<>();
        for (Line line : result.postedLines()) {
            Effect account = new Effect(
                            line.manager(),
                            line.posting(),
                            line.plan(),
                            line.window(),
                            line.component(),
                            line.currency(),
                            0,
                            0)
                    .account();
            sums.merge(account, line.minor(), Math::addExact);
        }
        return sums;
    }

    private static DealEvent won(DealEvent deal, Instant wonAt) {
        Header header = deal.header();
        return new DealEvent(
                new Header(header.id(), header.revision() + 1, wonAt, false, header.source()),
                deal.pipeline(),
                deal.stage(),
                DealStatus.WON,
                deal.amount(),
                deal.currency(),
                deal.cost(),
                deal.expenses(),
                deal.tax(),
                deal.createdAt(),
                wonAt,
                deal.owner(),
                deal.credits(),
                deal.customer(),
                deal.lead(),
                deal.campaign(),
                deal.segment(),
                deal.contractRenewal(),
                null,
                deal.tags(),
                deal.lines(),
                deal.attributes());
    }
}
