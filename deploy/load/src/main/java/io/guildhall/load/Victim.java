package io.guildhall.load;

/** A process that can be killed with -9, and that somebody starts again. */
interface Victim {

    String name();

    /** Whether it is there and serves; once it was killed, whether it does so again. */
    boolean ready();

    void kill();
}
