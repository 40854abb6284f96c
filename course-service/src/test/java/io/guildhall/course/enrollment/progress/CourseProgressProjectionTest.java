package io.guildhall.course.enrollment.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.course.Facts;
import io.guildhall.course.TestStore;
import io.guildhall.course.enrollment.EnrollmentEvent;
import io.guildhall.course.enrollment.EnrollmentEvent.CourseCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonRead;
import io.guildhall.course.enrollment.EnrollmentEvent.MemberEnrolled;
import io.guildhall.course.enrollment.EnrollmentId;
import io.guildhall.platform.web.PageQuery;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourseProgressProjectionTest {

    private static final String ID = EnrollmentId.of("com_1", "crs_1", "mem_ada");
    private static final List<EnrollmentEvent> LEARNED = List.of(
            new MemberEnrolled(ID, "com_1", "crs_1", "mem_ada"),
            new LessonCompleted(ID, "com_1", "crs_1", "mem_ada", "les_1"),
            new LessonCompleted(ID, "com_1", "crs_1", "mem_ada", "les_2"),
            new CourseCompleted(ID, "com_1", "crs_1", "mem_ada", 2),
            new LessonRead(ID, "com_1", "crs_1", "mem_ada", "les_3", LocalDate.of(2026, 3, 1)));

    private final TestStore store = TestStore.open(CourseProgressProjectionTest.class);
    private final CourseProgressProjection projection = new CourseProgressProjection(store.models());
    private final Progress progress = new Progress(store.mongo());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        for (int i = 0; i < LEARNED.size(); i++) {
            projection.on(LEARNED.get(i), Facts.own(i + 1));
            projection.on(LEARNED.get(i), Facts.own(i + 1));
        }

        assertThatAdaHasCompletedTheCourse();
    }

    @Test
    void showsTheSameWhenAllEventsArriveAgain() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < LEARNED.size(); i++) {
                projection.on(LEARNED.get(i), Facts.own(i + 1));
            }
        }

        assertThatAdaHasCompletedTheCourse();
    }

    @Test
    void listsTheCoursesOfOneMemberInOneCommunity() {
        enroll(1, "com_1", "crs_1", "mem_ada");
        enroll(2, "com_2", "crs_3", "mem_ada");
        enroll(3, "com_1", "crs_1", "mem_bob");
        enroll(4, "com_1", "crs_2", "mem_ada");

        var first = progress.page("com_1", "mem_ada", new PageQuery(1, null));
        var rest =
                progress.page("com_1", "mem_ada", new PageQuery(1, first.page().next()));

        assertThat(first.items()).extracting(CourseProgress::courseId).containsExactly("crs_1");
        assertThat(rest.items()).extracting(CourseProgress::courseId).containsExactly("crs_2");
        assertThat(rest.page().hasMore()).isFalse();
    }

    private void enroll(long position, String communityId, String courseId, String memberId) {
        String id = EnrollmentId.of(communityId, courseId, memberId);
        projection.on(new MemberEnrolled(id, communityId, courseId, memberId), Facts.own(position));
    }

    private void assertThatAdaHasCompletedTheCourse() {
        assertThat(progress.find("com_1", "crs_1", "mem_ada"))
                .contains(new CourseProgress(
                        ID,
                        "com_1",
                        1,
                        "crs_1",
                        "mem_ada",
                        Facts.START.plusSeconds(1),
                        List.of("les_1", "les_2"),
                        Facts.START.plusSeconds(4)));
    }
}
