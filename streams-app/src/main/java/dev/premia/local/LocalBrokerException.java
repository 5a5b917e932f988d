package dev.premia.local;

/** The local broker could not be started or stopped; the message says why and what to do. */
public class LocalBrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalBrokerException(String message) {
        super(message);
    }

    public LocalBrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
