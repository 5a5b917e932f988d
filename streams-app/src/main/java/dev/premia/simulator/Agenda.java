package dev.premia.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * All appointments. Those of the current quarter of an hour are in a heap; later ones wait unsorted, by quarter, so
 * that a deal which continues in a month costs no comparison until then. The map is only looked up, never walked.
 */
final class Agenda {
    static final long QUARTER_HOUR = 15 * 60_000L;

    private final PriorityQueue<Appointment> near = new PriorityQueue<>();
    private final Map<Long, List<Appointment>> far = new HashMap<>();
    private long nextQuarter;
    private long now;
    private long sequence;
    private int size;

    Agenda(long start) {
        now = start;
        nextQuarter = Math.floorDiv(start, QUARTER_HOUR);
    }

    /** Nothing happens in the past: an earlier instant becomes the current one. */
    void add(Appointment appointment, long instant) {
        long at = Math.max(instant, now);
        appointment.schedule(at, sequence++);
        size++;
        long quarter = Math.floorDiv(at, QUARTER_HOUR);
        if (quarter < nextQuarter) {
            near.add(appointment);
        } else {
            far.computeIfAbsent(quarter, unused -> new ArrayList<>()).add(appointment);
        }
    }

    /** The next appointment before {@code bound}, or null when there is none. */
    Appointment pollBefore(long bound) {
        while (near.isEmpty() && nextQuarter * QUARTER_HOUR < bound) {
            List<Appointment> due = far.remove(nextQuarter++);
            if (due != null) {
                near.addAll(due);
            }
        }
        Appointment first = near.peek();
        if (first == null || first.at() >= bound) {
            return null;
        }
        near.remove();
        size--;
        now = first.at();
        return first;
    }

    int size() {
        return size;
    }
}
