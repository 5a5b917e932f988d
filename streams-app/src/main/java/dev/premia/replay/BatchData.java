package dev.premia.replay;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.plan.DealBook;
import dev.premia.domain.plan.EvaluationData;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the evaluation of plans for one subject reads of a result. A group has no team and no deals of its own. */
record BatchData(BatchResult result, Subject subject) implements EvaluationData {

    @Override
    public CellReader cells(Subject of, ZoneId zone) {
        return result.cells(of, zone);
    }

    @Override
    public BigDecimal target(Subject of, String kpi, Window window) {
        return result.target(of, kpi, window);
    }

    @Override
    public String teamOn(LocalDate day) {
        return subject.isManager() ? result.organisation().teamOf(subject.id(), day) : null;
    }

    @Override
    public ManagerRecord manager() {
        return subject.isManager() ? result.organisation().manager(subject.id()) : null;
    }

    @Override
    public WorkingCalendar calendar(String id) {
        return result.calendar(id);
    }

    @Override
    public int products() {
        return result.products();
    }

    @Override
    public PeerBook peers() {
        return result.peers();
    }

    @Override
    public Decisions decisions() {
        return result.decisions();
    }

    @Override
    public List<DealCredit> wonDeals(DayRange days, ZoneId zone) {
        return subject.isManager() ? result.wonDeals(subject, days, zone) : List.of();
    }

    @Override
    public DealBook deals() {
        return subject.isManager() ? result.deals(subject) : DealBook.EMPTY;
    }

    @Override
    public LocalDate asOf() {
        return result.asOf();
    }
}
