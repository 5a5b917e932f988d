package dev.premia.domain.plan;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The figures of an evaluation, of which a subclass reads some in another way. */
abstract class ForwardedData implements EvaluationData {
    private final EvaluationData data;

    ForwardedData(EvaluationData data) {
        this.data = data;
    }

    @Override
    public CellReader cells(Subject subject, ZoneId zone) {
        return data.cells(subject, zone);
    }

    @Override
    public BigDecimal target(Subject subject, String kpi, Window window) {
        return data.target(subject, kpi, window);
    }

    @Override
    public String teamOn(LocalDate day) {
        return data.teamOn(day);
    }

    @Override
    public ManagerRecord manager() {
        return data.manager();
    }

    @Override
    public WorkingCalendar calendar(String id) {
        return data.calendar(id);
    }

    @Override
    public int products() {
        return data.products();
    }

    @Override
    public PeerBook peers() {
        return data.peers();
    }

    @Override
    public Decisions decisions() {
        return data.decisions();
    }

    @Override
    public DealBook deals() {
        return data.deals();
    }

    @Override
    public LocalDate asOf() {
        return data.asOf();
    }

    @Override
    public List<DealCredit> wonDeals(DayRange days, ZoneId zone) {
        return data.wonDeals(days, zone);
    }
}
