package dev.premia.architecture.sample.replay;

import dev.premia.architecture.sample.topology.managers.Later;

/** A batch engine that peeks at the stream. */
public record Peeking(Later stream) {}
