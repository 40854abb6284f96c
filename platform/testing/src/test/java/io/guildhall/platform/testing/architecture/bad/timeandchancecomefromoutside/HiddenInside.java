package io.guildhall.platform.testing.architecture.bad.timeandchancecomefromoutside;

import io.guildhall.platform.follow.Policy;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;

@Policy("hidden")
class HiddenInside {
    @EventHandler
    void on(String event) {
        System.out.println(event + Inner.id());
    }

    private static final class Inner {
        static UUID id() {
            return UUID.randomUUID();
        }
    }
}
