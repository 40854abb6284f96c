package io.guildhall.local.stack;

/** What the command's exit code says; scripts may rely on the numbers, 3 and 4 are given by the shell script alone. */
public enum ExitCode {
    OK(0),
    FAILED(1),
    USAGE(2),
    TOOLS_MISSING(3),
    BUILD_FAILED(4),
    PORT_BUSY(5),
    FOLDER_UNUSABLE(6),
    DISK_FULL(7),
    ALREADY_RUNNING(8),
    NOT_READY(9),
    NOT_RUNNING(10),
    REFUSED(11);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
