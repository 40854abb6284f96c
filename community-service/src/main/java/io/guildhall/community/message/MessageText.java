package io.guildhall.community.message;

import java.util.regex.Pattern;

/** What a message and an author's own id for it may be. */
public final class MessageText {

    public static final int LONGEST = 8_000;
    public static final String LOCAL_ID = "[A-Za-z0-9_.:-]{1,64}";

    private static final int LONGEST_REACTION = 16;
    private static final Pattern EMOJI =
            Pattern.compile("(?=.*[\\p{IsExtended_Pictographic}🇦-🇿])(?=[\\p{IsEmoji}\\p{IsEmoji_Component}]+$)\\X");

    private MessageText() {}

    /** Whether this may be said: something, and not too much. */
    public static boolean isBody(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    /** Whether this is one emoji, which may consist of several characters. */
    public static boolean isReaction(String text) {
        return text.length() <= LONGEST_REACTION && EMOJI.matcher(text).matches();
    }

    public static boolean isLocalId(String text) {
        return text.matches(LOCAL_ID);
    }
}
