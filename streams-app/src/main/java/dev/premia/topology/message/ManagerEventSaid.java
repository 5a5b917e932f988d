package dev.premia.topology.message;

import dev.premia.domain.event.ManagerEvent;

/** A record of an activity, a survey answer or a review. */
public record ManagerEventSaid(ManagerEvent event, Cause cause) implements Output {}
