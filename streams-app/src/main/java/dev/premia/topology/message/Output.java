package dev.premia.topology.message;

/** Anything that a processor forwards; the wiring routes it by its class. */
public interface Output {}
