package dev.premia.replay.bundle;

/** A bundle that cannot be used, or that cannot be written; the message is for people. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BundleException(String message) {
        super(message);
    }

    public BundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
