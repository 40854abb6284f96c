package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.Positions.Place;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells how far everything that follows events has come. */
public final class FollowerStatuses {

    private final ServiceName service;
    private final Components components;
    private final Positions positions;
    private final Followers followers;
    private final LogReader log;
    private final Topics topics;

    FollowerStatuses(
            ServiceName service,
            Components components,
            Positions positions,
            Followers followers,
            LogReader log,
            Topics topics) {
        this.service = service;
        this.components = components;
        this.positions = positions;
        this.followers = followers;
        this.log = log;
        this.topics = topics;
    }

    /** Every follower on the own log; asks only the store. */
    public List<FollowerStatus> onOwnLog() {
        long head = log.head();
        Map<String, String> troubles = followers.troubles();
        return components.onOwnLog().stream()
                .map(component -> {
                    long position = positions.of(component.name(), service.log());
                    return status(
                            component,
                            service.log(),
                            position,
                            Math.max(0, head - position),
                            troubles.get(component.name()));
                })
                .toList();
    }

    /** Every inbox; asks the broker how long the topics are. */
    public List<FollowerStatus> onTopics() {
        Map<String, String> troubles = followers.troubles();
        List<FollowerStatus> statuses = new ArrayList<>();
        components.byForeignService().forEach((other, hearing) -> {
            Map<Integer, Long> ends = topics.ends(other.topic());
            for (Component component : hearing) {
                Map<Integer, Place> places = positions.ofTopic(component.name(), other.log());
                long lag = IntStream.range(0, EventRecords.PARTITIONS)
                        .mapToLong(partition -> Math.max(
                                0,
                                ends.getOrDefault(partition, 0L)
                                        - 1
                                        - places.getOrDefault(partition, Place.START)
                                                .offset()))
                        .sum();
                long position = places.values().stream()
                        .mapToLong(Place::position)
                        .max()
                        .orElse(0);
                String trouble = troubles.entrySet().stream()
                        .filter(entry -> InboxTroubles.concerns(entry.getKey(), component.name()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
                statuses.add(status(component, other.log(), position, lag, trouble));
            }
        });
        return statuses;
    }

    private static FollowerStatus status(
            Component component, String source, long position, long lag, @Nullable String trouble) {
        String kind = component.isProjection() ? "projection" : "policy";
        return new FollowerStatus(component.name(), kind, source, position, lag, trouble);
    }
}
