package dev.premia.topology.kpis;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.money.RateDate;
import dev.premia.domain.time.Window;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.SubjectType;
import dev.premia.schemas.WindowKind;
import dev.premia.topology.message.Output;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Records of published KPIs. */
public final class KpiRecords {
    private static final int VALUE_SCALE = 10;

    private KpiRecords() {}

    /** A KPI record, or an alert about one, with its key. */
    public record Keyed(String key, Output message) {}

    /**
     * A record that lacks the view by which it was measured.
     *
     * @param target null without one
     * @param timestamp of the newest record that the value contains, epoch milliseconds
     */
    static Kpi of(Subject subject, String name, Window window, Value value, BigDecimal target, long timestamp) {
        Kpi kpi = new Kpi();
        kpi.setSubjectType(SubjectType.valueOf(subject.type().label()));
        kpi.setSubject(subject.id());
        kpi.setKpi(name);
        kpi.setWindow(WindowKind.valueOf(window.kind().label()));
        kpi.setStartsOn(window.start());
        kpi.setEndsBefore(window.end());
        kpi.setValue(scaled(value.orElse(null)));
        kpi.setUndefinedReason(value instanceof Value.Undefined undefined ? undefined.reason() : null);
        kpi.setTarget(scaled(target));
        boolean attainable = value.isDefined() && target != null && target.signum() != 0;
        kpi.setAttainment(attainable ? scaled(value.orElse(null).divide(target, KpiInput.PRECISION)) : null);
        kpi.setRecordedAt(Instant.ofEpochMilli(timestamp));
        return kpi;
    }

    /** @param money whether the value is money or made of amounts */
    static void setView(Kpi kpi, MoneyView view, boolean money) {
        RateDate rateDate = view.rateDate();
        kpi.setZone(view.zone().getId());
        kpi.setCurrency(money ? view.currency() : null);
        kpi.setRateDate(money && rateDate != RateDate.WIN_DATE ? rateDate.label() : null);
    }

    private static BigDecimal scaled(BigDecimal value) {
        return value == null ? null : value.setScale(VALUE_SCALE, RoundingMode.HALF_UP);
    }
}
