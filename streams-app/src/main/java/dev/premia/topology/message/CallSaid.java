package dev.premia.topology.message;

import dev.premia.domain.event.CallEvent;

/** A record of a call leg. */
public record CallSaid(CallEvent call, Cause cause) implements Output {}
