package io.guildhall.course.catalogue;

import io.guildhall.course.authoring.CourseStatus;
import io.guildhall.course.authoring.LessonTitle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: what a course holds, without its texts, and where it stands.
 *
 * @param place in the list of courses: the position of its draft in the log
 * @param returnReason why it came back to its author, until it is submitted again
 */
@Document("course_outline")
@CompoundIndex(name = "of_community", def = "{communityId: 1, place: 1}")
public record CourseOutline(
        @Id String courseId,
        String communityId,
        long place,
        String authorId,
        String title,
        String summary,
        String language,
        CourseStatus status,
        List<LessonTitle> lessons,
        @Nullable String returnReason,
        @Nullable Instant publishedAt) {

    public boolean published() {
        return status == CourseStatus.PUBLISHED;
    }

    public boolean has(String lessonId) {
        return lessons.stream().anyMatch(lesson -> lesson.lessonId().equals(lessonId));
    }

    /** The first lesson of a published course is free to try. */
    public boolean free(String lessonId) {
        return published() && lessons.getFirst().lessonId().equals(lessonId);
    }
}
