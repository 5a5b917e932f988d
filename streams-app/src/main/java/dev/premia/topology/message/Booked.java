package dev.premia.topology.message;

import dev.premia.schemas.Accrual;

/** A ledger entry on its way out. */
public record Booked(Accrual accrual) implements Output {}
