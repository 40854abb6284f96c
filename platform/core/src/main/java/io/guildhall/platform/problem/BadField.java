package io.guildhall.platform.problem;

/** One field, parameter or header of a request is at fault; for what the platform itself reads from requests. */
public final class BadField extends RuntimeException {

    private final Failure failure;

    private BadField(ProblemType type, String pointer, String code) {
        super(type.name() + " " + pointer + " " + code, null, false, false);
        this.failure = Failure.ofField(type, pointer, code);
    }

    /** A parameter or field whose value is not allowed. */
    public static BadField value(String name, String code) {
        return new BadField(ProblemType.VALIDATION_FAILED, "/" + name, code);
    }

    /** A header that cannot be read. */
    public static BadField header(String name, String code) {
        return new BadField(ProblemType.MALFORMED_REQUEST, "/" + name, code);
    }

    Failure failure() {
        return failure;
    }
}
