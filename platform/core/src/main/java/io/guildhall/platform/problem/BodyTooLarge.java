package io.guildhall.platform.problem;

import java.io.IOException;

/** The body is longer than this address takes; an {@link IOException} so that whatever reads the body stops. */
public final class BodyTooLarge extends IOException {

    public BodyTooLarge(long limit) {
        super("body longer than " + limit + " bytes");
    }
}
