package dev.premia.cli.operations;

import dev.premia.cli.CommandException;
import dev.premia.runtime.NotReadyException;
import dev.premia.runtime.Reachability;
import dev.premia.runtime.RuntimeSettings;

/** Ends a command early where nobody answers. */
final class Surroundings {
    private Surroundings() {}

    /** @throws CommandException when no broker answers at the addresses of the settings */
    static void requireBroker(RuntimeSettings settings) {
        require(() -> Reachability.broker(settings.adminSettings()));
    }

    /** @throws CommandException when no registry answers at the addresses of the settings */
    static void requireRegistry(RuntimeSettings settings) {
        require(() -> Reachability.registry(settings.schemaRegistry(), settings.registrySettings()));
    }

    private static void require(Runnable check) {
        try {
            check.run();
        } catch (NotReadyException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }
}
