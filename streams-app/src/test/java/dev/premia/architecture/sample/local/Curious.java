package dev.premia.architecture.sample.local;

import dev.premia.architecture.sample.domain.plan.Ahead;
import dev.premia.schemas.Deal;

/** A local broker that knows what travels through it. */
public record Curious(Ahead plan, Deal contract) {}
