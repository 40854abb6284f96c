package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.publish.Topics;
import java.time.InstantSource;
import java.util.List;
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
    ReadPositions readPositions(Components components, EventLogs logs, Editions editions, Positions positions) {
        List<String> projections = components.onOwnLog().stream()
                .filter(Component::isProjection)
                .map(Component::name)
                .toList();
        return new ReadPositions(logs, projections, editions, positions, InstantSource.system());
    }

    @Bean
    EditionStore editionStore(
            EditionTemplate mongo, MongoPositions positions, MongoDeadLetters letters, Editions editions) {
        return new EditionStore(mongo, positions, letters, editions, InstantSource.system());
    }

    @Bean
    Sources sources(
            Components components,
            ServiceName service,
            EventLogs logs,
            Topics topics,
            MongoPositions positions,
            MongoDeadLetters letters,
            MongoTemplate mongo,
            @Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers) {
        return new Sources(components, service, logs, topics, positions, letters, mongo, bootstrapServers);
    }

    @Bean
    Followers followers(
            Components components,
            Editions editions,
            EditionStore store,
            Sources sources,
            Leases leases,
            MongoDeadLetters letters,
            @Value("${guildhall.autostart:true}") boolean autoStart) {
        var posts = new Posts(leases);
        var readModels = new EditionFollowers(components, editions, store, sources, posts);
        return new Followers(components, editions, readModels, sources, posts, letters::createIndexes, autoStart);
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
            Editions editions,
            EventLogs logs,
            TopicReplay topics,
            MongoPositions positions,
            MongoDeadLetters letters,
            EditionTemplate mongo,
            Leases leases) {
        return new Rebuilds(service, components, editions, logs, topics, positions, letters, mongo, leases);
    }

    @Bean
    EditionDesk editionDesk(
            Components components,
            Editions editions,
            EventLogs logs,
            Topics topics,
            MongoPositions positions,
            EditionTemplate mongo,
            MongoDeadLetters letters,
            Followers followers) {
        var progress = new EditionProgress(components, logs, topics, positions);
        var views = new EditionViews(progress, letters, followers, InstantSource.system());
        return new EditionDesk(components, editions, progress, mongo, views, InstantSource.system());
    }

    @Bean
    FollowerStatuses followerStatuses(
            Components components,
            Editions editions,
            MongoPositions positions,
            Followers followers,
            EventLogs logs,
            Topics topics) {
        return new FollowerStatuses(components, editions, positions, followers, logs, topics);
    }
}
