package io.guildhall.platform.follow;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads text that must be UTF-8, where Java's own way would put a sign for what it cannot read. */
final class Utf8 {

    private static final char UNREADABLE = '\uFFFD';

    private Utf8() {}

    /**
     * @param what the bytes are, to be told
     * @throws IllegalArgumentException where they are not UTF-8
     */
    static String read(byte[] bytes, String what) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(UNREADABLE) >= 0) { // which may also have been meant
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException _) {
                throw new IllegalArgumentException("The " + what + " is not UTF-8");
            }
        }
        return text;
    }
}
