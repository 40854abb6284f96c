package io.guildhall.course.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.course.Facts;
import io.guildhall.course.TestStore;
import io.guildhall.course.authoring.CourseEvent.CourseRevised;
import io.guildhall.course.authoring.CourseEvent.LessonWritten;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LessonProjectionTest {

    private static final LessonWritten FIRST = new LessonWritten("crs_1", "com_1", "les_1", "First", "**one**");
    private static final LessonWritten BETTER = new LessonWritten("crs_1", "com_1", "les_1", "First!", "*one*");
    private static final LessonWritten SECOND = new LessonWritten("crs_1", "com_1", "les_2", "Second", "two");

    private final TestStore store = TestStore.open(LessonProjectionTest.class);
    private final LessonProjection projection = new LessonProjection(store.models());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        for (int i = 0; i < 2; i++) {
            projection.on(FIRST, Facts.own(1));
            projection.on(SECOND, Facts.own(2));
        }

        assertThat(store.mongo().findAll(Lesson.class))
                .containsExactlyInAnyOrder(
                        new Lesson("les_1", "crs_1", "com_1", "First", "<p><strong>one</strong></p>\n"),
                        new Lesson("les_2", "crs_1", "com_1", "Second", "<p>two</p>\n"));
    }

    @Test
    void showsTheNewestTextWhateverArrivesAgain() {
        projection.on(FIRST, Facts.own(1));
        projection.on(BETTER, Facts.own(4));
        projection.on(FIRST, Facts.own(1));

        assertThat(new Lessons(store.mongo()).find("les_1"))
                .contains(new Lesson("les_1", "crs_1", "com_1", "First!", "<p><em>one</em></p>\n"));
    }

    @Test
    void forgetsALessonThatARevisionDropped() {
        var revised = new CourseRevised("crs_1", "com_1", "mem_ada", "Java", "", "en", List.of(), List.of("les_1"));
        for (int i = 0; i < 2; i++) {
            projection.on(FIRST, Facts.own(1));
            projection.on(SECOND, Facts.own(2));
            projection.on(revised, Facts.own(3));
        }

        Lessons lessons = new Lessons(store.mongo());
        assertThat(lessons.find("les_1")).isEmpty();
        assertThat(lessons.find("les_2")).isPresent();
    }
}
