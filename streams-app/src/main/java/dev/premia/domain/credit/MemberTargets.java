package dev.premia.domain.credit;

import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;

/** The targets of a group's members, which add up in the group's cells of the window's last day, in every zone alike. */
public final class MemberTargets {
    private MemberTargets() {}

    /**
     * The sum of the members' targets of a KPI.
     *
     * @param group the group's cells, in any zone that is measured
     * @return in the KPI's own unit; null when no member has a target
     */
    public static BigDecimal of(CellReader group, String kpi, Window window) {
        long measure = Measures.memberTarget(kpi, window.kind().number());
        long sum = group.total(window.endEpochDay() - 1, window.endEpochDay()).total(measure);
        return sum == 0 ? null : BigDecimal.valueOf(sum, TargetRecord.MEMBER_SCALE);
    }
}
