package io.guildhall.local.demo;

import io.guildhall.local.lessons.CourseDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The course of our own writing that every new data folder gets, and that tests import. */
public final class DemoCourse {

    private DemoCourse() {}

    /** Writes the course's files into an empty folder. */
    public static void copyTo(Path folder) throws IOException {
        for (String file : BundledCourse.EVENT_SOURCING.files()) {
            Files.writeString(folder.resolve(file), BundledCourse.EVENT_SOURCING.text(file));
        }
    }

    public static CourseDraft draft() {
        return BundledCourse.EVENT_SOURCING.draft();
    }
}
