package dev.premia.topology.message;

import dev.premia.schemas.Statement;

/** A statement that changed. */
public record StatementChanged(Statement statement) implements Output {}
