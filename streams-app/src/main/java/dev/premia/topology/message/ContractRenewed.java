package dev.premia.topology.message;

/** Whether a deal that names a contract as the one it renews is won, by contract. */
public record ContractRenewed(String deal, boolean won, Cause cause) implements Output {}
