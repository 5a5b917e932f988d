package dev.premia.domain.plan;

import dev.premia.domain.contest.Comparison;
import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.contest.PeerKey;
import dev.premia.domain.contest.Place;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where one manager stands among the others: the places in contests, and the KPIs in which the manager is an outlier. */
public final class PeerPlaces {
    /** How many standard deviations from the mean make an outlier. */
    public static final BigDecimal OUTLIER_BOUND = BigDecimal.valueOf(2);

    private PeerPlaces() {}

    /**
     * A place in a contest.
     *
     * @param among how many stand in the contest
     */
    public record InContest(Component component, Place place, int among) {}

    /** The places of a manager in the contests of a plan that end in a window. */
    public static List<InContest> inContests(
            PlanBook book, ManagerRecord manager, String plan, Window window, PeerBook peers) {
        List<InContest> places = new ArrayList<>(1);
        for (GroupRuling ruling : GroupRuling.of(book.forOrigin(window), plan, window)) {
            if (ruling.component().rule() instanceof PayRule.Contest contest) {
                for (Participation part : Participation.of(ruling, manager)) {
                    PeerKey key = new PeerKey(plan, ruling.component().id(), window, part.group());
                    List<Place> all = peers.standing(key, contest.ties()).places();
                    all.stream()
                            .filter(place -> place.manager().equals(manager.id()))
                            .forEach(place -> places.add(new InContest(ruling.component(), place, all.size())));
                }
            }
        }
        return places;
    }

    /**
     * How far a manager lies from the mean in what the formulas of a plan compare managers by, in standard deviations.
     *
     * @return for each such KPI the deviation where it makes an outlier, null where it does not
     */
    public static Map<String, BigDecimal> outliers(
            PlanBook book, String manager, String plan, Window window, PeerBook peers) {
        Map<String, BigDecimal> outliers = new LinkedHashMap<>(2);
        PlanVersion version = book.forOrigin(window).validOn(plan, window.lastDay());
        if (version != null) {
            for (Term term : book.reads(version).comparedIn(window.kind())) {
                Comparison comparison = peers.comparison(PeerValues.key(plan, term, window));
                BigDecimal value = comparison.valueOf(manager);
                boolean beyond = value != null && comparison.isBeyond(value, OUTLIER_BOUND);
                outliers.put(
                        term.text(),
                        beyond ? comparison.deviationOf(term.text(), value).orElse(null) : null);
            }
        }
        return outliers;
    }
}
