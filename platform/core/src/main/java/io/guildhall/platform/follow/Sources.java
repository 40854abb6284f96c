package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.Posts.Post;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.publish.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/** Sets projections and policies on the own logs and on other services' topics. */
final class Sources {

    private final Components components;
    private final ServiceName service;
    private final EventLogs logs;
    private final Topics topics;
    private final Positions positions;
    private final MongoDeadLetters letters;
    private final MongoOperations readModels;
    private final String bootstrapServers;

    Sources(
            Components components,
            ServiceName service,
            EventLogs logs,
            Topics topics,
            Positions positions,
            MongoDeadLetters letters,
            MongoOperations readModels,
            String bootstrapServers) {
        this.components = components;
        this.service = service;
        this.logs = logs;
        this.topics = topics;
        this.positions = positions;
        this.letters = letters;
        this.readModels = readModels;
        this.bootstrapServers = bootstrapServers;
    }

    List<Post> onOwnLogs(Component component) {
        if (!components.hearsOwnLog(component)) {
            return List.of();
        }
        return logs.all().stream()
                .map(log -> new Post(
                        new LogFollower(
                                log.name(),
                                log.tail(),
                                delivery(component),
                                positions,
                                component.isProjection() ? readModels : null),
                        log.tail()))
                .toList();
    }

    /**
     * One consumer for all of them, in a group with those of other instances; {@code null} where they hear no other
     * service.
     *
     * @param alone the only one of them, which has a group of its own; {@code null} for the service's common group
     */
    @Nullable
    InboxConsumer onTopics(List<Component> hearing, @Nullable Component alone) {
        Map<String, List<Inbox>> inboxes = new TreeMap<>();
        components
                .byForeignService(hearing)
                .forEach((other, some) -> inboxes.put(
                        other.topic(),
                        some.stream()
                                .map(component -> new Inbox(delivery(component), other.value(), positions))
                                .toList()));
        String group = "guildhall." + service + (alone == null ? "" : "." + alone.name());
        return inboxes.isEmpty()
                ? null
                : new InboxConsumer(
                        inboxes,
                        () -> {
                            inboxes.keySet().forEach(topics::ensure);
                            return InboxConsumers.open(bootstrapServers, group);
                        },
                        letters,
                        topics::id,
                        InboxConsumer::rest);
    }

    private Delivery delivery(Component component) {
        return new Delivery(component.name(), component.handlers(), letters);
    }
}
