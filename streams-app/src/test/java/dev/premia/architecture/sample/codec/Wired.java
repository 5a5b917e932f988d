package dev.premia.architecture.sample.codec;

import dev.premia.architecture.sample.topology.facts.Hasty;

/** A codec that knows the stream. */
public record Wired(Hasty stage) {}
