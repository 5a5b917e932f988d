package dev.premia.domain.alert;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.plan.Component;
import dev.premia.domain.time.Window;
import java.time.YearMonth;
import java.util.Map;

/** Messages about what was booked for a manager. */
public final class BookingAlerts {
    private BookingAlerts() {}

    /**
     * Something was booked into a month.
     *
     * @param sequence the last entry that it speaks of
     * @param changeMinor by how much the month changed
     * @param totalMinor what the month comes to now
     */
    public static Alert booked(
            String manager, YearMonth period, long sequence, long changeMinor, long totalMinor, String unit) {
        return new Alert(
                Alert.Kind.ACCRUAL_BOOKED,
                Subject.manager(manager),
                period + "|" + unit + "|" + sequence,
                "Начисление за " + period + ": " + signed(AlertText.RU, changeMinor, unit) + ", всего "
                        + AlertText.RU.amount(totalMinor, unit),
                "Booked for " + period + ": " + signed(AlertText.EN, changeMinor, unit) + ", in all "
                        + AlertText.EN.amount(totalMinor, unit),
                Map.of(
                        "posting_period", period.toString(),
                        "change_minor", String.valueOf(changeMinor),
                        "total_minor", String.valueOf(totalMinor),
                        "currency", unit,
                        "sequence", String.valueOf(sequence)));
    }

    private static String signed(AlertText language, long minor, String unit) {
        return (minor > 0 ? "+" : "") + language.amount(minor, unit);
    }

    /** A badge is held, or held no more. */
    public static Alert badge(String manager, String plan, Component component, Window window, boolean held) {
        return new Alert(
                held ? Alert.Kind.BADGE_EARNED : Alert.Kind.BADGE_LOST,
                Subject.manager(manager),
                about(plan, component, window),
                (held ? "Получен значок «" : "Значок больше не присвоен: «") + component.titleRu() + "», " + window,
                (held ? "Badge earned: " : "Badge lost: ") + component.titleEn() + ", " + window,
                Map.of("plan", plan, "component", component.id(), "window", window.toString()));
    }

    /**
     * The result has come to another step of a scale.
     *
     * @param from number of the step before, from 1
     * @param to number of the step now, from 1
     */
    public static Alert tier(String manager, String plan, Component component, Window window, int from, int to) {
        return new Alert(
                Alert.Kind.TIER_CROSSED,
                Subject.manager(manager),
                about(plan, component, window) + "|" + from + "|" + to,
                component.titleRu() + ", " + window + ": ступень " + to + " вместо " + from,
                component.titleEn() + ", " + window + ": step " + to + " instead of " + from,
                Map.of(
                        "plan", plan,
                        "component", component.id(),
                        "window", window.toString(),
                        "step", String.valueOf(to),
                        "step_before", String.valueOf(from)));
    }

    private static String about(String plan, Component component, Window window) {
        return plan + "|" + component.id() + "|" + window.kind().label() + "|" + window.start();
    }
}
