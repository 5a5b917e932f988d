package dev.premia.architecture.sample.topology.managers;

/** A later stage. */
public record Later(String text) {}
