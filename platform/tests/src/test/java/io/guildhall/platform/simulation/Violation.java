package io.guildhall.platform.simulation;

/** A promise was broken. */
final class Violation extends Error {

    Violation(String message) {
        super(message);
    }

    Violation(String message, Throwable cause) {
        super(message, cause);
    }
}
