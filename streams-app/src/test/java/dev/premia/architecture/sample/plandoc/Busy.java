package dev.premia.architecture.sample.plandoc;

import dev.premia.architecture.sample.topology.facts.Hasty;

/** A document that knows the stream. */
public record Busy(Hasty stage) {}
