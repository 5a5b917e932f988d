package dev.premia.topology.message;

import dev.premia.schemas.Accrual;

/** An entry of a plan on trial on its way out. It is never paid. */
public record ShadowBooked(Accrual accrual) implements Output {}
