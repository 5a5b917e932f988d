package dev.premia.local.registry;

import java.util.List;
import java.util.function.Consumer;

/** Where the changes of a registry are kept. Used by one thread at a time. */
interface SchemaLog extends AutoCloseable {
    /**
     * Keeps the changes, in order, and returns when they are safe.
     *
     * @throws RegistryException when the log cannot be written; the changes may then be in it or not
     */
    void append(List<LogEntry> entries);

    /**
     * Hands over every change since the last call, the first time since the beginning.
     *
     * @throws RegistryException when the log cannot be read
     */
    void catchUp(Consumer<LogEntry> reader);

    @Override
    void close();
}
