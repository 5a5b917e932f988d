package dev.premia.topology.managers;

/** The names of the stores of the manager stage. */
public record ManagerStoreNames(
        String credits,
        String wonCredits,
        String payments,
        String standings,
        String cells,
        String groupCells,
        String targets,
        String ledger,
        String subjects,
        String pending,
        String references,
        String published,
        String entries,
        String entriesSent,
        String frozen) {}
