package io.guildhall.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.lessons.CourseFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCourseTest {

    @Test
    void isTheSameFromTheJarAsFromAFolder(@TempDir Path folder) throws Exception {
        DemoCourse.copyTo(folder);
        assertThat(CourseFolder.read(folder).lessons())
                .isEqualTo(DemoCourse.draft().lessons())
                .hasSizeGreaterThanOrEqualTo(5);
    }
}
