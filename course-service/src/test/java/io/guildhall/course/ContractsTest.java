package io.guildhall.course;

import io.guildhall.course.enrollment.EnrollmentEvent.LessonRead;
import io.guildhall.course.rating.RatingEvent.RatingGiven;
import io.guildhall.platform.testing.contract.Contracts;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

    private static final String ENROLLMENT = "enr_0198c0de000080008000000000000001";
    private static final String RATING = "rat_0198c0de000080008000000000000001";
    private static final String COMMUNITY = "com_0198c0de000070008000000000000001";
    private static final String COURSE = "crs_0198c0de000070008000000000000001";
    private static final String LESSON = "les_0198c0de000070008000000000000001";
    private static final String ADA = "mem_0198c0de000070008000000000000002";

    @TestFactory
    Stream<DynamicTest> keepsItsContracts() {
        return Contracts.of("io.guildhall.course")
                .with(
                        new LessonRead(ENROLLMENT, COMMUNITY, COURSE, ADA, LESSON, LocalDate.of(2026, 3, 1)),
                        new RatingGiven(RATING, COMMUNITY, COURSE, ADA, 5, "Worth every hour"))
                .tests();
    }
}
