package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.publish.Topics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Finds the service's projections and policies and sets them on the own logs and on other services' topics. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
class FollowConfiguration {

    @Bean
    ReadModels readModels(MongoTemplate mongo) {
        return new ReadModels(mongo);
    }

    @Bean
    MongoPositions positions(MongoDatabaseFactory databases) {
        return new MongoPositions(databases.getMongoDatabase());
    }

    @Bean
    MongoDeadLetters deadLetters(MongoDatabaseFactory databases, InstantSource clock) {
        return new MongoDeadLetters(databases.getMongoDatabase(), clock);
    }

    @Bean
    Components components(ApplicationContext context, EventCodec codec, ServiceName service) {
        List<Component> found = Stream.concat(
                        context.getBeansWithAnnotation(Projection.class).values().stream(),
                        context.getBeansWithAnnotation(Policy.class).values().stream())
                .map(bean -> Component.of(bean, codec))
                .toList();
        return new Components(service, found);
    }

    @Bean
    ReadPositions readPositions(Components components, EventLogs logs, Positions positions) {
        List<String> projections = components.onOwnLog().stream()
                .filter(Component::isProjection)
                .map(Component::name)
                .toList();
        return new ReadPositions(logs, projections, positions);
    }

    @Bean
    Followers followers(
            Components components,
            ServiceName service,
            EventLogs logs,
            Leases leases,
            MongoPositions positions,
            MongoDeadLetters letters,
            Topics topics,
            MongoTemplate mongo,
            @Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${guildhall.autostart:true}") boolean autoStart) {
        List<Followers.Post> posts = new ArrayList<>();
        for (EventLog log : logs.all()) {
            for (Component component : components.onOwnLog()) {
                var follower = new LogFollower(
                        log.name(),
                        log.reader(),
                        delivery(component, letters),
                        positions,
                        component.isProjection() ? mongo : null);
                posts.add(new Followers.Post(follower, log.tail()));
            }
        }
        Map<String, List<Inbox>> inboxes = new TreeMap<>();
        components.byForeignService().forEach((other, hearing) -> {
            List<Inbox> ofService = new ArrayList<>();
            hearing.forEach(
                    component -> ofService.add(new Inbox(delivery(component, letters), other.value(), positions)));
            inboxes.put(other.topic(), ofService);
        });
        var consumer = inboxes.isEmpty()
                ? null
                : new InboxConsumer(
                        inboxes,
                        () -> {
                            inboxes.keySet().forEach(topics::ensure);
                            return InboxConsumers.open(bootstrapServers, service);
                        },
                        letters);
        return new Followers(
                posts,
                consumer,
                leases,
                () -> {
                    letters.createIndexes();
                    ReadModelIndexes.create(mongo, components);
                },
                autoStart);
    }

    @Bean
    TopicReplay topicReplay(@Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers) {
        return new TopicReplay(bootstrapServers);
    }

    @Bean
    DeadLetterDesk deadLetterDesk(MongoDeadLetters letters, Components components) {
        return new DeadLetterDesk(letters, components);
    }

    @Bean
    Rebuilds rebuilds(
            ServiceName service,
            Components components,
            EventLogs logs,
            TopicReplay topics,
            MongoPositions positions,
            MongoDeadLetters letters,
            MongoTemplate mongo,
            RebuildDatabases databases) {
        return new Rebuilds(service, components, logs, topics, positions, letters, mongo, databases);
    }

    @Bean
    FollowerStatuses followerStatuses(
            Components components, MongoPositions positions, Followers followers, EventLogs logs, Topics topics) {
        return new FollowerStatuses(components, positions, followers, logs, topics);
    }

    private static Delivery delivery(Component component, DeadLetters letters) {
        return new Delivery(component.name(), component.handlers(), letters);
    }
}
