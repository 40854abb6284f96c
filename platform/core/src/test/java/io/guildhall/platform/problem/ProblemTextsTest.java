package io.guildhall.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTextsTest {

    @Test
    void everyProblemOfThePlatformIsToldInEveryLanguage() {
        List<String> names =
                ProblemCatalogue.types(List.of("io.guildhall.platform.idempotency", "io.guildhall.platform.follow"))
                        .stream()
                        .map(ProblemType::name)
                        .toList();

        assertThat(names).contains("not-found", "in-progress", "rebuild-running");
        assertThat(ProblemTexts.gaps(names)).isEmpty();
    }

    @Test
    void tellsWhichTextIsMissingInWhichLanguage() {
        assertThat(ProblemTexts.gaps(List.of("never-written")))
                .containsExactly(
                        "never-written.title (en)",
                        "never-written.detail (en)",
                        "never-written.title (zh-CN)",
                        "never-written.detail (zh-CN)");
    }

    @Test
    void hasTheSameKeysInEveryLanguage() {
        assertThat(ProblemTexts.keys(Locale.SIMPLIFIED_CHINESE))
                .hasSizeGreaterThan(30)
                .isEqualTo(ProblemTexts.keys(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
        "LessonNotInCourse, lesson-not-in-course",
        "NotFound, not-found",
        "HTTPFailure, http-failure",
        "Utf8Broken, utf8-broken"
    })
    void namesAProblemAfterItsClass(String name, String kebab) {
        assertThat(ProblemType.kebab(name)).isEqualTo(kebab);
    }

    @ParameterizedTest
    @CsvSource({"title, /title", "lessons[0].title, /lessons/0/title", "a.b[2][3].c, /a/b/2/3/c"})
    void pointsIntoTheBody(String path, String pointer) {
        assertThat(Invalid.pointer(path)).isEqualTo(pointer);
    }
}
