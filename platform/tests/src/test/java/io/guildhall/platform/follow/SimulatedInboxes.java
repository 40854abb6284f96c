package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.SimulatedFollower.SimulatedComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** Opens the consumer of another service's topic, with all its inboxes, to the simulation. */
public final class SimulatedInboxes {

    private final InboxConsumer consumer;

    public SimulatedInboxes(
            ServiceName source,
            List<SimulatedComponent> components,
            DeadLetters letters,
            Positions positions,
            Supplier<Consumer<String, byte[]>> consumers,
            Runnable rest) {
        List<Inbox> inboxes = new ArrayList<>();
        components.forEach(component -> inboxes.add(new Inbox(component.delivery(letters), source.value(), positions)));
        consumer = new InboxConsumer(
                Map.of(source.topic(), inboxes),
                consumers,
                (record, reason) -> {
                    throw new AssertionError("unreadable: " + record + " " + reason);
                },
                topic -> topic,
                rest);
    }

    public void run() {
        consumer.run();
    }
}
