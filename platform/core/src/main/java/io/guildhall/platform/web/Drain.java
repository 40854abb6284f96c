package io.guildhall.platform.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Lets a service that is told to end serve on for a while, no longer ready, until nobody sends it anything any more. Only
 * behind that do its parts end, the web server first, which answers what it has begun.
 */
final class Drain implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final ApplicationContext service;
    private final Duration span;

    Drain(ApplicationContext service, Duration span) {
        this.service = service;
        this.span = span;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        if (closed.getApplicationContext() == service && span.isPositive()) {
            LOG.info("Not ready any more, ends in {}", span);
            try {
                Thread.sleep(span);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Before whatever else listens for the end. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
