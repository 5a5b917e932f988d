package dev.premia.local;

import java.nio.file.Path;

/** A local broker that accepts clients. It is obtained started and is gone, with all its threads, when {@link #close()} returns. */
public sealed interface RunningBroker extends AutoCloseable permits LocalBroker, LocalBrokerProcess {
    /** Address for the {@code bootstrap.servers} of clients, {@code 127.0.0.1:port}. */
    String bootstrapServers();

    /** The directory whose data this broker serves. */
    Path dataDirectory();

    /** Stops the broker in order and returns when it is down; a second call does nothing. */
    @Override
    void close();
}
