package io.guildhall.course.lesson;

import java.util.regex.Pattern;

/**
 * How long a lesson must have been shown until it counts as read: half of the time that reading it takes, and 30 s at
 * most, as the metric of content value has it. Chinese, Japanese and Korean are counted by characters, all else by words.
 */
public final class ReadingTime {

    private static final double MOST_SECONDS = 30;
    private static final double WORDS_A_SECOND = 200 / 60.0;
    private static final double CHARACTERS_A_SECOND = 400 / 60.0;

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern CHARACTER = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private ReadingTime() {}

    /** In whole seconds, 0 to 30. */
    public static int enough(String html) {
        String text = TAG.matcher(html).replaceAll(" ");
        long characters = CHARACTER.matcher(text).results().count();
        long words =
                WORD.matcher(CHARACTER.matcher(text).replaceAll(" ")).results().count();
        double reading = words / WORDS_A_SECOND + characters / CHARACTERS_A_SECOND;
        return (int) Math.round(Math.min(MOST_SECONDS, reading / 2));
    }
}
