package dev.premia.replay;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The day cells of every subject in every zone in use. Not thread-safe. */
final class Figures {
    private static final int MOST_TOTALS = 1 << 9;

    private final Map<ZoneId, Map<Subject, Days>> byZone = new HashMap<>();
    private final Map<Range, DayCells> totals = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Range, DayCells> eldest) {
            return size() > MOST_TOTALS;
        }
    };

    /** Adds to one cell of one subject, without roll-up. */
    void add(ZoneId zone, Subject subject, int epochDay, long measure, long dimension, long delta) {
        cells(zone, subject, epochDay).add(measure, dimension, delta);
    }

    /** The cells of one subject's day, to be added to. */
    DayCells cells(ZoneId zone, Subject subject, int epochDay) {
        return days(zone).computeIfAbsent(subject, s -> new Days()).of(epochDay);
    }

    /** The days of every subject in a zone, to be added to. */
    Map<Subject, Days> days(ZoneId zone) {
        return byZone.computeIfAbsent(zone, z -> new HashMap<>());
    }

    /** Adds other figures, which are used up by it. */
    void addAll(Figures other) {
        other.byZone.forEach((zone, subjects) -> {
            Map<Subject, Days> known = byZone.computeIfAbsent(zone, z -> new HashMap<>());
            subjects.forEach((subject, days) -> {
                Days mine = known.putIfAbsent(subject, days);
                if (mine != null) {
                    mine.addAll(days);
                }
            });
        });
        other.byZone.clear();
    }

    CellReader reader(Subject subject, ZoneId zone) {
        Days days = byZone.getOrDefault(zone, Map.of()).get(subject);
        return days == null ? CellReader.EMPTY : new Totals(days);
    }

    /**
     * Remembers the totals that were asked for last: every component of a plan asks for the same windows, and every manager for
     * those of the company.
     */
    private final class Totals implements CellReader {
        private final Days days;

        Totals(Days days) {
            this.days = days;
        }

        @Override
        public void forEachDay(int from, int to, Visitor visitor) {
            days.forEach(from, to, visitor);
        }

        @Override
        public DayCells total(int from, int to) {
            return totals.computeIfAbsent(new Range(days, from, to), any -> days.total(from, to));
        }
    }

    /** Days are who they are: two subjects never have the same ones. */
    private record Range(Days days, int from, int to) {}

    Iterable<Subject> subjects(ZoneId zone) {
        return List.copyOf(byZone.getOrDefault(zone, Map.of()).keySet());
    }

    /** Gives back the room that is not needed, once everything is added. */
    void trim() {
        totals.clear();
        byZone.values().forEach(subjects -> subjects.values()
                .forEach(days -> days.forEach(Integer.MIN_VALUE, Integer.MAX_VALUE, (day, cells) -> cells.trim())));
    }

    /** Adds what managers have to the totals of their teams and of the company, by the tree on each day. */
    void rollUp(Organisation organisation) {
        byZone.forEach((zone, subjects) -> {
            for (Subject subject : List.copyOf(subjects.keySet())) {
                if (subject.isManager()) {
                    subjects.get(subject)
                            .forEach(
                                    Integer.MIN_VALUE,
                                    Integer.MAX_VALUE,
                                    (day, cells) -> rollUp(
                                            zone,
                                            day,
                                            cells,
                                            organisation.groupsOf(subject, LocalDate.ofEpochDay(day))));
                }
            }
        });
    }

    private void rollUp(ZoneId zone, int day, DayCells cells, List<Subject> groups) {
        for (Subject group : groups) {
            DayCells total = cells(zone, group, day);
            cells.forEach((measure, dimension, value) -> {
                if (Measures.rollsUp(measure)) {
                    total.add(measure, dimension, value);
                }
            });
        }
    }
}
