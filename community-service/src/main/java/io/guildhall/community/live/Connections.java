package io.guildhall.community.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The open connections of this instance; when it stops they are told to go to another one. */
@Component
class Connections implements SmartLifecycle {

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Connections(MeterRegistry meters) {
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
        running = true;
    }

    @Override
    public void stop() {
        open.forEach(connection -> connection.wire().close(Closing.RESTART));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
