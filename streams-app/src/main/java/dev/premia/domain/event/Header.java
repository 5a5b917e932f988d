package dev.premia.domain.event;

import java.time.Instant;

/**
 * What every record of an entity carries.
 *
 * @param id qualified id: {@code source/id}
 * @param revision orders what one entity said; the highest one rules
 * @param changedAt when the source changed the entity, or null
 * @param deleted whether this revision deletes the entity; the id may come back with a higher revision
 * @param source the system that said it
 */
public record Header(String id, long revision, Instant changedAt, boolean deleted, String source) {}
