package io.guildhall.community.live;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One member's connection to one community, and what it listens to. */
final class Connection {

    private final String id;
    private final Visitor visitor;
    private final Locale locale;
    private final Wire wire;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();

    Connection(String id, Visitor visitor, Locale locale, Wire wire) {
        this.id = id;
        this.visitor = visitor;
        this.locale = locale;
        this.wire = wire;
    }

    String id() {
        return id;
    }

    String memberId() {
        return visitor.memberId();
    }

    String communityId() {
        return visitor.communityId();
    }

    Locale locale() {
        return locale;
    }

    Wire wire() {
        return wire;
    }

    void send(ServerFrame frame) {
        wire.send(Frames.write(frame));
    }

    /** @return what it listened to in this channel before */
    @Nullable
    Subscription listensTo(Subscription subscription) {
        return subscriptions.put(subscription.channel().channelId(), subscription);
    }

    @Nullable
    Subscription listensNoMoreTo(String channelId) {
        return subscriptions.remove(channelId);
    }

    /** @return whether it was what it listened to */
    boolean forget(Subscription subscription) {
        return subscriptions.remove(subscription.channel().channelId(), subscription);
    }

    Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }
}
