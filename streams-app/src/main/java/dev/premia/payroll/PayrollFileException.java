package dev.premia.payroll;

/** A file of an export cannot be used; the message says why, for people. */
public final class PayrollFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PayrollFileException(String message) {
        super(message);
    }

    public PayrollFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
