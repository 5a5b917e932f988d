package dev.premia.domain.contest;

/** Who stands higher where two have the same value. It never depends on the order in which facts arrived. */
public enum TiePolicy {
    /** Nobody: 1, 2, 2, 4; the prizes of the places that are shared are put together and split equally. */
    SHARED,
    /** Who reached the value first, by business time; who reached it at the same instant shares. */
    FIRST_TO_REACH,
    /** Who has the greater second value; who has the same again shares. */
    SECOND_METRIC
}
