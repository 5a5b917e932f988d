package dev.premia.local.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;

/**
 * How a local registry is started.
 *
 * @param port port on 127.0.0.1, 0 for any free one
 * @param compatibility level of subjects for which nobody set another one
 */
public record RegistryOptions(int port, CompatibilityLevel compatibility) {
    /** Any free port and {@code FULL_TRANSITIVE}, the rule of Premia's own contracts. */
    public static RegistryOptions defaults() {
        return new RegistryOptions(0, CompatibilityLevel.FULL_TRANSITIVE);
    }

    /** The same options with another port. */
    public RegistryOptions withPort(int newPort) {
        return new RegistryOptions(newPort, compatibility);
    }

    /** The same options with another default level. */
    public RegistryOptions withCompatibility(CompatibilityLevel level) {
        return new RegistryOptions(port, level);
    }
}
