package io.guildhall.platform.testing.architecture.bad.timeandchancecomefromoutside;

import io.guildhall.platform.follow.Policy;
import io.guildhall.platform.id.Ids;
import org.axonframework.eventhandling.EventHandler;

@Policy("id-making")
class IdMaking {
    @EventHandler
    void on(String event) {
        System.out.println(event + Ids.next("crs"));
    }
}
