package dev.premia.domain.plan;

import dev.premia.domain.contest.PeerBook;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the evaluation of plans reads: the figures of one manager and of the groups around it. */
public interface EvaluationData {

    /** The day cells of a subject in a zone; an empty reader where nothing is known. */
    CellReader cells(Subject subject, ZoneId zone);

    /** The target set for a subject, or null. */
    BigDecimal target(Subject subject, String kpi, Window window);

    /** The team that {@code team(...)} means for the manager on a day, or null. */
    String teamOn(LocalDate day);

    /** The record of the manager who is paid; null where a group is evaluated. */
    ManagerRecord manager();

    /** The production calendar of that id; {@link WorkingCalendar#WEEKDAYS} while it is unknown. */
    WorkingCalendar calendar(String id);

    /** How many products the catalogue has. */
    int products();

    /** What all managers bring to contests and pools. */
    PeerBook peers();

    /** The decisions of people, such as published results of contests. */
    Decisions decisions();

    /** The manager's deals, one by one. */
    DealBook deals();

    /** The latest day that has begun, or null when none has been recorded. */
    LocalDate asOf();

    /** The manager's won deals closed in a range of days of a zone, in canonical order. */
    List<DealCredit> wonDeals(DayRange days, ZoneId zone);

    /** The same with amounts as somebody reads them; one that could not be converted has no amount. */
    default List<DealCredit> wonDeals(DayRange days, MoneyView view) {
        return wonDeals(days, view.zone()).stream()
                .map(deal -> deal.readBy(view))
                .toList();
    }
}
