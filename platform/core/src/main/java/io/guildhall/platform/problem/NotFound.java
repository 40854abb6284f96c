package io.guildhall.platform.problem;

/** There is no such thing, or none that this caller may know of; both are answered alike. */
public final class NotFound extends Refusal {

    public NotFound() {
        super(Kind.NOT_FOUND);
    }
}
