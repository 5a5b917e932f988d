package dev.premia.architecture.sample.simulator;

import dev.premia.architecture.sample.domain.plan.Ahead;

/** A simulator that asks the domain. */
public record Copying(Ahead plan) {}
