package io.guildhall.member.notice.policy;

import io.guildhall.member.notice.NoticeCommand.GiveNotice;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What members are told is news: where a history is heard late or for the first time, nobody is told of long ago. */
@Component
class Tidings {

    static final Duration NEWS = Duration.ofDays(30);

    private final Commands commands;
    private final InstantSource clock;

    Tidings(Commands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @param policy in whose name it is told of the fact */
    void tell(GiveNotice notice, Fact fact, String policy) {
        if (clock.instant().isBefore(fact.recordedAt().plus(NEWS))) {
            commands.send(notice, fact, policy);
        }
    }
}
