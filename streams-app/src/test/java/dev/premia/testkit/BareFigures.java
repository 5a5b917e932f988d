package dev.premia.testkit;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.control.Decisions;
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

/** Figures with nothing around them: no targets, deals, decisions and other managers; Monday to Friday are working days. */
public abstract class BareFigures implements EvaluationData {
    private final PeerBook peers = new PeerBook();
    private final Decisions decisions = new Decisions();

    @Override
    public BigDecimal target(Subject subject, String kpi, Window window) {
        return null;
    }

    @Override
    public ManagerRecord manager() {
        return null;
    }

    @Override
    public WorkingCalendar calendar(String id) {
        return WorkingCalendar.WEEKDAYS;
    }

    @Override
    public int products() {
        return 0;
    }

    @Override
    public PeerBook peers() {
        return peers;
    }

    @Override
    public Decisions decisions() {
        return decisions;
    }

    @Override
    public DealBook deals() {
        return DealBook.EMPTY;
    }

    @Override
    public LocalDate asOf() {
        return null;
    }

    @Override
    public List<DealCredit> wonDeals(DayRange days, ZoneId zone) {
        return List.of();
    }
}
