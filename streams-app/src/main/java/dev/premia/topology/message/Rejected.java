package dev.premia.topology.message;

import dev.premia.schemas.DeadLetter;

/** A record that could not be processed, on its way to the dead letters. */
public record Rejected(DeadLetter letter) implements Output {}
