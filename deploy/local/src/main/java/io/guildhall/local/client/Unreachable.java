package io.guildhall.local.client;

/** No reply came at all; whether the request was done is not known. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(String line) {
        super(line);
    }
}
