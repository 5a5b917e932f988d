package dev.premia.runtime;

import java.util.List;

/**
 * A topic as it is, compared with what it must be.
 *
 * @param partitions found; 0 when it is missing
 * @param replicas copies of each partition found; 0 when it is missing
 */
public record TopicState(String name, Status status, int partitions, int replicas, List<Difference> differences) {
    /** How a topic stands. */
    public enum Status {
        OK,
        MISSING,
        CREATED,
        DIFFERS
    }

    /**
     * Something that is not as it must be.
     *
     * @param what {@code partitions} or the name of a setting
     * @param fatal whether the application cannot work with it
     */
    public record Difference(String what, String found, String expected, boolean fatal) {
        @Override
        public String toString() {
            return what + " is " + found + ", expected " + expected;
        }
    }

    public TopicState {
        differences = List.copyOf(differences);
    }

    /** Whether the application can work with it. */
    public boolean isUsable() {
        return status != Status.MISSING && differences.stream().noneMatch(Difference::fatal);
    }
}
