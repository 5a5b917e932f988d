package dev.premia.cli.work;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The credits that make up somebody's revenue, as the KPI counts them. */
final class RevenueCredits {
    private final BatchResult result;

    RevenueCredits(BatchResult result) {
        this.result = result;
    }

    /** A manager's own credits; of a group those of its people on the day of each, an overlay's receiver aside. */
    List<DealCredit> of(Subject subject, Window window) {
        ZoneId zone = result.settings().zone();
        if (subject.isManager()) {
            return result.wonDeals(subject, window.days(), zone);
        }
        List<DealCredit> credits = new ArrayList<>();
        for (Subject each : result.subjects()) {
            if (!each.isThing()) {
                result.wonDeals(each, window.days(), zone).stream()
                        .filter(credit -> !credit.overlay() && countsIn(subject, credit, zone))
                        .forEach(credits::add);
            }
        }
        return credits;
    }

    private boolean countsIn(Subject group, DealCredit credit, ZoneId zone) {
        LocalDate day = LocalDate.ofEpochDay(DealMeasuring.day(credit.closedAt(), zone));
        return result.organisation().groupsOf(credit.subject(), day).contains(group);
    }
}
