package dev.premia.domain.plan;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.contest.PeerKey;
import dev.premia.domain.contest.Place;
import dev.premia.domain.contest.Standing;
import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who stands where in a contest, and what that is worth, as the facts say.
 *
 * @param ruling the contest
 * @param rows by group and place
 */
public record ContestTable(GroupRuling ruling, List<Row> rows) {

    /**
     * One place.
     *
     * @param group the team or the company within which it is given
     * @param prizeMinor in minor units of the component's unit
     */
    public record Row(Subject group, Place place, long prizeMinor) {}

    public ContestTable {
        rows = List.copyOf(rows);
    }

    /** The contests of which somebody has an entry, by plan, window and component. */
    public static List<GroupRuling> contests(PlanBook book, PeerBook peers) {
        TreeSet<PeerKey> keys = new TreeSet<>(Comparator.comparing(PeerKey::plan)
                .thenComparing(PeerKey::window)
                .thenComparing(PeerKey::component));
        keys.addAll(peers.keys());
        List<GroupRuling> contests = new ArrayList<>();
        for (PeerKey key : keys) {
            GroupRuling.of(book, key.plan(), key.window()).stream()
                    .filter(each -> each.component().id().equals(key.component()))
                    .filter(each -> each.component().rule() instanceof PayRule.Contest)
                    .forEach(contests::add);
        }
        return contests;
    }

    /**
     * The table of a contest.
     *
     * @param data what a manager's evaluation reads
     */
    public static ContestTable of(GroupRuling ruling, PeerBook peers, Function<String, EvaluationData> data) {
        PayRule.Contest contest = (PayRule.Contest) ruling.component().rule();
        List<Row> rows = new ArrayList<>();
        for (PeerKey key : keys(ruling, peers)) {
            Standing standing = peers.standing(key, contest.ties());
            EvaluationData any = data.apply(standing.places().get(0).manager());
            TermScope group = new TermScope(any, ruling.version(), key.group(), ruling.window(), ruling.days());
            boolean takesPlace = ruling.component().when() == null
                    || ruling.component().when().test(group);
            Map<String, Long> awards =
                    takesPlace ? standing.awards(ContestPrizes.minor(ruling, contest, group, Trace.NONE)) : Map.of();
            for (Place place : standing.places()) {
                rows.add(new Row(key.group(), place, awards.getOrDefault(place.manager(), 0L)));
            }
        }
        return new ContestTable(ruling, rows);
    }

    private static List<PeerKey> keys(GroupRuling ruling, PeerBook peers) {
        return peers.keys().stream()
                .filter(key -> key.plan().equals(ruling.version().plan())
                        && key.component().equals(ruling.component().id())
                        && key.window().equals(ruling.window()))
                .sorted(Comparator.comparing(PeerKey::group))
                .toList();
    }

    /** The instant before which a fact must have been recorded to count for the result: the end of the grace. */
    public static Instant cutoff(GroupRuling contest) {
        int grace = ((PayRule.Contest) contest.component().rule()).graceDays();
        return contest.days()
                .lastDay()
                .plusDays(1L + grace)
                .atStartOfDay(contest.version().zone())
                .toInstant();
    }

    /** The result that is published: the places as this table says. Its id follows from the contest, so that it can be published once only. */
    public Decision.ContestResult result() {
        String plan = ruling.version().plan();
        String component = ruling.component().id();
        String id = "contest/" + plan + "/" + component + "/"
                + ruling.window().kind().label() + "/" + ruling.window().start();
        List<Decision.Place> places = rows.stream()
                .map(row -> new Decision.Place(
                        row.place().manager(), row.place().place(), row.place().value(), row.prizeMinor()))
                .toList();
        Decision.Heading heading = new Decision.Heading(
                id,
                cutoff(ruling),
                "premia",
                null,
                "Result of the contest from the facts recorded by its cutoff",
                null);
        return new Decision.ContestResult(
                heading, plan, ruling.version().version(), component, ruling.window(), places);
    }
}
