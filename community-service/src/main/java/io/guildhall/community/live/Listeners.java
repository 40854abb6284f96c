package io.guildhall.community.live;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Who listens to which channel at this instance. */
@Component
class Listeners {

    private final Map<String, Set<Subscription>> byChannel = new ConcurrentHashMap<>();

    void add(Subscription subscription) {
        byChannel.compute(subscription.channel().channelId(), (_, known) -> {
            Set<Subscription> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(subscription);
            return all;
        });
    }

    void remove(Subscription subscription) {
        subscription.end();
        byChannel.computeIfPresent(subscription.channel().channelId(), (_, all) -> {
            all.remove(subscription);
            return all.isEmpty() ? null : all;
        });
    }

    Collection<Subscription> of(String channelId) {
        return byChannel.getOrDefault(channelId, Set.of());
    }

    Set<String> channelIds() {
        return byChannel.keySet();
    }
}
