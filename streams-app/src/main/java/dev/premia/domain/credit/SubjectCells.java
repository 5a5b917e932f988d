package dev.premia.domain.credit;

/** Receives day cells of several subjects. */
@FunctionalInterface
public interface SubjectCells {
    /** Adds {@code delta} to a measure of a subject on a day; dimension 0 where the measure has none. */
    void add(Subject subject, int epochDay, long measure, long dimension, long delta);
}
