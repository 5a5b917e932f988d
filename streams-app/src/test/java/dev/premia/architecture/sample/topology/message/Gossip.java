package dev.premia.architecture.sample.topology.message;

import dev.premia.architecture.sample.topology.managers.Later;

/** A message that knows a stage. */
public record Gossip(Later stage) {}
