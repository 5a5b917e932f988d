package dev.premia.cli;

/** What a command's exit code says. */
public final class ExitCodes {
    /** Done, nothing to object to. */
    public static final int DONE = 0;
    /** A check failed or a difference was found. */
    public static final int DIFFERENCE = 1;
    /** The input or the command line is bad; the message says where and why. */
    public static final int BAD_INPUT = 2;
    /** The command could not finish for a reason that is not in its input. */
    public static final int FAILURE = 3;

    private ExitCodes() {}
}
