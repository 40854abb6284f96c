package io.guildhall.community.message;

/** What a message and an author's own id for it may be. */
public final class MessageText {

    public static final int LONGEST = 8_000;
    public static final String LOCAL_ID = "[A-Za-z0-9_.:-]{1,64}";

    private MessageText() {}

    /** Whether this may be said: something, and not too much. */
    public static boolean isBody(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    public static boolean isLocalId(String text) {
        return text.matches(LOCAL_ID);
    }
}
