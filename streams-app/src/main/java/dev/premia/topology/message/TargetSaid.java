package dev.premia.topology.message;

import dev.premia.domain.event.TargetRecord;

/** A record of a target. */
public record TargetSaid(TargetRecord target, Cause cause) implements Output {}
