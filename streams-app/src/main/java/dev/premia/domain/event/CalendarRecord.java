package dev.premia.domain.event;

import dev.premia.domain.time.WorkingCalendar;

/** A production calendar, by which plans may count working days. */
public record CalendarRecord(Header header, String name, String zone, WorkingCalendar days) implements EntityEvent {}
