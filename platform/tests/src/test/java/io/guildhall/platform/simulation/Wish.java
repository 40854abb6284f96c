package io.guildhall.platform.simulation;

/** The commands of the simulated service: a door decides by its state, a feed takes what comes. */
sealed interface Wish {

    String streamId();

    /** Refused when it is open. */
    record Open(String streamId) implements Wish {}

    /** Refused when it is closed. */
    record Close(String streamId) implements Wish {}

    /** Lets some people in, an event each; refused when it is closed. */
    record Enter(String streamId, int people) implements Wish {}

    /** Counts on an aggregate that never refuses. */
    record Count(String streamId) implements Wish {}

    /** Goes to a plain stream. */
    record Say(String streamId, int words) implements Wish {}
}
