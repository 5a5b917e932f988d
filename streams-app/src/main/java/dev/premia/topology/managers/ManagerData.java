package dev.premia.topology.managers;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.plan.DealBook;
import dev.premia.domain.plan.EvaluationData;
import dev.premia.domain.plan.PlanReads;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WorkingCalendar;
import dev.premia.topology.reference.ReferenceView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the evaluation of one manager's plans reads, straight from the stores. */
record ManagerData(Subject subject, ManagerStores stores, ReferenceView references) implements EvaluationData {

    @Override
    public CellReader cells(Subject of, ZoneId zone) {
        return of.isManager() ? stores.reader(of, zone) : stores.groupReader(of, zone);
    }

    @Override
    public BigDecimal target(Subject of, String kpi, Window window) {
        return of.type() == SubjectType.MANAGER
                ? stores.target(of, kpi, window)
                : references.groupTarget(of.type(), of.id(), kpi, window);
    }

    @Override
    public String teamOn(LocalDate day) {
        return references.organisation().teamOf(subject.id(), day);
    }

    @Override
    public ManagerRecord manager() {
        return references.organisation().manager(subject.id());
    }

    @Override
    public WorkingCalendar calendar(String id) {
        return references.calendar(id);
    }

    @Override
    public int products() {
        return references.products();
    }

    @Override
    public PeerBook peers() {
        return stores.peers().book();
    }

    @Override
    public Decisions decisions() {
        return references.decisions();
    }

    @Override
    public List<DealCredit> wonDeals(DayRange days, ZoneId zone) {
        List<DealCredit> deals = stores.wonDeals(subject, days, zone);
        return readsCustomerTags()
                ? deals.stream()
                        .map(deal -> stores.standing(subject, deal).complete(deal, zone))
                        .toList()
                : deals;
    }

    private boolean readsCustomerTags() {
        return references.everyPlanReads().anyMatch(PlanReads::readsCustomerTagsOfDeals);
    }

    @Override
    public DealBook deals() {
        return stores.deals(subject);
    }

    @Override
    public LocalDate asOf() {
        return references.asOf();
    }
}
