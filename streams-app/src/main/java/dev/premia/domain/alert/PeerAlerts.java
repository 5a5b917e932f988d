package dev.premia.domain.alert;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PeerPlaces;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Messages about where a manager stands among the others. */
public final class PeerAlerts {
    private static final int DEVIATION_DIGITS = 1;

    private PeerAlerts() {}

    /**
     * A manager has come to another place in a contest.
     *
     * @param before the place before, 0 for none
     */
    public static Alert standing(String manager, String plan, Window window, PeerPlaces.InContest now, int before) {
        Component contest = now.component();
        int place = now.place().place();
        String was = before == 0 ? "" : String.valueOf(before);
        return new Alert(
                Alert.Kind.CONTEST_STANDING,
                Subject.manager(manager),
                plan + "|" + contest.id() + "|" + window.kind().label() + "|" + window.start() + "|" + was + "|"
                        + place,
                contest.titleRu() + ", " + window + ": " + place + "-е место из " + now.among()
                        + (before == 0 ? "" : ", было " + before + "-е"),
                contest.titleEn() + ", " + window + ": place " + place + " of " + now.among()
                        + (before == 0 ? "" : ", it was " + before),
                Map.of(
                        "plan", plan,
                        "component", contest.id(),
                        "window", window.toString(),
                        "place", String.valueOf(place),
                        "place_before", was,
                        "among", String.valueOf(now.among())));
    }

    /**
     * A manager lies far from the mean of all whom the plan pays.
     *
     * @param deviation in standard deviations, signed
     */
    public static Alert outlier(String manager, String plan, Window window, String kpi, BigDecimal deviation) {
        String shown =
                deviation.setScale(DEVIATION_DIGITS, RoundingMode.HALF_UP).toPlainString();
        boolean above = deviation.signum() > 0;
        return new Alert(
                Alert.Kind.OUTLIER,
                Subject.manager(manager),
                plan + "|" + kpi + "|" + window.kind().label() + "|" + window.start() + "|"
                        + (above ? "above" : "below"),
                kpi + ", " + window + ": намного " + (above ? "выше" : "ниже") + " среднего, отклонение "
                        + shown.replace('.', ',') + " σ",
                kpi + ", " + window + ": far " + (above ? "above" : "below") + " the mean, by " + shown + " σ",
                Map.of("plan", plan, "kpi", kpi, "window", window.toString(), "deviation", deviation.toPlainString()));
    }
}
