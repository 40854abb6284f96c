package io.guildhall.course.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.course.Facts;
import io.guildhall.course.TestStore;
import io.guildhall.course.authoring.CourseEvent;
import io.guildhall.course.authoring.CourseEvent.CourseApproved;
import io.guildhall.course.authoring.CourseEvent.CourseDrafted;
import io.guildhall.course.authoring.CourseEvent.CoursePublished;
import io.guildhall.course.authoring.CourseEvent.CourseReturned;
import io.guildhall.course.authoring.CourseEvent.CourseRevised;
import io.guildhall.course.authoring.CourseEvent.CourseSubmitted;
import io.guildhall.course.authoring.CourseStatus;
import io.guildhall.course.authoring.LessonTitle;
import io.guildhall.platform.web.PageQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourseOutlineProjectionTest {

    private static final LessonTitle FIRST = new LessonTitle("les_1", "First");
    private static final LessonTitle SECOND = new LessonTitle("les_2", "Second");
    private static final CourseDrafted DRAFTED = drafted("crs_1", "mem_ada");
    private static final CourseSubmitted SUBMITTED = new CourseSubmitted("crs_1", "com_1", "mem_ada");
    private static final CourseReturned RETURNED = new CourseReturned("crs_1", "com_1", "mem_owner", "too long");
    private static final CourseRevised REVISED = new CourseRevised(
            "crs_1", "com_1", "mem_ada", "Java 25", "Half of it", "zh-CN", List.of(SECOND), List.of("les_1"));
    private static final CourseApproved APPROVED = new CourseApproved("crs_1", "com_1", "mem_owner");
    private static final CoursePublished PUBLISHED = new CoursePublished("crs_1", "com_1", "mem_owner");
    private static final CourseOutline REVISED_AND_PUBLISHED = new CourseOutline(
            "crs_1",
            "com_1",
            1,
            "mem_ada",
            "Java 25",
            "Half of it",
            "zh-CN",
            CourseStatus.PUBLISHED,
            List.of(SECOND),
            null,
            Facts.START.plusSeconds(7));

    private static final Reader ANYBODY = new Reader(null, false);
    private static final Reader ADA = new Reader("mem_ada", false);
    private static final Reader OWNER = new Reader("mem_owner", true);

    private final TestStore store = TestStore.open(CourseOutlineProjectionTest.class);
    private final CourseOutlineProjection projection = new CourseOutlineProjection(store.models());
    private final Outlines outlines = new Outlines(store.mongo());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        apply(1, DRAFTED, DRAFTED);
        apply(2, SUBMITTED, SUBMITTED);
        apply(3, RETURNED, RETURNED);
        apply(4, REVISED, REVISED);
        apply(5, SUBMITTED, SUBMITTED);
        apply(6, APPROVED, APPROVED);
        apply(7, PUBLISHED, PUBLISHED);

        assertThat(outlines.find("com_1", "crs_1", ANYBODY)).contains(REVISED_AND_PUBLISHED);
    }

    @Test
    void showsTheSameWhenAllEventsArriveAgain() {
        for (int round = 0; round < 2; round++) {
            apply(1, DRAFTED);
            apply(2, SUBMITTED);
            apply(3, RETURNED);
            apply(4, REVISED);
            apply(5, SUBMITTED);
            apply(6, APPROVED);
            apply(7, PUBLISHED);
        }

        assertThat(outlines.find("com_1", "crs_1", ANYBODY)).contains(REVISED_AND_PUBLISHED);
    }

    @Test
    void keepsTheReasonUntilTheCourseIsSubmittedAgain() {
        apply(1, DRAFTED);
        apply(2, SUBMITTED);
        apply(3, RETURNED);
        assertThat(outlines.find("com_1", "crs_1", ADA).orElseThrow().returnReason())
                .isEqualTo("too long");

        apply(4, SUBMITTED);
        assertThat(outlines.find("com_1", "crs_1", ADA).orElseThrow().returnReason())
                .isNull();
    }

    @Test
    void hidesADraftFromAllButItsAuthorAndOwners() {
        apply(1, DRAFTED);

        assertThat(outlines.find("com_1", "crs_1", ANYBODY)).isEmpty();
        assertThat(outlines.find("com_1", "crs_1", new Reader("mem_bob", false)))
                .isEmpty();
        assertThat(outlines.find("com_1", "crs_1", ADA)).isPresent();
        assertThat(outlines.find("com_1", "crs_1", OWNER)).isPresent();
        assertThat(outlines.published("com_1", "crs_1")).isEmpty();
    }

    @Test
    void hidesACourseOfAnotherCommunity() {
        apply(1, DRAFTED);

        assertThat(outlines.find("com_2", "crs_1", OWNER)).isEmpty();
        assertThat(outlines.page("com_2", OWNER, new PageQuery(50, null)).items())
                .isEmpty();
    }

    @Test
    void listsWhatTheReaderMaySeePageByPage() {
        apply(1, DRAFTED);
        apply(2, drafted("crs_2", "mem_bob"));
        apply(3, drafted("crs_3", "mem_ada"));
        apply(4, new CoursePublished("crs_3", "com_1", "mem_owner"));

        assertThat(ids(ANYBODY, 50, null)).containsExactly("crs_3");
        assertThat(ids(ADA, 50, null)).containsExactly("crs_1", "crs_3");
        assertThat(ids(OWNER, 2, null)).containsExactly("crs_1", "crs_2");
        assertThat(ids(OWNER, 2, "2")).containsExactly("crs_3");
    }

    private List<String> ids(Reader reader, int limit, @Nullable String after) {
        return outlines.page("com_1", reader, new PageQuery(limit, after)).items().stream()
                .map(CourseOutline::courseId)
                .toList();
    }

    private void apply(long position, CourseEvent... events) {
        for (CourseEvent event : events) {
            projection.on(event, Facts.own(position));
        }
    }

    private static CourseDrafted drafted(String courseId, String authorId) {
        return new CourseDrafted(courseId, "com_1", authorId, "Java", "All of it", "en", List.of(FIRST, SECOND));
    }
}
