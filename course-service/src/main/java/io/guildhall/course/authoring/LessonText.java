package io.guildhall.course.authoring;

/**
 * One lesson as its author wrote it.
 *
 * @param markdown at most {@link #LONGEST} bytes of UTF-8
 */
public record LessonText(String lessonId, String title, String markdown) {

    /** Bytes of UTF-8; twice that, as published, is the most an event may weigh. */
    public static final int LONGEST = 256 * 1024;
}
