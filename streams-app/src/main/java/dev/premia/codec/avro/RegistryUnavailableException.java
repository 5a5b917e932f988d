package dev.premia.codec.avro;

/**
 * The schema registry gave no answer, or refused one. It says nothing about the record, which is neither an event nor a
 * dead letter until the registry answers: processing has to stop and be retried.
 */
public final class RegistryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
