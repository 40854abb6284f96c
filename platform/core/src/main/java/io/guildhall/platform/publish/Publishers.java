package io.guildhall.platform.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.SmartLifecycle;

/** Publishes every log of this service. */
public final class Publishers implements SmartLifecycle {

    private final List<Publisher> publishers;
    private final Runnable before;
    private final boolean autoStart;
    private boolean running;

    /** @param before is run before they start */
    Publishers(List<Publisher> publishers, Runnable before, boolean autoStart) {
        this.before = before;
        this.publishers = List.copyOf(publishers);
        this.autoStart = autoStart;
    }

    public List<Publisher> all() {
        return publishers;
    }

    /** What stops publication at this moment, by log. */
    public Map<String, String> troubles() {
        Map<String, String> troubles = new TreeMap<>();
        for (Publisher publisher : publishers) {
            publisher
                    .trouble()
                    .ifPresent(trouble ->
                            troubles.put("publisher@" + publisher.log().name(), trouble));
        }
        return troubles;
    }

    @Override
    public void start() {
        before.run();
        publishers.forEach(Publisher::start);
        running = true;
    }

    @Override
    public void stop() {
        publishers.forEach(Publisher::stop);
        running = false;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Behind the logs, before the web server. */
    @Override
    public int getPhase() {
        return -500;
    }
}
