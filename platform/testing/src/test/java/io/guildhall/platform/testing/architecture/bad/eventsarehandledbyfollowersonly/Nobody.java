package io.guildhall.platform.testing.architecture.bad.eventsarehandledbyfollowersonly;

import org.axonframework.eventhandling.EventHandler;

class Nobody {
    @EventHandler
    void on(String event) {
        System.out.println(event);
    }
}
