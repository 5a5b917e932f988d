package dev.premia.replay;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The day cells of every subject in every zone in use. Not thread-safe. */
final class Figures {
    private final Map<ZoneId, Map<Subject, TreeMap<Integer, DayCells>>> byZone = new HashMap<>();

    /** Adds to one cell of one subject, without roll-up. */
    void add(ZoneId zone, Subject subject, int epochDay, long measure, long dimension, long delta) {
        cells(zone, subject, epochDay).add(measure, dimension, delta);
    }

    /** The cells of one subject's day, to be added to. */
    DayCells cells(ZoneId zone, Subject subject, int epochDay) {
        return byZone.computeIfAbsent(zone, z -> new HashMap<>())
                .computeIfAbsent(subject, s -> new TreeMap<>())
                .computeIfAbsent(epochDay, d -> new DayCells());
    }

    void addAll(Figures other) {
        other.byZone.forEach((zone, subjects) -> subjects.forEach((subject, days) ->
                days.forEach((day, added) -> cells(zone, subject, day).addAll(added, 1))));
    }

    CellReader reader(Subject subject, ZoneId zone) {
        TreeMap<Integer, DayCells> days = byZone.getOrDefault(zone, Map.of()).get(subject);
        if (days == null) {
            return CellReader.EMPTY;
        }
        return (from, to, visitor) -> days.subMap(from, to).forEach((day, cells) -> {
            if (!cells.isEmpty()) {
                visitor.day(day, cells);
            }
        });
    }

    Iterable<Subject> subjects(ZoneId zone) {
        return List.copyOf(byZone.getOrDefault(zone, Map.of()).keySet());
    }

    /** Adds what managers have to the totals of their teams and of the company, by the tree on each day. */
    void rollUp(Organisation organisation) {
        byZone.forEach((zone, subjects) -> {
            for (Subject subject : List.copyOf(subjects.keySet())) {
                if (subject.isManager()) {
                    subjects.get(subject).forEach((day, cells) -> {
                        List<Subject> groups = organisation.groupsOf(subject, LocalDate.ofEpochDay(day));
                        cells.forEach((measure, dimension, value) -> {
                            if (Measures.rollsUp(measure)) {
                                groups.forEach(group -> add(zone, group, day, measure, dimension, value));
                            }
                        });
                    });
                }
            }
        });
    }
}
