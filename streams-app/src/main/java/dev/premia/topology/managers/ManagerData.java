package dev.premia.topology.managers;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.plan.EvaluationData;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.topology.reference.ReferenceView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the evaluation of one manager's plans reads, straight from the stores. */
record ManagerData(Subject manager, ManagerStores stores, ReferenceView references) implements EvaluationData {

    @Override
    public CellReader cells(Subject subject, ZoneId zone) {
        return subject.isManager() ? stores.reader(subject, zone) : stores.groupReader(subject, zone);
    }

    @Override
    public BigDecimal target(Subject subject, String kpi, Window window) {
        return subject.type() == SubjectType.MANAGER
                ? stores.target(subject, kpi, window)
                : references.groupTarget(subject.type(), subject.id(), kpi, window);
    }

    @Override
    public String teamOn(LocalDate day) {
        return references.organisation().teamOf(manager.id(), day);
    }

    @Override
    public List<DealCredit> wonDeals(DayRange days, ZoneId zone) {
        return stores.wonDeals(manager, days, zone);
    }
}
