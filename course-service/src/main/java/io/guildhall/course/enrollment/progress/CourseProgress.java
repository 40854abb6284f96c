package io.guildhall.course.enrollment.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: how far one member has come in one course. Times are those at which it became true.
 *
 * @param place in the member's list: the position of the enrollment in the log
 */
@Document("course_progress")
@CompoundIndex(name = "mine", def = "{communityId: 1, memberId: 1, place: 1}")
public record CourseProgress(
        @Id String enrollmentId,
        String communityId,
        long place,
        String courseId,
        String memberId,
        Instant enrolledAt,
        List<String> completedLessonIds,
        @Nullable Instant completedAt) {}
