package io.guildhall.platform.log;

/** A command wanted to store more than one commit may hold; nothing was stored. */
public class CommitTooLarge extends RuntimeException {

    public CommitTooLarge(String what) {
        super("Too large for one commit: " + what);
    }
}
