package io.guildhall.course.authoring;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything a caller may ask of a {@link Course}. A course of another community, or one that the editor may not know
 * of, is answered like one that does not exist.
 */
public sealed interface CourseCommand {

    String courseId();

    String communityId();

    Editor editor();

    /** Begins a course with all its lessons at once; the editor becomes its author. */
    record DraftCourse(
            @TargetAggregateIdentifier String courseId,
            String communityId,
            Editor editor,
            String title,
            String summary,
            String language,
            List<LessonText> lessons)
            implements CourseCommand {}

    /**
     * Replaces a draft by another; a lesson keeps its id when it is given again.
     *
     * @param newLessonIds the ids among the lessons that are meant to be new; any other must be one of the course
     */
    record ReviseCourse(
            @TargetAggregateIdentifier String courseId,
            String communityId,
            Editor editor,
            String title,
            String summary,
            String language,
            List<LessonText> lessons,
            List<String> newLessonIds)
            implements CourseCommand {}

    /** Asks the owners for their approval. */
    record SubmitCourse(@TargetAggregateIdentifier String courseId, String communityId, Editor editor)
            implements CourseCommand {}

    /** Finds a submitted course fit to be published. */
    record ApproveCourse(@TargetAggregateIdentifier String courseId, String communityId, Editor editor)
            implements CourseCommand {}

    /** Gives a submitted course back to its author. */
    record ReturnCourse(@TargetAggregateIdentifier String courseId, String communityId, Editor editor, String reason)
            implements CourseCommand {}

    /** Opens an approved course to learners. */
    record PublishCourse(@TargetAggregateIdentifier String courseId, String communityId, Editor editor)
            implements CourseCommand {}
}
