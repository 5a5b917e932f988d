package dev.premia.domain.credit;

import dev.premia.domain.credit.DealCredit.Line;
import dev.premia.domain.event.DatedTag;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Measures the lines of won deals by the tags that their products have on the day of the close. */
final class LineMeasuring {
    private LineMeasuring() {}

    /** What tagged lines are worth, under the number of a currency or of money that was converted into it. */
    static void addRevenue(DealCredit credit, long currency, int day, long mark, CellSink sink) {
        for (Line line : credit.lines()) {
            for (ProductTag tag : ProductTag.values()) {
                if (has(line, tag, day)) {
                    sink.add(day, tag.revenue() | mark, currency, line.creditedMinor());
                }
            }
        }
    }

    /** How many units tagged lines have, whether or not the deal has an amount. */
    static void addUnits(DealCredit credit, int day, long mark, CellSink sink) {
        for (Line line : credit.lines()) {
            for (ProductTag tag : ProductTag.values()) {
                if (has(line, tag, day)) {
                    sink.add(day, tag.units() | mark, 0, line.creditedMillis());
                }
            }
        }
    }

    private static boolean has(Line line, ProductTag wanted, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        for (DatedTag tag : line.tags()) {
            if (tag.tag().equals(wanted.tag()) && tag.holdsOn(date)) {
                return true;
            }
        }
        return false;
    }

    /** A credit whose lines have only the tags that hold on the day of the close in a zone. */
    static DealCredit onTheDay(DealCredit credit, ZoneId zone) {
        boolean tagged = credit.lines().stream().anyMatch(line -> !line.tags().isEmpty());
        if (!tagged || credit.closedAt() == null) {
            return credit;
        }
        LocalDate day = LocalDate.ofInstant(credit.closedAt(), zone);
        List<Line> lines = credit.lines().stream()
                .map(line -> line.withTags(
                        line.tags().stream().filter(tag -> tag.holdsOn(day)).toList()))
                .toList();
        return lines.equals(credit.lines()) ? credit : credit.withLines(lines);
    }
}
