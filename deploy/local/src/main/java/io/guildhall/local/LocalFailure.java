package io.guildhall.local;

/** Why a local server cannot start or go on: one line for the operator, and the exit code of its process. */
public final class LocalFailure extends RuntimeException {

    /** What went wrong, each with an exit code of its own. */
    public enum Reason {
        USAGE(64),
        FOREIGN_OR_DAMAGED_DATA(65),
        FOLDER_IN_USE(66),
        PORT_BUSY(69),
        INTERNAL(70),
        DISK(74);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Reason reason;

    public LocalFailure(Reason reason, String line) {
        super(line);
        this.reason = reason;
    }

    public LocalFailure(Reason reason, String line, Throwable cause) {
        super(line + " (" + cause.getMessage() + ")", cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public int exitCode() {
        return reason.exitCode();
    }
}
