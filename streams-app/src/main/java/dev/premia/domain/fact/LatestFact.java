package dev.premia.domain.fact;

import dev.premia.domain.event.EntityEvent;

/**
 * A fact whose every field comes from its highest revision: leads, call legs, payments and reference data.
 *
 * @param mark the revision that rules
 * @param event what it says
 */
public record LatestFact<E extends EntityEvent>(RevisionMark mark, E event) {

    /**
     * Folds one record into what is known.
     *
     * @param known the fact so far, null at first sight
     */
    public static <E extends EntityEvent> Fold<LatestFact<E>> fold(LatestFact<E> known, E event) {
        RevisionMark mark = RevisionMark.of(event);
        Arrival arrival = mark.arrivalAfter(known == null ? null : known.mark());
        return new Fold<>(arrival.rules() ? new LatestFact<>(mark, event) : known, arrival);
    }

    /** The event, or null when its highest revision deletes the entity. */
    public E alive() {
        return event.header().deleted() ? null : event;
    }
}
