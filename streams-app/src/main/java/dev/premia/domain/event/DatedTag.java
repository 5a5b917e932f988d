package dev.premia.domain.event;

import java.time.LocalDate;

/**
 * A tag that holds for a range of whole days.
 *
 * @param from first day, or null for always
 * @param until last day, inclusive, or null while it lasts
 */
public record DatedTag(String tag, LocalDate from, LocalDate until) {

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
