package io.guildhall.course.enrollment.policy;

import io.guildhall.course.access.CourseResource;
import io.guildhall.course.access.inbox.GrantGranted;
import io.guildhall.course.enrollment.EnrollmentCommand.EnrollMember;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/**
 * A grant for one course enrolls in it. One for all courses of a community enrolls nobody: who holds it is enrolled by
 * the first lesson read or completed.
 */
@Policy(WhenGrantedThenEnroll.NAME)
class WhenGrantedThenEnroll {

    static final String NAME = "when-granted-then-enroll";

    private final Commands commands;

    WhenGrantedThenEnroll(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(GrantGranted granted, Fact fact) {
        CourseResource.oneCourse(granted.resource())
                .map(courseId -> EnrollMember.of(granted.communityId(), courseId, granted.memberId()))
                .ifPresent(enroll -> commands.send(enroll, fact, NAME));
    }
}
