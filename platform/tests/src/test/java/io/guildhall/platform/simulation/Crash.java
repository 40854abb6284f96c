package io.guildhall.platform.simulation;

/** Unwinds an actor whose process was killed; what is simulated catches no errors, so nothing of it goes on. */
final class Crash extends Error {

    Crash() {
        super("killed", null, false, false);
    }
}
