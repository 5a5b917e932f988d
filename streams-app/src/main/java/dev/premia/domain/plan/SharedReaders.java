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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of one evaluation: the components of a plan ask for the same cells again and again, and get one reader. */
final class SharedReaders implements EvaluationData {
    private final EvaluationData data;
    private final ZoneId zone;
    private final Map<Subject, CellReader> readers = new HashMap<>();

    /** @param zone the plan's zone, in which readers are kept */
    SharedReaders(EvaluationData data, ZoneId zone) {
        this.data = data;
        this.zone = zone;
    }

    @Override
    public CellReader cells(Subject subject, ZoneId of) {
        if (!zone.equals(of)) {
            return data.cells(subject, of);
        }
        CellReader known = readers.get(subject);
        if (known == null) {
            known = data.cells(subject, of);
            readers.put(subject, known);
        }
        return known;
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
    public List<DealCredit> wonDeals(DayRange days, ZoneId of) {
        return data.wonDeals(days, of);
    }
}
