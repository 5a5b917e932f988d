package dev.premia.simulator;

/** Something that will happen at a known instant. Appointments of one instant happen in the order they were made. */
abstract class Appointment implements Comparable<Appointment> {
    private long at;
    private long sequence;

    /** When it happens, epoch milliseconds. */
    final long at() {
        return at;
    }

    final void schedule(long instant, long order) {
        at = instant;
        sequence = order;
    }

    @Override
    public final int compareTo(Appointment other) {
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }

    @Override
    public final boolean equals(Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
