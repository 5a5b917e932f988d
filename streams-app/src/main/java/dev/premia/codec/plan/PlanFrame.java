package dev.premia.codec.plan;

import dev.premia.domain.time.WindowKind;
import java.time.LocalDate;

/**
 * What the head of a plan says that its components need.
 *
 * @param period the window of components that name none
 * @param currency ISO code, null where it cannot be read
 * @param validFrom first day, null where it cannot be read
 * @param validUntil last day, inclusive, or null
 * @param source the system that ids belong to, or null
 */
record PlanFrame(WindowKind period, String currency, LocalDate validFrom, LocalDate validUntil, String source) {

    boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** An id with its source. */
    String qualified(String id) {
        return source == null || id.indexOf('/') >= 0 ? id : source + "/" + id;
    }
}
