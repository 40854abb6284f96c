package io.guildhall.course.authoring;

import io.guildhall.course.authoring.CourseCommand.ReviseCourse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What a revision does to the list of lessons: every lesson it names is new or of the course, and named once. */
record Revision(List<String> dropped) {

    static Revision of(List<String> before, ReviseCourse command) {
        var known = new HashSet<>(before);
        known.addAll(command.newLessonIds());
        var given = new HashSet<String>();
        for (LessonText lesson : command.lessons()) {
            if (!known.contains(lesson.lessonId())) {
                throw new LessonNotOfCourse(lesson.lessonId());
            }
            if (!given.add(lesson.lessonId())) {
                throw new LessonGivenTwice(lesson.lessonId());
            }
        }
        var dropped = new ArrayList<>(before);
        dropped.removeAll(given);
        return new Revision(List.copyOf(dropped));
    }
}
