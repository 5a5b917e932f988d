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

/** The figures of a manager without the days of a contest or pool on which he takes no part. */
record NarrowedData(EvaluationData data, Subject narrowed, Participation part) implements EvaluationData {

    @Override
    public CellReader cells(Subject subject, ZoneId zone) {
        CellReader cells = data.cells(subject, zone);
        return subject.equals(narrowed) ? part.narrowed(cells) : cells;
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
    public List<DealCredit> wonDeals(DayRange days, ZoneId zone) {
        return data.wonDeals(days, zone).stream()
                .filter(deal -> {
                    int day = (int) LocalDate.ofInstant(deal.closedAt(), zone).toEpochDay();
                    return !part.all().contains(day) || part.contains(day);
                })
                .toList();
    }
}
