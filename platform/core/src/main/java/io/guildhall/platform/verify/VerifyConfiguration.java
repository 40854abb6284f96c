package io.guildhall.platform.verify;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.due.DueDateDesk;
import io.guildhall.platform.follow.DeadLetterDesk;
import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.follow.Rebuilds;
import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.publish.Publishers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives every service its verification. */
@AutoConfiguration
class VerifyConfiguration {

    @Bean
    Verification verification(
            ServiceName service,
            TopicReplay topics,
            Publishers publishers,
            FollowerStatuses followers,
            Rebuilds rebuilds,
            DeadLetterDesk letters,
            DueDateDesk dates) {
        return new Verification(service, topics, publishers, followers, rebuilds, letters, dates);
    }
}
