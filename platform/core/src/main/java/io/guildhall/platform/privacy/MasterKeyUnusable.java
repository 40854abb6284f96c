package io.guildhall.platform.privacy;

/** The master key file is missing, malformed, too open, or not the one that sealed what is stored. */
public final class MasterKeyUnusable extends IllegalStateException {

    private static final long serialVersionUID = 1;

    MasterKeyUnusable(String message) {
        super(message);
    }
}
