package io.guildhall.platform.ops;

import io.guildhall.platform.due.DueDateDesk;
import io.guildhall.platform.follow.FollowerStatus;
import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.follow.Followers;
import io.guildhall.platform.follow.MongoDeadLetters;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.publish.Publishers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Gives every service its endpoints for operators, its measures and its word on whether it is ready. */
@AutoConfiguration
@Import({
    OpsController.class,
    Running.class,
    DeadLetterController.class,
    DueDateController.class,
    StreamController.class,
    RebuildController.class,
    RestoreController.class
})
class OpsConfiguration {

    /** Not ready while publication or a follower is hindered, since what is read would be old. */
    @Bean
    HealthIndicator eventsHealthIndicator(Publishers publishers, Followers followers) {
        return () -> {
            var troubles = followers.troubles();
            troubles.putAll(publishers.troubles());
            return troubles.isEmpty()
                    ? Health.up().build()
                    : Health.outOfService().withDetails(troubles).build();
        };
    }

    @Bean
    MeterBinder dueMeters(DueDateDesk dueDates) {
        return meters -> Gauge.builder("guildhall.due.stuck", dueDates, DueDateDesk::count)
                .description("Due commands that wait for an operator")
                .register(meters);
    }

    @Bean
    MeterBinder logMeters(Publishers publishers) {
        return meters -> publishers.all().forEach(publisher -> {
            EventLog log = publisher.log();
            Gauge.builder("guildhall.log.head", log.reader(), LogReader::head)
                    .tag("log", log.name().toString())
                    .description("Position of the newest event")
                    .register(meters);
            Gauge.builder("guildhall.publication.lag", publisher, Publisher::lag)
                    .tag("log", log.name().toString())
                    .description("Events that the topic does not hold yet")
                    .register(meters);
        });
    }

    @Bean
    MeterBinder followerMeters(FollowerStatuses followers, MongoDeadLetters letters) {
        return meters -> {
            Gauge.builder(
                            "guildhall.followers.lag",
                            followers,
                            all -> all.onOwnLog().stream()
                                    .mapToLong(FollowerStatus::lag)
                                    .max()
                                    .orElse(0))
                    .description("Events that the slowest follower of the own log has not seen yet")
                    .register(meters);
            Gauge.builder(
                            "guildhall.inbox.lag",
                            followers,
                            all -> all.onTopics().stream()
                                    .mapToLong(FollowerStatus::lag)
                                    .max()
                                    .orElse(0))
                    .description("Records that the slowest inbox has not seen yet")
                    .register(meters);
            Gauge.builder("guildhall.dead.letters", letters, MongoDeadLetters::count)
                    .description("Events that wait for an operator")
                    .register(meters);
        };
    }
}
