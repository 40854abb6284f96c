package io.guildhall.platform.follow;

/** Whether this instance may go on; asked before each step. */
public interface Claim {
    boolean held();
}
