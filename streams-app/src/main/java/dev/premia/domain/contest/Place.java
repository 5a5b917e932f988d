package dev.premia.domain.contest;

import java.math.BigDecimal;

/**
 * One manager's place.
 *
 * @param manager id
 * @param place from 1; who ties has the same place, and the places after it stay empty: 1, 2, 2, 4
 * @param tied how many share the place, 1 for nobody else
 * @param value what decided
 * @param qualified whether the minimum is met; below it the place stays, without a prize
 */
public record Place(String manager, int place, int tied, BigDecimal value, boolean qualified) {

    /** The last of the places that are shared. */
    public int lastPlace() {
        return place + tied - 1;
    }
}
