package dev.premia.domain.alert;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells when a KPI meets its target, and when it was missed.
 *
 * @param kpi the KPI
 * @param inverse whether less is better
 * @param zone whose calendar days count
 * @param currency of money
 */
public record TargetWatch(Watched kpi, boolean inverse, ZoneId zone, String currency, Subject subject, Window window) {

    /**
     * A KPI as alerts name it.
     *
     * @param plan that defines it, null for one of the catalogue
     */
    public record Watched(String name, String titleRu, String titleEn, Unit unit, String plan) {
        public static Watched of(KpiDefinition kpi) {
            return new Watched(kpi.name(), kpi.titleRu(), kpi.titleEn(), kpi.unit(), null);
        }

        private String id() {
            return plan == null ? name : plan + "/" + name;
        }
    }

    /**
     * A value with its target.
     *
     * @param value null while undefined
     * @param target null without one
     */
    public record Standing(BigDecimal value, BigDecimal target) {
        public static final Standing NONE = new Standing(null, null);

        private boolean isMet(boolean inverse) {
            if (value == null || target == null || target.signum() == 0) {
                return false;
            }
            return inverse ? value.compareTo(target) <= 0 : value.compareTo(target) >= 0;
        }
    }

    /** The message of a change, if it crosses the target. */
    public Optional<Alert> change(Standing before, Standing after) {
        boolean was = before.isMet(inverse);
        boolean is = after.isMet(inverse);
        if (was == is) {
            return Optional.empty();
        }
        return Optional.of(
                is
                        ? alert(
                                Alert.Kind.TARGET_REACHED,
                                after,
                                text(AlertText.RU, "План выполнен: ", after),
                                text(AlertText.EN, "Target reached: ", after))
                        : alert(
                                Alert.Kind.TARGET_LOST,
                                after,
                                text(AlertText.RU, "План больше не выполнен: ", after),
                                text(AlertText.EN, "Target no longer met: ", after)));
    }

    /** The message of a window that is over and missed its target; a KPI that counts what is bad is not missed while it has no value. */
    public Optional<Alert> end(Standing standing) {
        boolean comparable =
                standing.target() != null && standing.target().signum() != 0 && (standing.value() != null || !inverse);
        if (!comparable || standing.isMet(inverse)) {
            return Optional.empty();
        }
        return Optional.of(alert(
                Alert.Kind.COACHING,
                standing,
                text(AlertText.RU, "План не выполнен, есть что обсудить: ", standing),
                text(AlertText.EN, "Target missed, something to talk about: ", standing)));
    }

    private String text(AlertText language, String begin, Standing standing) {
        String value = standing.value() == null
                ? language.choose("нет значения", "no value")
                : language.value(standing.value(), kpi.unit(), currency);
        String title = language.choose(kpi.titleRu(), kpi.titleEn());
        String target = standing.target() == null ? "-" : language.value(standing.target(), kpi.unit(), currency);
        String attained = standing.value() == null
                        || standing.target() == null
                        || standing.target().signum() == 0
                ? ""
                : " (" + language.percent(standing.value().divide(standing.target(), KpiInput.PRECISION)) + ")";
        return begin + title + ", " + window + ": " + value + language.choose(" при плане ", " of ") + target
                + attained;
    }

    private Alert alert(Alert.Kind kind, Standing standing, String ru, String en) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kpi", kpi.name());
        values.put("window", window.toString());
        values.put("value", plain(standing.value()));
        values.put("target", plain(standing.target()));
        if (kpi.plan() != null) {
            values.put("plan", kpi.plan());
        }
        String about = kpi.id() + "|" + window.kind().label() + "|" + window.start() + "|" + zone.getId();
        String state =
                kind == Alert.Kind.COACHING ? "" : "|" + plain(standing.value()) + "|" + plain(standing.target());
        return new Alert(kind, subject, about + state, ru, en, values);
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
