package io.guildhall.platform.privacy;

/** Sealed bytes were changed, moved to another place, or sealed by another key. */
public final class NotSealedHere extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NotSealedHere() {
        super("the sealed value does not open with this key in this place");
    }
}
