package io.guildhall.platform.time;

/** Somebody asked to move the time of an installation whose time is the real one. */
public final class ClockNotMovable extends IllegalStateException {

    private static final long serialVersionUID = 1;

    ClockNotMovable() {
        super("the clock of this installation cannot be moved (guildhall.clock.movable)");
    }
}
