package io.guildhall.course.enrollment.policy;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.guildhall.course.Facts;
import io.guildhall.course.access.inbox.GrantGranted;
import io.guildhall.course.enrollment.EnrollmentCommand.EnrollMember;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhenGrantedThenEnrollTest {

    private static final String JAVA = "crs_01980000000070008000000000000001";
    private static final Fact FACT = Facts.heard("grt_1", 0);

    private final Commands commands = mock(Commands.class);
    private final WhenGrantedThenEnroll policy = new WhenGrantedThenEnroll(commands);

    @Test
    void enrollsInTheCourseThatAGrantNames() {
        policy.on(granted("course:" + JAVA), FACT);

        verify(commands).send(EnrollMember.of("com_1", JAVA, "mem_ada"), FACT, WhenGrantedThenEnroll.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"course:*", "channel:" + JAVA, "course:", "course:crs_1", "course"})
    void enrollsNobodyForAnythingElse(String resource) {
        policy.on(granted(resource), FACT);

        verifyNoInteractions(commands);
    }

    private static GrantGranted granted(String resource) {
        return new GrantGranted("grt_1", "com_1", "mem_ada", resource, Facts.START, null);
    }
}
