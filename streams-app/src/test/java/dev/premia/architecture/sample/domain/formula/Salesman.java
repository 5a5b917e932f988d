package dev.premia.architecture.sample.domain.formula;

import dev.premia.architecture.sample.domain.plan.Ahead;

/** A formula that knows plans. */
public record Salesman(Ahead plan) {}
