package io.guildhall.community.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The open connections of this instance and their heartbeat; when it stops they are told to go to another one. */
@Component
class Connections implements SmartLifecycle {

    /** In each heartbeat, so that not all are asked at once. */
    private static final int LOOKS = 10;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Duration look;
    private @Nullable Thread thread;

    Connections(MeterRegistry meters, LiveProperties properties) {
        look = properties.heartbeat().dividedBy(LOOKS);
        Gauge.builder("guildhall.chat.connections", open, Set::size)
                .description("Open chat connections")
                .register(meters);
    }

    void add(Connection connection) {
        open.add(connection);
    }

    void remove(Connection connection) {
        open.remove(connection);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("chat-heartbeat").start(this::beat);
    }

    @Override
    public void stop() {
        open.forEach(connection -> connection.wire().close(Closing.RESTART));
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(look);
                open.forEach(connection -> connection.wire().beat());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
