package dev.premia.domain.plan;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.time.DayRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The figures of a manager without the days of a contest or pool on which he takes no part. */
final class NarrowedData extends ForwardedData {
    private final Subject narrowed;
    private final Participation part;

    NarrowedData(EvaluationData data, Subject narrowed, Participation part) {
        super(data);
        this.narrowed = narrowed;
        this.part = part;
    }

    @Override
    public CellReader cells(Subject subject, ZoneId zone) {
        CellReader cells = super.cells(subject, zone);
        return subject.equals(narrowed) ? part.narrowed(cells) : cells;
    }

    @Override
    public List<DealCredit> wonDeals(DayRange days, ZoneId zone) {
        return super.wonDeals(days, zone).stream()
                .filter(deal -> {
                    int day = (int) LocalDate.ofInstant(deal.closedAt(), zone).toEpochDay();
                    return !part.all().contains(day) || part.contains(day);
                })
                .toList();
    }
}
