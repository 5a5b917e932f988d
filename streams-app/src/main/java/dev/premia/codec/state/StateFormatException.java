package dev.premia.codec.state;

/** Stored bytes that this version of the program cannot read. It never quotes the bytes themselves. */
public final class StateFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StateFormatException(String message) {
        super(message);
    }
}
