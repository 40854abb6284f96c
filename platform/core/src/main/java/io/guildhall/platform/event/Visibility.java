package io.guildhall.platform.event;

/** Who may read an event. */
public enum Visibility {
    /** Part of the published contract. */
    PUBLIC,
    /** Published too, since what is stored is what is published, but other services do not read it. */
    INTERNAL
}
