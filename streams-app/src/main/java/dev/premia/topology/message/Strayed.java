package dev.premia.topology.message;

/**
 * A message that arrived on another partition than the one on which its key lives, because the producer spreads keys in
 * its own way. It is sent home first.
 */
public record Strayed(Output message) implements Output {}
