package io.guildhall.edge;

import io.guildhall.platform.follow.Heard;
import io.guildhall.platform.follow.Policy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Hears of another service, and can be made to fail at it. */
@Policy("guests")
class Guests {

    static volatile @Nullable Error failing;
    static final List<String> HEARD = new CopyOnWriteArrayList<>();

    @Heard("hall.guest.arrived")
    record GuestArrived(String guest) {}

    @EventHandler
    void on(GuestArrived event) {
        Error error = failing;
        if (error != null) {
            throw error;
        }
        HEARD.add(event.guest());
    }
}
