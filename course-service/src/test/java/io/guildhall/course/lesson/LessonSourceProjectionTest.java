package io.guildhall.course.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.course.Facts;
import io.guildhall.course.TestStore;
import io.guildhall.course.authoring.CourseEvent.CourseRevised;
import io.guildhall.course.authoring.CourseEvent.LessonWritten;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LessonSourceProjectionTest {

    private static final LessonWritten FIRST = new LessonWritten("crs_1", "com_1", "les_1", "First", "**one**");
    private static final LessonWritten BETTER = new LessonWritten("crs_1", "com_1", "les_1", "First!", "*one*");
    private static final LessonWritten SECOND = new LessonWritten("crs_1", "com_1", "les_2", "Second", "two");
    private static final CourseRevised WITHOUT_SECOND =
            new CourseRevised("crs_1", "com_1", "mem_ada", "Java", "", "en", List.of(), List.of("les_2"));

    private final TestStore store = TestStore.open(LessonSourceProjectionTest.class);
    private final LessonSourceProjection projection = new LessonSourceProjection(store.models());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsTheNewestWordsWhateverArrivesTwice() {
        for (int i = 0; i < 2; i++) {
            projection.on(FIRST, Facts.own(1));
            projection.on(SECOND, Facts.own(2));
            projection.on(BETTER, Facts.own(4));
        }

        assertThat(sources()).isEqualTo(Map.of("les_1", "*one*", "les_2", "two"));
    }

    @Test
    void forgetsALessonThatARevisionDropped() {
        for (int i = 0; i < 2; i++) {
            projection.on(FIRST, Facts.own(1));
            projection.on(SECOND, Facts.own(2));
            projection.on(WITHOUT_SECOND, Facts.own(3));
        }

        assertThat(sources()).isEqualTo(Map.of("les_1", "**one**"));
    }

    private Map<String, String> sources() {
        return new Lessons(store.mongo()).sources(List.of("les_1", "les_2"));
    }
}
