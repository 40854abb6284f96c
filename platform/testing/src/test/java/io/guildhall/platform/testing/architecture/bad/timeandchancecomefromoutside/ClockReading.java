package io.guildhall.platform.testing.architecture.bad.timeandchancecomefromoutside;

import io.guildhall.platform.follow.Projection;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;

@Projection(
        value = "clock-reading",
        keeps = {})
class ClockReading {
    @EventHandler
    void on(String event) {
        System.out.println(event + Instant.now());
    }
}
