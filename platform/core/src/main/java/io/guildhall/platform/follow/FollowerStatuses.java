package io.guildhall.platform.follow;

import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells how far everything that follows events has come. */
public final class FollowerStatuses {

    private final Components components;
    private final Editions editions;
    private final Positions positions;
    private final Followers followers;
    private final EventLogs logs;
    private final Topics topics;

    FollowerStatuses(
            Components components,
            Editions editions,
            Positions positions,
            Followers followers,
            EventLogs logs,
            Topics topics) {
        this.components = components;
        this.editions = editions;
        this.positions = positions;
        this.followers = followers;
        this.logs = logs;
        this.topics = topics;
    }

    /** Every follower on the own logs; asks only the store. */
    public List<FollowerStatus> onOwnLog() {
        Map<String, String> troubles = followers.troubles();
        return logs.all().stream()
                .flatMap(log -> onOwnLog(log, log.reader().head(), troubles))
                .toList();
    }

    private Stream<FollowerStatus> onOwnLog(EventLog log, long head, Map<String, String> troubles) {
        return components.onOwnLog().stream().map(component -> {
            String follower = follower(component);
            long position = positions.of(follower, log.name().lasting());
            String trouble = troubles.get(LogFollower.id(follower, log.name()));
            return status(component, log.name().toString(), position, Math.max(0, head - position), trouble);
        });
    }

    /** Every inbox; asks the broker how long the topics are. */
    public List<FollowerStatus> onTopics() {
        Map<String, String> troubles = followers.troubles();
        List<FollowerStatus> statuses = new ArrayList<>();
        components.byForeignService().forEach((other, hearing) -> {
            Map<Integer, Long> ends = topics.ends(other.topic());
            for (Component component : hearing) {
                String follower = follower(component);
                Places places = positions.ofTopic(follower, other.value());
                long lag = IntStream.range(0, EventRecords.PARTITIONS)
                        .mapToLong(partition ->
                                Math.max(0, ends.getOrDefault(partition, 0L) - 1 - places.offset(partition)))
                        .sum();
                long position = places.positions().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
                String trouble = troubles.entrySet().stream()
                        .filter(entry -> InboxTroubles.concerns(entry.getKey(), follower, other.topic()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
                statuses.add(status(component, other.value(), position, lag, trouble));
            }
        });
        return statuses;
    }

    /** Of a projection, the edition that is read. */
    private String follower(Component component) {
        return component.isProjection()
                ? editions.of(component.name()).liveEdition().follower()
                : component.name();
    }

    private static FollowerStatus status(
            Component component, String source, long position, long lag, @Nullable String trouble) {
        String kind = component.isProjection() ? "projection" : "policy";
        return new FollowerStatus(component.name(), kind, source, position, lag, trouble);
    }
}
