package dev.premia.cli;

/** Ends a command with a message for people and an exit code; its stack trace is shown with {@code --verbose} only. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What was given cannot be used: says what was found, what was expected and what to do. */
    public static CommandException badInput(String message) {
        return new CommandException(ExitCodes.BAD_INPUT, message, null);
    }

    /** The same with its technical cause. */
    public static CommandException badInput(String message, Throwable cause) {
        return new CommandException(ExitCodes.BAD_INPUT, message, cause);
    }

    /** Something outside the input failed, a disk or a cluster for instance. */
    public static CommandException failure(String message, Throwable cause) {
        return new CommandException(ExitCodes.FAILURE, message, cause);
    }

    public int exitCode() {
        return exitCode;
    }
}
