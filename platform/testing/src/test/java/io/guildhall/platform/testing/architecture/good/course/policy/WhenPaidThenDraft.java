package io.guildhall.platform.testing.architecture.good.course.policy;

import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import io.guildhall.platform.testing.architecture.good.course.CourseCommand;
import io.guildhall.platform.testing.architecture.good.course.inbox.Paid;
import org.axonframework.eventhandling.EventHandler;

@Policy("when-paid-then-draft")
class WhenPaidThenDraft {
    private final Commands commands;

    WhenPaidThenDraft(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(Paid paid, Fact fact) {
        commands.send(new CourseCommand.Draft(paid.courseId()), fact, "when-paid-then-draft");
    }
}
