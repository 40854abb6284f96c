package io.guildhall.platform.testing.architecture.bad.aggregatesknownomachinery;

import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.slf4j.LoggerFactory;

@Aggregate
@Snapshotted(name = "logging", revision = 1)
class Logging {
    @EventSourcingHandler
    void on(String event) {
        LoggerFactory.getLogger(Logging.class).info("{}", event);
    }
}
