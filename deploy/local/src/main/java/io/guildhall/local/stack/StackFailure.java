package io.guildhall.local.stack;

/** A reason to stop that a person can act on: one line, and the exit code that goes with it. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    public StackFailure(ExitCode code, String line) {
        super(line);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }

    public String line() {
        return String.valueOf(getMessage());
    }
}
