package io.guildhall.platform.verify;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.due.DueDateDesk;
import io.guildhall.platform.follow.DeadLetterDesk;
import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.follow.Rebuilds;
import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.publish.Publisher;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives every service its verification. */
@AutoConfiguration
class VerifyConfiguration {

    @Bean
    Verification verification(
            ServiceName service,
            LogReader reader,
            TopicReplay topics,
            Publisher publisher,
            FollowerStatuses followers,
            Rebuilds rebuilds,
            DeadLetterDesk letters,
            DueDateDesk dates) {
        return new Verification(service, reader, topics, publisher, followers, rebuilds, letters, dates);
    }
}
