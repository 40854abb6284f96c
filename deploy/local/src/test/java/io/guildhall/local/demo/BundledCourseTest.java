package io.guildhall.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.lessons.Lesson;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledCourseTest {

    private static final int LEAST_LETTERS = 800;

    static Stream<BundledCourse> courses() {
        return Stream.of(BundledCourse.EVENT_SOURCING, BundledCourse.MONEY, BundledCourse.MESSAGES);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void everyLessonHasATitleOfItsOwnSomethingToSayAndCodeThatEnds(BundledCourse course) {
        assertThat(course.draft().lessons())
                .hasSizeBetween(4, 6)
                .allSatisfy(lesson -> {
                    assertThat(lesson.markdown().codePoints().filter(Character::isLetter))
                            .as(lesson.title())
                            .hasSizeGreaterThan(LEAST_LETTERS);
                    assertThat(lesson.markdown().lines().filter(line -> line.startsWith("```")))
                            .as("fences of %s", lesson.title())
                            .hasSizeGreaterThanOrEqualTo(2)
                            .satisfies(fences -> assertThat(fences.size() % 2).isZero());
                })
                .extracting(Lesson::title)
                .doesNotHaveDuplicates();
    }
}
