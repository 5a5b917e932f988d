package dev.premia.architecture.sample.scenario;

import dev.premia.architecture.sample.topology.managers.Later;

/** A scenario that knows the stream. */
public record Staged(Later stream) {}
