package io.guildhall.community.live;

/** One field of a frame is at fault. */
final class BadFrame extends RuntimeException {

    private final String field;
    private final String code;

    BadFrame(String field, String code) {
        super(field + " " + code, null, false, false);
        this.field = field;
        this.code = code;
    }

    String pointer() {
        return "/" + field;
    }

    String code() {
        return code;
    }
}
